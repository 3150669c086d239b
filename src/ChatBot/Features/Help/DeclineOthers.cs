using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/others.json</c> is given: it says the same whoever is asked about, so that it tells nothing of them.</summary>
internal sealed record OthersCard;

/// <summary>Declines a question about somebody else, a team or a ranking, and says what can be asked instead.</summary>
internal sealed class DeclineOthers : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) => Task.FromResult(new Reply(new CardContent("others", new OthersCard())));
}
