using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Features.Appeals;

/// <summary>Something to pick.</summary>
internal sealed record AppealPick(string Title, string Value);

/// <summary>
/// The days of a sheet as its person can pick them: runs of days that look alike, or weeks where there are many runs. Days off stand in no run of their own.
/// </summary>
internal static class DisputableDays
{
    /// <summary>The value of the whole quarter.</summary>
    public const string All = "all";

    /// <summary>Runs shown; a quarter has at most 14 weeks.</summary>
    public const int MostRuns = 15;

    private static readonly LeftOut[] Off = [LeftOut.DayOff, LeftOut.Holiday, LeftOut.NotEmployed];

    /// <summary>What can be picked, in the order of days, the whole quarter first.</summary>
    public static IReadOnlyList<AppealPick> Of(ScoreSheet sheet, Wording wording)
    {
        var runs = Runs(sheet);
        return
        [
            new AppealPick($"All of {wording.Quarter(sheet.Quarter)} so far", All),
            .. runs.Count <= MostRuns
                ? runs.Select(run => new AppealPick($"{Days(run, wording)}: {Look(run, wording)}", Value(run[0].Day, run[^1].Day)))
                : WeeksOf(sheet).Select(week => new AppealPick($"{Days(week, wording)}: {Week(week, wording)}", Value(week[0].Day, week[^1].Day))),
        ];
    }

    /// <summary>The days that a picked value names; null for one that names none of the sheet.</summary>
    public static DateSpan? Read(string value, ScoreSheet sheet) =>
        value == All ? Whole(sheet)
        : value.Split("..") is [var from, var to] && Day(from) is { } first && Day(to) is { } last && first <= last && Within(sheet, first, last) ? new DateSpan(first, last)
        : null;

    /// <summary>Every day of the sheet.</summary>
    public static DateSpan Whole(ScoreSheet sheet) => new(sheet.Days[0].Day, sheet.Days[^1].Day);

    /// <summary>Whether the sheet has the days.</summary>
    public static bool Within(ScoreSheet sheet, DateOnly from, DateOnly to) => from >= sheet.Days[0].Day && to <= sheet.Days[^1].Day;

    /// <summary>A day as inputs write it; null for anything else.</summary>
    public static DateOnly? Day(string? input) =>
        DateOnly.TryParseExact(input, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A day as inputs write it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Days as a value to pick.</summary>
    public static string Value(DateOnly from, DateOnly to) => $"{Text(from)}..{Text(to)}";

    /// <summary>Spans put in order, those that share days made one, as parts of an appeal.</summary>
    public static IReadOnlyList<AppealPart> Parts(IEnumerable<DateSpan> spans, Tool? tool)
    {
        var parts = new List<AppealPart>();
        foreach (var span in spans.OrderBy(one => one.From))
        {
            var to = span.To ?? span.From;
            if (parts.Count > 0 && span.From <= parts[^1].To)
            {
                parts[^1] = parts[^1] with { To = to > parts[^1].To ? to : parts[^1].To };
            }
            else
            {
                parts.Add(new AppealPart(span.From, to, tool));
            }
        }

        return parts;
    }

    /// <summary>How one day looks.</summary>
    public static string Look(SheetDay day, Wording wording) => Look([day], wording);

    private static List<List<SheetDay>> Runs(ScoreSheet sheet)
    {
        var runs = new List<List<SheetDay>>();
        foreach (var day in sheet.Days.Where(day => !Off.Contains(day.LeftOut)))
        {
            if (runs.Count > 0 && Key(runs[^1][0]) == Key(day))
            {
                runs[^1].Add(day);
            }
            else
            {
                runs.Add([day]);
            }
        }

        return runs;
    }

    private static List<List<SheetDay>> WeeksOf(ScoreSheet sheet) =>
        [.. sheet.Days.Where(day => !Off.Contains(day.LeftOut)).GroupBy(day => Domain.Calendar.Week.Of(day.Day)).OrderBy(week => week.Key.First).Select(week => week.ToList())];

    /// <summary>What makes days look alike.</summary>
    private static string Key(SheetDay day) => day.LeftOut switch
    {
        LeftOut.No => day.Use ? "use" : "none",
        LeftOut.NotCovered => $"{day.Reason}:{string.Join(',', Blind(day))}",
        _ => day.LeftOut.ToString(),
    };

    private static IEnumerable<Tool> Blind(SheetDay day) => day.Tools.Where(tool => tool.Coverage.State == CoverageState.NotMeasurable).Select(tool => tool.Tool);

    private static string Days(List<SheetDay> days, Wording wording) =>
        days.Count == 1 ? wording.Day(days[0].Day) : wording.Span(days[0].Day, days[^1].Day);

    private static string Look(List<SheetDay> run, Wording wording) => run[0].LeftOut switch
    {
        LeftOut.No when run[0].Use => $"use seen, {wording.Count(run.Sum(day => day.Points), "point")}",
        LeftOut.No => "no use seen",
        LeftOut.NotCovered => $"{Tools(run[0], wording)} could not be seen",
        var other => wording.Name(other),
    };

    private static string Tools(SheetDay day, Wording wording) =>
        string.Join(" and ", Blind(day).Take(2).Select(wording.Name)) is { Length: > 0 } names ? names : "your use";

    private static string Week(List<SheetDay> week, Wording wording)
    {
        var (counted, hidden, none) = (week.Count(day => day.LeftOut == LeftOut.No), week.Count(day => day.LeftOut == LeftOut.NotCovered), week.Count(day => day is { LeftOut: LeftOut.No, Use: false }));
        return hidden > 0 ? $"not visible on {hidden} of {wording.Count(week.Count, "day")}"
            : none > 0 ? $"no use seen on {none} of {wording.Count(counted, "counted day")}"
            : counted > 0 ? $"use seen, {wording.Count(week.Sum(day => day.Points), "point")}"
            : wording.Name(week[0].LeftOut);
    }
}
