using ChatBot.Domain.Usage;

namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// The days a report speaks of: those it holds rows of, and for a 28-day report every day of its period, because a day on which nobody did anything has
/// no row.
/// </summary>
internal sealed class CopilotDays
{
    // The report is of 28 days; a little more is let pass should it ever be called a month.
    private const int LongestPeriod = 31;

    private readonly HashSet<(string Scope, DateOnly Day)> days = [];
    private (string Scope, DateOnly Day, DateOnly? Start, DateOnly? End) last;

    /// <summary>The scope of the row added last, as one string for all rows of it.</summary>
    public string Scope => last.Scope;

    /// <summary>Notes the day of a row, and the period of its report; false when that is no period.</summary>
    public bool TryAdd(string scope, DateOnly day, CopilotRow row)
    {
        var now = (scope, day, row.ReportStart, row.ReportEnd);
        if (now == last)
        {
            return true;
        }

        if (row is { ReportStart: { } start, ReportEnd: { } end })
        {
            if (end < start || end.DayNumber - start.DayNumber >= LongestPeriod)
            {
                return false;
            }

            for (var of = start; of <= end; of = of.AddDays(1))
            {
                days.Add((scope, of));
            }
        }

        days.Add((scope, day));
        last = now;
        return true;
    }

    /// <summary>Tells the sink every day, in order.</summary>
    public void Tell(IReadingSink sink)
    {
        foreach (var (scope, day) in days.OrderBy(one => one.Scope, StringComparer.Ordinal).ThenBy(one => one.Day))
        {
            sink.WholeDay(Source.Copilot, Tool.Copilot, scope, day);
        }
    }
}
