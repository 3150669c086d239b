using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Digests;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>What is told of one week of a person.</summary>
/// <param name="Week">The week beside the one before.</param>
/// <param name="Current">The sheet of the quarter that today lies in.</param>
/// <param name="Told">The sheet whose verdict is told: the current one or, in a young quarter, last quarter's.</param>
/// <param name="Verdict">What is shown over it.</param>
/// <param name="Move">What would move them; no tier where another quarter's sheet is told.</param>
/// <param name="Today">UTC day.</param>
/// <param name="Over">What appeals lay over the verdict.</param>
internal sealed record OwnWeek(WeekComparison Week, ScoreSheet Current, StoredSheet Told, Verdict Verdict, Move Move, DateOnly Today, Overlay Over = default)
{
    /// <summary>Whether last quarter's sheet stands in for the current one.</summary>
    public bool IsLastQuarters => Told.Sheet.Quarter != Current.Quarter;

    /// <summary>The week as it is known today; null when nothing is known of it. One query for each quarter that it takes, mostly one.</summary>
    /// <param name="file">The person's file.</param>
    /// <param name="person">Employment, pattern and leave.</param>
    /// <param name="holidays">Days per country code.</param>
    /// <param name="week">The week.</param>
    /// <param name="today">UTC day.</param>
    /// <param name="rubric">The rubric in force.</param>
    /// <param name="wording">The words.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<OwnWeek?> Of(
        PersonFile file, Person person, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, Week week, DateOnly today, Rubric rubric, Wording wording, CancellationToken cancel)
    {
        var sheets = new Dictionary<Quarter, StoredSheet>();
        var ofWeek = new List<ScoreSheet>(2);
        foreach (var quarter in WeekComparison.Quarters(week))
        {
            ofWeek.Add((await Sheet(quarter)).Sheet);
        }

        if (WeekComparison.Of(week, ofWeek, person, holidays) is not { } compared)
        {
            return null;
        }

        var current = await Sheet(Quarter.Of(today));
        var told = ToldSheets.IsYoung(current.Sheet, rubric) && await Sheet(Quarter.Of(today).Previous) is var last && ToldSheets.MayStandIn(last.Sheet) ? last : current;
        var review = await file.Review(cancel);
        var verdict = Verdicts.Over(told.Sheet, person, today, review.IsOpen, review.ExemptUntil);
        var move = told == current && verdict.Tier is not null
            ? Moves.ToHeavy(current.Sheet, DaysLeft.Of(person, await file.Corrections(cancel), holidays, current.Sheet.Quarter, today), rubric)
            : new Move.NoTier();
        var over = verdict.Kind is VerdictKind.UnderReview or VerdictKind.Exempt ? Overlay.Of(verdict.Kind, await file.Known(today, cancel), today, wording) : default;
        return new OwnWeek(compared, current.Sheet, told, verdict, move, today, over);

        async Task<StoredSheet> Sheet(Quarter quarter) =>
            sheets.TryGetValue(quarter, out var known) ? known : sheets[quarter] = await file.Sheet(quarter, today, cancel);
    }
}
