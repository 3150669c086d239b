using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Which sheet a person is told of today, and the verdict over it.</summary>
/// <param name="Known">The person.</param>
/// <param name="Current">The sheet of the quarter that today lies in.</param>
/// <param name="Told">The sheet that is shown: the current one or, while that has too few days, last quarter's.</param>
/// <param name="Verdict">What is shown over it.</param>
/// <param name="Today">UTC day.</param>
internal sealed record ShownSheet(KnownPerson Known, ScoreSheet Current, StoredSheet Told, Verdict Verdict, DateOnly Today)
{
    /// <summary>Whether last quarter's sheet stands in for the current one.</summary>
    public bool IsLastQuarters => Told.Sheet.Quarter != Current.Quarter;

    /// <summary>
    /// The person's sheet as of today; while the quarter is young, last quarter's where that came to a tier.
    /// </summary>
    public static async Task<ShownSheet> Of(PersonFile file, DateOnly today, Rubric rubric, CancellationToken cancel)
    {
        var known = await file.Known(today, cancel);
        var quarter = Quarter.Of(today);
        var current = await file.Sheet(quarter, today, cancel);
        var told = current;
        if (ToldSheets.IsYoung(current.Sheet, rubric))
        {
            var last = await file.Sheet(quarter.Previous, today, cancel);
            told = ToldSheets.MayStandIn(last.Sheet) ? last : current;
        }

        return new ShownSheet(known, current.Sheet, told, Verdicts.Over(told.Sheet, known.Facts, today, known.Review.IsOpen, known.Review.ExemptUntil), today);
    }

    /// <summary>The sheet of a quarter that a button or a sentence named; null where the quarter is not one that can have a sheet.</summary>
    public static async Task<StoredSheet?> OfQuarter(PersonFile file, string? named, DateOnly today, CancellationToken cancel) =>
        Quarter.TryParse(named, out var quarter) && quarter <= Quarter.Of(today) && quarter.Year >= today.Year - 2
            ? await file.Sheet(quarter, today, cancel)
            : null;
}
