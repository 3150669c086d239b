using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Tests.Goldens;

/// <summary>Makes sheets by hand: a plan of days in, a sheet that adds up out. Saturdays and Sundays are off, the last four days still settle.</summary>
internal static class SheetMaker
{
    private static readonly Coverage Seen = new(CoverageState.Seen, null);
    private static readonly Coverage Silent = new(CoverageState.Silent, null);

    /// <summary>A day with so much of one tool.</summary>
    public static ToolDay Use(Tool tool, int? prompts = null, int? sessions = null, int? reviews = null, int? acceptances = null) =>
        new(tool, Seen, new Signals(prompts, sessions, reviews, acceptances, null), Use: true);

    /// <summary>A day on which the source looked and saw nothing.</summary>
    public static ToolDay Quiet(Tool tool) => new(tool, Silent, default, Use: false);

    /// <summary>A day that could not be seen.</summary>
    public static ToolDay Hidden(Tool tool, Reason reason) => new(tool, new Coverage(CoverageState.NotMeasurable, reason), default, Use: false);

    /// <summary>A day that a decision credits at a level of the rubric.</summary>
    public static ToolDay Credited(Tool tool, Signals level) => new(tool, new Coverage(CoverageState.Credited, null), level, Use: true);

    /// <summary>A sheet of which each working day is what the plan says; <see cref="LeftOut"/> for one that does not count.</summary>
    public static ScoreSheet Sheet(
        Quarter quarter, DateOnly asOf, Rubric rubric, Func<int, ToolDay[]> plan, SheetVerdict? verdict = null, Reason? reason = null, DateOnly? lastUse = null,
        Func<DateOnly, LeftOut>? leftOut = null)
    {
        var days = new List<SheetDay>();
        var working = 0;
        for (var day = quarter.First; day <= quarter.Last && day <= asOf; day = day.AddDays(1))
        {
            var off = leftOut?.Invoke(day) ?? LeftOut.No;
            var why = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? LeftOut.DayOff : off != LeftOut.No ? off : Settling.IsSettled(day, asOf) ? LeftOut.No : LeftOut.Pending;
            var tools = why == LeftOut.No ? plan(working++) : [];
            days.Add(Day(day, why, tools, rubric));
        }

        var (points, eligible, active) = (days.Sum(day => day.Points), days.Count(day => day.LeftOut == LeftOut.No), days.Count(day => day.LeftOut == LeftOut.No && day.Use));
        var made = verdict ?? (rubric.IsHeavy(points, active, eligible) ? SheetVerdict.Heavy : SheetVerdict.Light);
        return new ScoreSheet
        {
            Quarter = quarter,
            AsOf = asOf,
            Rubric = rubric.Version,
            Verdict = made,
            Reason = reason,
            Borderline = made is SheetVerdict.Heavy or SheetVerdict.Light && rubric.IsBorderline(points, active, eligible),
            Points = points,
            EligibleDays = eligible,
            ActiveDays = active,
            LastUse = lastUse ?? days.LastOrDefault(day => day.Use)?.Day,
            Days = days,
        };
    }

    private static SheetDay Day(DateOnly day, LeftOut leftOut, ToolDay[] tools, Rubric rubric)
    {
        var blind = tools.Where(tool => tool.Coverage.State == CoverageState.NotMeasurable).ToList();
        if (leftOut == LeftOut.No && blind.Count > 0)
        {
            return new SheetDay(day, LeftOut.NotCovered, blind[0].Coverage.Reason, tools.Any(tool => tool.Use), 0, [], tools);
        }

        var lines = Enum.GetValues<Signal>().Select(signal => (signal, count: tools.Sum(tool => tool.Signals[signal] ?? 0))).Where(line => line.count > 0)
            .Select(line => new ScoreLine(line.signal, line.count, Math.Min(line.count, rubric.Cap(line.signal)), Math.Min(line.count, rubric.Cap(line.signal)) * rubric.Weight(line.signal)))
            .ToList();
        return new SheetDay(day, leftOut, null, tools.Any(tool => tool.Use), lines.Sum(line => line.Points), lines, tools);
    }
}
