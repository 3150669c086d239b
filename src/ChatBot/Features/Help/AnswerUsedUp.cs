using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/usedup.json</c> is given.</summary>
/// <param name="Again">A fresh button for the same.</param>
internal sealed record UsedUpCard(Suggestion Again);

/// <summary>
/// Answers a button that was used, ran out, or was made for somebody else: says that nothing was changed and offers a fresh one. What was another's and
/// what never was read the same.
/// </summary>
internal sealed class AnswerUsedUp(ActionTokens tokens) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        Task.FromResult(new Reply(new CardContent("usedup", new UsedUpCard(Suggestion.Of(asked.Understood.Nearest[0], asked.Object, asked, tokens)))));
}
