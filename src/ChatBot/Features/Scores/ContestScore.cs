using ChatBot.Cards;
using ChatBot.Chat;

namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/wrong.json</c> is given.</summary>
/// <param name="Contact">The human to turn to; supplied text. Null where none is named.</param>
/// <param name="AsOf">The day of the answer, to be named to that person.</param>
internal sealed record WrongCard(Supplied? Contact, string AsOf);

/// <summary>Answers "this is wrong": takes it seriously, names the human who can act on it and what helps them to.</summary>
internal sealed class ContestScore(Wording wording, HelpSettings help) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        Task.FromResult(new Reply(new CardContent("wrong", new WrongCard(help.Human, wording.Day(asked.Today)))));
}
