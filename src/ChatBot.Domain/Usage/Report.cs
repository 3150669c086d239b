using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Usage;

/// <summary>What one scope of a source reported of one tool, all its parts together: on which days it can be relied on (rule 5 of coverage).</summary>
/// <param name="source">The source.</param>
/// <param name="tool">The tool.</param>
/// <param name="order">Place among all reports; only to keep one apart from another.</param>
/// <param name="days">The days that are looked at.</param>
internal sealed class Report(Source source, Tool tool, int order, DayIndex days)
{
    private const int NotThere = -1;
    private static readonly int[] Before = [7, 14, 21, 28];
    private readonly int[] rows = Enumerable.Repeat(NotThere, days.Count).ToArray();
    private readonly bool[] passes = new bool[days.Count];

    public Source Source => source;

    public Tool Tool => tool;

    public int Order => order;

    /// <summary>Whether the day's report is there and not far smaller than those of the weeks before.</summary>
    public bool Passes(int day) => (uint)day < (uint)passes.Length && passes[day];

    /// <summary>Takes a source day in. One that is not complete, or was last written before the day had settled, says nothing.</summary>
    public void Add(SourceDay reported)
    {
        var day = days[reported.Day];
        if (reported.Complete && reported.LastWritten >= Settling.Moment(reported.Day) && (uint)day < (uint)rows.Length)
        {
            rows[day] = reported.Rows;
        }
    }

    /// <summary>Applies the test to every day, once all source days are in.</summary>
    public void Test()
    {
        for (var day = 0; day < rows.Length; day++)
        {
            passes[day] = rows[day] != NotThere && IsLargeEnough(day);
        }
    }

    /// <summary>Rows of at least half the median of the same weekday of four weeks, where that median is at least 20.</summary>
    private bool IsLargeEnough(int day)
    {
        Span<int> earlier = stackalloc int[Before.Length];
        var count = 0;
        foreach (var back in Before)
        {
            if (day - back >= 0 && rows[day - back] != NotThere)
            {
                earlier[count++] = rows[day - back];
            }
        }

        if (count == 0)
        {
            return true;
        }

        earlier = earlier[..count];
        earlier.Sort();
        var twiceMedian = (long)earlier[(count - 1) / 2] + earlier[count / 2];
        return twiceMedian < 2 * 20 || 4L * rows[day] >= twiceMedian;
    }
}

/// <summary>The reports of all scopes; made once per run.</summary>
internal sealed class Reports
{
    private readonly Dictionary<int, Report> byScope = [];
    private readonly Dictionary<Tool, List<Report>> byTool = [];

    public Reports(IReadOnlyList<Scope> scopes, IReadOnlyList<SourceDay> sourceDays, DayIndex days)
    {
        var all = new Dictionary<(Source, Tool, string), Report>();
        foreach (var scope in scopes)
        {
            byScope[scope.Id] = Of(scope.Source, scope.Tool, scope.Name);
        }

        foreach (var reported in sourceDays)
        {
            Of(reported.Source, reported.Tool, reported.Scope).Add(reported);
        }

        foreach (var report in all.Values)
        {
            report.Test();
        }

        Report Of(Source source, Tool tool, string name)
        {
            if (!all.TryGetValue((source, tool, name), out var report))
            {
                all.Add((source, tool, name), report = new Report(source, tool, all.Count, days));
                if (source != Source.ChatGpt)
                {
                    (byTool.TryGetValue(tool, out var known) ? known : byTool[tool] = []).Add(report);
                }
            }

            return report;
        }
    }

    /// <summary>The report that the readings of a scope are part of; null for a scope made after the facts were loaded.</summary>
    public Report? OfScope(int scope) => byScope.GetValueOrDefault(scope);

    /// <summary>All reports that can cover a tool. Unified ChatGPT usage is not among them: it is evidence of use and says nothing of its absence.</summary>
    public IReadOnlyList<Report> OfTool(Tool tool) => byTool.TryGetValue(tool, out var known) ? known : [];
}
