using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/history.json</c> is given.</summary>
/// <param name="Quarters">The quarters, latest first; the first is the current one.</param>
/// <param name="OnlyCurrent">Whether there is none before the current one.</param>
/// <param name="Since">The day since which verdicts are under review; null where none is.</param>
/// <param name="Until">The last day of an exemption; null where there is none.</param>
/// <param name="AsOf">The day of the answer.</param>
/// <param name="PreviousId">The quarter before the current one for the button; null where it has no sheet.</param>
/// <param name="Previous">The same in words.</param>
/// <param name="Rubric">Version of the current quarter's rubric.</param>
internal sealed record HistoryCard(
    IReadOnlyList<QuarterLine> Quarters, bool OnlyCurrent, string? Since, string? Until, string AsOf, string? PreviousId, string? Previous, string Rubric);

/// <summary>One quarter.</summary>
/// <param name="Quarter">Its name.</param>
/// <param name="Verdict">The verdict in words.</param>
/// <param name="Score">The score; a dash where there is none.</param>
/// <param name="Days">Counted days.</param>
internal sealed record QuarterLine(string Quarter, string Verdict, string Score, string Days);

/// <summary>Answers "my history": the score by quarter.</summary>
internal sealed class ShowHistory(PersonDoor door, Wording wording) : IHandler
{
    private const int MostQuarters = 8;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "score history");
        var quarter = Quarter.Of(asked.Today);
        var current = await file.Sheet(quarter, asked.Today, cancel);
        await file.Sheet(quarter.Previous, asked.Today, cancel); // Made now where nobody asked for it before.
        var before = await file.Before(quarter, cancel);
        var known = await file.Known(asked.Today, cancel);
        var over = Verdicts.Over(current.Sheet, known.Facts, asked.Today, known.Review.IsOpen, known.Review.ExemptUntil).Kind;
        return new Reply(new CardContent("history", Card(current.Sheet, before, over, Overlay.Of(over, known, asked.Today, wording), asked.Today, wording)), current.Id);
    }

    /// <summary>The card's data. While anything is under review no quarter has a tier: it may rest on the same account, leave or gap.</summary>
    public static HistoryCard Card(ScoreSheet current, IReadOnlyList<SheetTotals> all, VerdictKind verdict, Overlay over, DateOnly today, Wording wording)
    {
        VerdictKind? laid = verdict is VerdictKind.UnderReview or VerdictKind.Exempt ? verdict : null;
        var before = all.Where(sheet => sheet.EligibleDays > 0).ToList();
        return new HistoryCard(
            [
                Line(current.Quarter, current.Verdict, current.Points, current.EligibleDays, laid, wording),
                .. before.Take(MostQuarters - 1).Select(sheet => Line(sheet.Quarter, sheet.Verdict, sheet.Points, sheet.EligibleDays, laid, wording)),
            ],
            before.Count == 0,
            over.Since,
            over.Until,
            wording.Day(today),
            before.Count > 0 ? before[0].Quarter.ToString() : null,
            before.Count > 0 ? wording.Quarter(before[0].Quarter) : null,
            current.Rubric);
    }

    private static QuarterLine Line(Quarter quarter, SheetVerdict verdict, int points, int days, VerdictKind? laid, Wording wording) => new(
        wording.Quarter(quarter),
        wording.Name(laid ?? Enum.Parse<VerdictKind>(verdict.ToString())),
        days == 0 || verdict == SheetVerdict.NotMeasurable ? "–" : wording.Score((decimal)points / days),
        wording.Number(days));
}
