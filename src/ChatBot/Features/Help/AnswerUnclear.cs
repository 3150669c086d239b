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
internal sealed record Suggestion(string Title, string Command);

/// <summary>Answers what is not understood, with the nearest things to ask; what fits several rows is asked back, never guessed.</summary>
internal sealed class AnswerUnclear : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var suggestions = asked.Understood.Nearest.Where(row => asked.Understood.Between || row.Name != "help.show").Select(row => new Suggestion(row.Title, row.Name)).ToList();
        var card = new UnclearCard(asked.Understood.Between, asked.Turn.Text.Length > TypedWords.MostCharacters, suggestions);
        return Task.FromResult(new Reply(new CardContent("unclear", card)));
    }
}
