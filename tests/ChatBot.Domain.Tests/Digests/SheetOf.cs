using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Digests;

/// <summary>Sheets by hand.</summary>
internal static class SheetOf
{
    /// <summary>A sheet whose named days count, with so many points of prompts; other days are off or, if the as-of day is near, pending.</summary>
    public static ScoreSheet Days(string asOf, params (string Day, int Points)[] days) =>
        Of(asOf, [.. days.Select(day => Counted(day.Day, day.Points > 0 ? [new ScoreLine(Signal.Prompt, day.Points / 5, day.Points / 5, day.Points)] : []))]);

    public static SheetDay Counted(string day, params ScoreLine[] lines) => new(
        Date(day), LeftOut.No, null, lines.Length > 0, lines.Sum(line => line.Points), lines,
        [new ToolDay(Tool.Copilot, new Coverage(CoverageState.Seen, null), new Signals(0, 0, 0, 0, 0), lines.Length > 0)]);

    public static SheetDay Hidden(string day, Reason reason) => new(
        Date(day), LeftOut.NotCovered, reason, false, 0, [], [new ToolDay(Tool.Copilot, new Coverage(CoverageState.NotMeasurable, reason), default, false)]);

    public static ScoreSheet Of(string asOf, params SheetDay[] known)
    {
        var quarter = Quarter.Of(known[0].Day);
        var days = new List<SheetDay>();
        for (var day = quarter.First; day <= quarter.Last && day <= Date(asOf); day = day.AddDays(1))
        {
            days.Add(known.FirstOrDefault(one => one.Day == day)
                ?? new SheetDay(day, Settling.IsSettled(day, Date(asOf)) ? LeftOut.DayOff : LeftOut.Pending, null, false, 0, [], []));
        }

        return new ScoreSheet
        {
            Quarter = quarter, AsOf = Date(asOf), Rubric = "2026.1", Verdict = SheetVerdict.Light, Days = days,
            Points = days.Sum(day => day.Points), EligibleDays = days.Count(day => day.LeftOut == LeftOut.No), ActiveDays = days.Count(day => day.Use),
        };
    }

    private static DateOnly Date(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
