using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What <c>cards/unclear.json</c> is given.</summary>
/// <param name="Between">True when several things fit, false when none does.</param>
/// <param name="Long">True for a text longer than anybody asks a question in.</param>
/// <param name="Suggestions">What may have been meant, nearest first; where nothing fits, help stands beside them anyway.</param>
internal sealed record UnclearCard(bool Between, bool Long, IReadOnlyList<Suggestion> Suggestions);

/// <summary>A button that asks something.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Command">The row's name.</param>
/// <param name="Token">For one that changes something: its one-use token.</param>
internal sealed record Suggestion(string Title, string Command, string? Token = null)
{
    /// <summary>The button of a row: one that changes something carries a token for what was typed, and says so.</summary>
    /// <param name="row">The row.</param>
    /// <param name="of">What was named, see <see cref="Phrase.Object"/>.</param>
    /// <param name="asked">Who asks.</param>
    /// <param name="tokens">Makes tokens.</param>
    public static Suggestion Of(Phrase row, string of, Asked asked, ActionTokens tokens) =>
        row.Effect == Effect.Shows || asked.Person is not { } person ? new Suggestion(row.Title, row.Name)
        : new Suggestion(of.Length == 0 ? row.Title : $"{row.Title} ({of})", row.Name, tokens.Mint(person, row.Name, of, asked.Now));
}

/// <summary>Answers what is not understood, with the nearest things to ask; what fits several rows is asked back, never guessed.</summary>
internal sealed class AnswerUnclear(ActionTokens tokens) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var suggestions = asked.Understood.Nearest.Where(row => asked.Understood.Between || row.Name != "help.show")
            .Select(row => Suggestion.Of(row, row.Object?.Invoke(asked.Turn.Text) ?? string.Empty, asked, tokens)).ToList();
        var card = new UnclearCard(asked.Understood.Between, asked.Turn.Text.Length > TypedWords.MostCharacters, suggestions);
        return Task.FromResult(new Reply(new CardContent("unclear", card)));
    }
}
