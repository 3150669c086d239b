using ChatBot.Chat;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/compare.json</c> is given.</summary>
/// <param name="Quarter">The quarter in words.</param>
/// <param name="Score">The score with one decimal.</param>
/// <param name="Standing">Below, about or above the median; null where none may be told.</param>
/// <param name="AsOf">The day of the answer.</param>
/// <param name="Rubric">Version of the rubric.</param>
internal sealed record CompareCard(string Quarter, string Score, StandingLine? Standing, string AsOf, string Rubric);

/// <summary>Answers "how do I compare?": a side of the median, never a rank.</summary>
internal sealed class CompareScore(PersonDoor door, Rubric rubric, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "standing");
        var shown = await ShownSheet.Of(file, asked.Today, rubric, cancel);
        var sheet = shown.Told.Sheet;
        var standing = await OwnStanding.Of(file, shown, rubric, wording, cancel);
        var card = new CompareCard(wording.Quarter(sheet.Quarter), wording.Score(sheet.Score), standing, wording.Day(asked.Today), sheet.Rubric);
        return new Reply(new CardContent("compare", card), standing is null ? null : shown.Told.Id);
    }
}
