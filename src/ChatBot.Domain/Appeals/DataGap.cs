using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>
/// A clear hole in the data: days on which a source itself shows that a tool was used and could not be counted, the editor's telemetry being off or the
/// client too old. A missing report or a declared gap is none: it shows no use, and its days cost nothing as they are.
/// </summary>
/// <param name="Tool">The tool.</param>
/// <param name="Reason">Why it could not be counted.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
public sealed record DataGap(Tool Tool, Reason Reason, DateOnly From, DateOnly To)
{
    /// <summary>A hole of others begins and ends at most so many days before and after this one to be the same: people work on different days of a week.</summary>
    public const int Slack = 7;

    /// <summary>The hole that an upheld correction fills; null where it fills none.</summary>
    /// <param name="correction">The correction.</param>
    /// <param name="before">The sheet without it.</param>
    public static DataGap? Of(Correction correction, ScoreSheet before)
    {
        if (correction is not Correction.CreditDays { Span.To: { } to } credit)
        {
            return null;
        }

        var reason = before.Days.Where(day => credit.Span.Contains(day.Day) && day.LeftOut == LeftOut.NotCovered)
            .Select(day => ReasonOf(day, credit.Tool)).OfType<Reason>()
            .GroupBy(one => one).OrderByDescending(one => one.Count()).ThenBy(one => one.Key.Name, StringComparer.Ordinal)
            .Select(one => (Reason?)one.Key).FirstOrDefault();
        return reason is { } known ? new DataGap(credit.Tool, known, credit.Span.From, to) : null;
    }

    /// <summary>
    /// Whether somebody else's sheet has the same hole in the same days: at least one of its days would count but for it, and their hole is no longer one
    /// that only passes through these days, as that of somebody whose telemetry has been off for months is.
    /// </summary>
    public bool IsIn(ScoreSheet sheet)
    {
        var any = false;
        foreach (var day in sheet.Days)
        {
            if (ReasonOf(day, Tool) == Reason)
            {
                if (day.Day < From.AddDays(-Slack) || day.Day > To.AddDays(Slack))
                {
                    return false;
                }

                any |= day.LeftOut == LeftOut.NotCovered && day.Day >= From && day.Day <= To;
            }
        }

        return any;
    }

    /// <summary>Why the tool could not be counted although there was use; null on any other day.</summary>
    internal static Reason? ReasonOf(SheetDay day, Tool tool)
    {
        for (var i = 0; i < day.Tools.Count; i++)
        {
            if (day.Tools[i].Tool == tool && day.Tools[i].Coverage.Reason is { } reason && (reason == Reason.TelemetryOff || reason == Reason.ClientTooOld))
            {
                return reason;
            }
        }

        return null;
    }
}
