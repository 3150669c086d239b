using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Digests;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Digests;

/// <summary>How a digest comes to be read.</summary>
/// <param name="FirstOne">For the first that a person is sent: when they come.</param>
/// <param name="LastTold">The verdict of the sheet that the last digest sent stated; null where there is none.</param>
/// <param name="Stopped">The person asked for it and gets none unasked.</param>
internal readonly record struct DigestOccasion(string? FirstOne = null, SheetVerdict? LastTold = null, bool Stopped = false);

/// <summary>Puts a week into the card's words.</summary>
internal static class WriteDigest
{
    private const int MostUnseenLines = 2;
    private static readonly Signal[] InOrder = [Signal.Prompt, Signal.AgentSession, Signal.ReviewRequest, Signal.Acceptance];

    /// <summary>The card's data.</summary>
    public static DigestCard Card(OwnWeek own, DigestOccasion occasion, Rubric rubric, Wording wording)
    {
        var (week, sheet, today) = (own.Week, own.Told.Sheet, own.Today);
        var verdict = own.Verdict;
        var unseen = Unseen.Of(week.Days, wording, but: verdict.Reason);
        var settled = Settling.Last(today);
        return new DigestCard
        {
            Span = Span(week.This.Week, wording),
            WeekId = week.This.Week.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            QuarterId = Quarter.Of(week.Days.Last(day => day.LeftOut == LeftOut.No).Day).ToString(),
            FirstOne = occasion.FirstOne,
            Stopped = occasion.Stopped,
            Verdict = verdict.Kind,
            Title = wording.Sentence(wording.Name(verdict.Kind)),
            Since = own.Over.Since,
            Until = own.Over.Until,
            LastSaid = LastSaid(verdict, occasion.LastTold, wording),
            Quarter = wording.Quarter(sheet.Quarter),
            Score = wording.Score(sheet.Score),
            Borderline = sheet.Borderline,
            SettledTo = wording.Day(settled > sheet.Quarter.Last ? sheet.Quarter.Last : settled, today),
            Young = own.IsLastQuarters
                ? new YoungQuarterLine(wording.Quarter(own.Current.Quarter), wording.Number(own.Current.EligibleDays), wording.Count(rubric.NeededDays, "day"))
                : null,
            Reason = verdict.Reason is { } why ? wording.Of(why) : null,
            Declared = Unseen.Declared(verdict.Reason),
            This = Line(week.This, wording),
            Before = week.Before is { } before ? Line(before, wording) : null,
            BeforeSpan = Span(week.This.Week.Previous, wording),
            Trend = Compare(week, rubric),
            Quiet = week.This.ActiveDays == 0,
            CountedDays = wording.Count(week.This.CountedDays, "counted day"),
            Signals = [.. week.This.Signals.Select(signal => new SignalBar(wording.Sentence(wording.Name(signal.Signal)), signal.Points, wording.Count(signal.Points, "point")))],
            NotFinal = [.. week.NotFinal.Select(wording.Day)],
            NotSeen = [.. unseen.Take(MostUnseenLines)],
            MoreNotSeen = unseen.Count > MostUnseenLines,
            Tip = TipOf(Tip.Choose(week, verdict, sheet.Borderline, own.Move), sheet, rubric, today, wording),
            AsOf = wording.Day(today),
            Rubric = sheet.Rubric,
        };
    }

    private static string Span(Week week, Wording wording) => wording.Span(week.First, week.Last);

    private static WeekLine Line(WeekTotals week, Wording wording) => new(
        Span(week.Week, wording), wording.Score(week.PerDay), wording.Count(week.Points, "point"), wording.Number(week.ActiveDays), wording.Count(week.CountedDays, "counted day"));

    private static Trend? Compare(WeekComparison week, Rubric rubric) =>
        week.Before is not { } before ? null
        : Math.Abs(week.This.PerDay - before.PerDay) <= rubric.BorderlineScore ? Trend.Same
        : week.This.PerDay > before.PerDay ? Trend.More : Trend.Less;

    /// <summary>
    /// A change of tier is told against what the person was last sent, never against what was computed meanwhile and nobody saw; and only from tier to tier.
    /// </summary>
    private static string? LastSaid(Verdict now, SheetVerdict? last, Wording wording) =>
        now.Tier is not null && last is SheetVerdict.Heavy or SheetVerdict.Light or SheetVerdict.Non && Enum.Parse<VerdictKind>(last.Value.ToString()) is var said && said != now.Kind
            ? wording.Name(said)
            : null;

    private static TipLine? TipOf(Tip? tip, ScoreSheet sheet, Rubric rubric, DateOnly today, Wording wording)
    {
        var (kind, reason, step) = tip switch
        {
            Tip.Mend mend => (mend.Reason == Reason.AccountNotLinked ? TipKind.Link : TipKind.Mend, mend.Reason, null),
            Tip.Reach reach => (TipKind.Reach, null, reach.Step),
            Tip.Keep keep => (TipKind.Keep, null, keep.Step),
            Tip.OnItsWay => (TipKind.OnItsWay, null, null),
            Tip.NothingToGain => (TipKind.NothingToGain, null, null),
            Tip.AskingCounts => (TipKind.AskingCounts, null, null),
            _ => ((TipKind)(-1), (Reason?)null, (Suggestion?)null),
        };
        return tip is null ? null : new TipLine(
            kind,
            reason is { } why ? wording.Of(why).Fix : null,
            step is null ? [] : [.. InOrder.Where(signal => step.Daily[signal] > 0).Select(signal => wording.Count(step.Daily[signal]!.Value, signal))],
            wording.Number(step?.Days ?? 0),
            wording.Count(step?.Of ?? 0, "working day"),
            wording.Day(sheet.Quarter.Last, today),
            wording.Count(rubric.Weight(Signal.Prompt), "point"),
            wording.Number(rubric.Weight(Signal.Acceptance)));
    }
}
