using ChatBot.Cards;
using ChatBot.Chat;

namespace ChatBot.Features.People;

/// <summary>What <c>cards/unknown.json</c> is given.</summary>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
internal sealed record UnknownCard(Supplied? Contact);

/// <summary>Answers an account by which nobody is known: honestly, and with the way to mend it.</summary>
internal sealed class AnswerUnknown(HelpSettings help) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        Task.FromResult(new Reply(new CardContent("unknown", new UnknownCard(help.Human))));
}
