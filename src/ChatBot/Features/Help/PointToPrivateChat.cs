using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/room.json</c> is given: nothing, since everybody in the room reads it.</summary>
internal sealed record RoomCard;

/// <summary>In a room: says nothing personal, whatever was asked, and offers the private chat.</summary>
internal sealed class PointToPrivateChat : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) => Task.FromResult(new Reply(new CardContent("room", new RoomCard())));
}
