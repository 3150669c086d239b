using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>Answers "why?": the quarter in weeks or, with a week named, that week in days. Its lines add up to the score.</summary>
internal sealed class WhyScore(PersonDoor door, Rubric rubric, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "score lines");
        var shown = await ShownSheet.Of(file, asked.Today, rubric, cancel);
        var named = await ShownSheet.OfQuarter(file, asked.Turn.Inputs.GetValueOrDefault("quarter"), asked.Today, cancel);
        var told = named ?? shown.Told;
        var verdict = told.Id == shown.Told.Id || shown.Verdict.Kind is VerdictKind.UnderReview or VerdictKind.Exempt ? shown.Verdict.Kind : Verdicts.Of(told.Sheet).Kind;
        var corrections = await CreditedLines.Corrections(file, told.Sheet, cancel);
        var week = NamedWeek.In(asked.Turn, asked.Today) is { } day && ExplainWeek.Has(told.Sheet, day)
            ? new CardContent("week", ExplainWeek.Card(told.Sheet, day, corrections, asked.Today, rubric, wording))
            : null;
        return new Reply(week ?? new CardContent("why", Card(told.Sheet, verdict, Overlay.Of(verdict, shown.Known, asked.Today, wording), corrections, asked.Today, rubric, wording)), told.Id);
    }

    /// <summary>The quarter's data.</summary>
    public static WhyCard Card(ScoreSheet sheet, VerdictKind verdict, Overlay over, IReadOnlyList<Correction> corrections, DateOnly today, Rubric rubric, Wording wording)
    {
        var weeks = sheet.Days.Where(day => day.LeftOut != LeftOut.Pending).GroupBy(day => Weeks.Monday(day.Day)).OrderByDescending(week => week.Key).ToList();
        return new WhyCard
        {
            Quarter = wording.Quarter(sheet.Quarter),
            QuarterId = sheet.Quarter.ToString(),
            AsOf = wording.Day(today),
            Score = wording.Score(sheet.Score),
            HasScore = sheet.EligibleDays > 0,
            Points = wording.Number(sheet.Points),
            Days = wording.Number(sheet.EligibleDays),
            CountedDays = wording.Count(sheet.EligibleDays, "counted day"),
            ActiveDays = wording.Number(sheet.ActiveDays),
            Verdict = wording.Name(verdict),
            Since = over.Since,
            Until = over.Until,
            HasTier = verdict is VerdictKind.Heavy or VerdictKind.Light,
            HeavyFrom = wording.Score(rubric.HeavyScore),
            HeavyShare = wording.Percent(rubric.HeavyRate),
            Share = wording.Percent(sheet.Rate),
            Weeks =
            [
                .. weeks.Select(week => new WeekLine(
                    wording.Span(week.Min(day => day.Day), week.Max(day => day.Day)),
                    wording.Number(week.Count(day => day.LeftOut == LeftOut.No)),
                    wording.Number(week.Sum(day => day.Points)))),
            ],
            Signals = SignalLines.Of(sheet.Days, rubric, wording),
            Credited = CreditedLines.Of(sheet.Days, corrections, rubric, wording),
            LeftOut = LeftOutLines(sheet, wording),
            LatestWeek = weeks.Count > 0 ? Weeks.Id(weeks[0].Key) : null,
            Rubric = sheet.Rubric,
        };
    }

    /// <summary>Days that do not count: those not covered by tool and reason, the others by their kind.</summary>
    private static IReadOnlyList<UnseenLine> LeftOutLines(ScoreSheet sheet, Wording wording) =>
    [
        .. Unseen.Of(sheet.Days, wording),
        .. sheet.Days.Where(day => day.LeftOut is not (LeftOut.No or LeftOut.NotCovered))
            .GroupBy(day => day.LeftOut).OrderByDescending(group => group.Count())
            .Select(group => new UnseenLine(wording.Count(group.Count(), "day"), null, wording.Name(group.Key), null)),
    ];
}

/// <summary>Weeks begin on Monday.</summary>
internal static class Weeks
{
    /// <summary>The Monday of the day's week.</summary>
    public static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>A week for buttons: its Monday as <c>2026-11-16</c>.</summary>
    public static string Id(DateOnly monday) => monday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
