using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>Looks at one person's days one by one: whether each counts, why not, and what it brings.</summary>
internal sealed class DayLook(ScoreInputs inputs, PersonUsage usage, Credits credits, SharedFacts facts, Rubric rubric)
{
    private readonly Person person = inputs.Person;
    private readonly IReadOnlyList<Gap> gaps = facts.Gaps.Near(inputs.Person);
    private readonly ToolDay?[] silent = new ToolDay?[usage.Tools.Count];

    /// <summary>The day.</summary>
    public SheetDay At(DateOnly date)
    {
        var day = facts.Days[date];
        var isSettled = Settling.IsSettled(date, facts.AsOf);
        var leftOut = isSettled ? Attendance.On(person, inputs.Corrections, facts.Holidays, date) : LeftOut.Pending;
        var tools = ToolsOf(date, day, isSettled);
        if (leftOut == LeftOut.No)
        {
            tools = credits.On(date, tools);
        }

        var use = false;
        foreach (var tool in tools)
        {
            use |= tool.Use;
        }

        if (leftOut != LeftOut.No)
        {
            return new SheetDay(date, leftOut, null, use, 0, [], tools);
        }

        if (WhyNotCovered(date, tools) is { } reason)
        {
            return new SheetDay(date, LeftOut.NotCovered, reason, use, 0, [], tools);
        }

        var lines = ScoredDay.Lines(tools, rubric);
        var points = 0;
        foreach (var line in lines)
        {
            points += line.Points;
        }

        return new SheetDay(date, LeftOut.No, null, use, points, lines, tools);
    }

    /// <summary>Why a person has no tool at all that day: what a gap declares, else a link that is missing or ambiguous, else the licence.</summary>
    public Reason WhyNoTool(DateOnly date) =>
        Gaps.On(gaps, person, null, date) ?? (usage.IsAmbiguous || !usage.IsLinked ? Reason.AccountNotLinked : Reason.NoLicence);

    /// <summary>Whether a tool was the person's that day.</summary>
    public static bool HasTool(SheetDay day)
    {
        for (var i = 0; i < day.Tools.Count; i++)
        {
            if (day.Tools[i].Coverage.State != CoverageState.NotTheirs)
            {
                return true;
            }
        }

        return false;
    }

    private ToolDay[] ToolsOf(DateOnly date, int day, bool isSettled)
    {
        var count = 0;
        for (var i = 0; i < usage.Tools.Count; i++)
        {
            count += IsShown(usage.Tools[i], day) ? 1 : 0;
        }

        if (count == 0)
        {
            return [];
        }

        var tools = new ToolDay[count];
        for (int i = 0, place = 0; i < usage.Tools.Count; i++)
        {
            if (IsShown(usage.Tools[i], day))
            {
                tools[place++] = ToolOf(i, date, day, isSettled);
            }
        }

        return tools;
    }

    private static bool IsShown(ToolHistory tool, int day) => tool.IsTheirs(day) || tool.Marks(day).HasFlag(DayMarks.Use);

    private ToolDay ToolOf(int place, DateOnly date, int day, bool isSettled)
    {
        var tool = usage.Tools[place];
        var coverage = !tool.IsTheirs(day) ? Coverages.NotTheirs
            : !isSettled ? Coverages.Pending
            : Gaps.On(gaps, person, tool.Tool, date) is { } declared ? Coverages.NotMeasurable(declared)
            : tool.Coverage(day);
        var signals = tool.Signals(day);
        var use = tool.Marks(day).HasFlag(DayMarks.Use);
        return coverage.State == CoverageState.Silent && !use && signals == default
            ? silent[place] ??= new ToolDay(tool.Tool, coverage, signals, use)
            : new ToolDay(tool.Tool, coverage, signals, use);
    }

    /// <summary>Covered = at least one of the person's tools is seen or silent and none of them is not measurable.</summary>
    private Reason? WhyNotCovered(DateOnly date, ToolDay[] tools)
    {
        var any = false;
        Reason? worst = null;
        foreach (var tool in tools)
        {
            any |= tool.Coverage.State != CoverageState.NotTheirs;
            if (tool.Coverage.Reason is { } reason && (worst is not { } known || Coverages.Rank(reason) < Coverages.Rank(known)))
            {
                worst = reason;
            }
        }

        return any ? worst : WhyNoTool(date);
    }
}
