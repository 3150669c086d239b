using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>What was wrong with a source's report of a day. The later ones came nearer to a report that can be relied on.</summary>
public enum ReportFault
{
    /// <summary>None arrived.</summary>
    NoneArrived,

    /// <summary>A part of it is missing.</summary>
    Incomplete,

    /// <summary>It was read before the day had settled, and not again.</summary>
    ReadTooEarly,

    /// <summary>It holds far fewer people than those of the weeks before.</summary>
    TooSmall,
}

/// <summary>Days in a row, days off between them left aside, of which the data says the same of one tool.</summary>
/// <param name="Tool">The tool; null where the person had none at all.</param>
/// <param name="State">What the data can say.</param>
/// <param name="Reason">For what could not be seen: why.</param>
/// <param name="Fault">For a report that is missing or too small: what was wrong with it.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, inclusive.</param>
/// <param name="Days">How many days on which the person was there.</param>
public sealed record CoverageRun(Tool? Tool, CoverageState State, Reason? Reason, ReportFault? Fault, DateOnly From, DateOnly To, int Days)
{
    /// <summary>The runs of some days, by tool and then in order.</summary>
    /// <param name="part">Whose tool is looked at; all where it names none.</param>
    /// <param name="days">Its days of the sheet, in order.</param>
    /// <param name="facts">The source days that tell what was wrong with a report.</param>
    public static IReadOnlyList<CoverageRun> Of(AppealPart part, IReadOnlyList<SheetDay> days, OrganisationFacts facts)
    {
        var there = days.Where(day => day.LeftOut is LeftOut.No or LeftOut.NotCovered).ToList();
        var tools = there.SelectMany(day => day.Tools).Select(tool => tool.Tool).Where(tool => part.Tool is null || part.Tool == tool).Distinct().Order();
        return [.. tools.SelectMany(tool => Runs(there.SelectMany(day => On(day, tool, facts)))), .. Runs(there.SelectMany(Without))];
    }

    private static IEnumerable<CoverageRun> On(SheetDay day, Tool tool, OrganisationFacts facts)
    {
        var found = day.Tools.FirstOrDefault(one => one.Tool == tool);
        if (found is not { Coverage: var coverage } || coverage.State == CoverageState.NotTheirs)
        {
            return [];
        }

        var fault = coverage.Reason == Usage.Reason.ReportMissing ? FaultOf(tool, day.Day, facts) : (ReportFault?)null;
        return [new CoverageRun(tool, coverage.State, coverage.Reason, fault, day.Day, day.Day, 1)];
    }

    /// <summary>A day on which the person had no tool at all.</summary>
    private static IEnumerable<CoverageRun> Without(SheetDay day) =>
        day.Tools.All(tool => tool.Coverage.State == CoverageState.NotTheirs) && day.Reason is { } reason
            ? [new CoverageRun(null, CoverageState.NotMeasurable, reason, null, day.Day, day.Day, 1)]
            : [];

    private static List<CoverageRun> Runs(IEnumerable<CoverageRun> days)
    {
        var runs = new List<CoverageRun>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1] is var last && (last.State, last.Reason, last.Fault) == (day.State, day.Reason, day.Fault))
            {
                runs[^1] = last with { To = day.To, Days = last.Days + 1 };
            }
            else
            {
                runs.Add(day);
            }
        }

        return runs;
    }

    private static ReportFault FaultOf(Tool tool, DateOnly day, OrganisationFacts facts) =>
        facts.SourceDays.Where(one => one.Tool == tool && one.Day == day)
            .Select(one => !one.Complete ? ReportFault.Incomplete : one.LastWritten < Settling.Moment(day) ? ReportFault.ReadTooEarly : ReportFault.TooSmall)
            .Append(ReportFault.NoneArrived).Max();
}
