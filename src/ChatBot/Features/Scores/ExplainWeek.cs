using ChatBot.Chat;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Scores;

/// <summary>One week of a sheet, day by day.</summary>
internal static class ExplainWeek
{
    /// <summary>Whether the sheet has a day of the week that begins on the Monday.</summary>
    public static bool Has(ScoreSheet sheet, DateOnly monday) => sheet.Days.Any(day => Weeks.Monday(day.Day) == monday);

    /// <summary>The week's data.</summary>
    public static WeekCard Card(ScoreSheet sheet, DateOnly monday, IReadOnlyList<Correction> corrections, DateOnly today, Rubric rubric, Wording wording)
    {
        var days = sheet.Days.Where(day => Weeks.Monday(day.Day) == monday).ToList();
        return new WeekCard
        {
            Span = wording.Span(days[0].Day, days[^1].Day),
            Quarter = wording.Quarter(sheet.Quarter),
            QuarterId = sheet.Quarter.ToString(),
            AsOf = wording.Day(today),
            Points = wording.Count(days.Sum(day => day.Points), "point"),
            CountedDays = wording.Count(days.Count(day => day.LeftOut == LeftOut.No), "counted day"),
            Days = [.. days.Select(day => Line(day, corrections, rubric, wording))],
            Earlier = Has(sheet, monday.AddDays(-7)) ? Weeks.Id(monday.AddDays(-7)) : null,
            Later = Has(sheet, monday.AddDays(7)) ? Weeks.Id(monday.AddDays(7)) : null,
            Rubric = sheet.Rubric,
        };
    }

    private static DayLine Line(SheetDay day, IReadOnlyList<Correction> corrections, Rubric rubric, Wording wording) => new(
        wording.Day(day.Day),
        day.LeftOut == LeftOut.No,
        wording.Count(day.Points, "point"),
        day.LeftOut switch
        {
            LeftOut.No => null,
            LeftOut.NotCovered when day.Reason is { } reason => wording.Of(reason).Short,
            _ => wording.Name(day.LeftOut),
        },
        day.LeftOut == LeftOut.NotCovered ? Unseen.Declared(day.Reason) : null,
        SignalLines.Of([day], rubric, wording),
        CreditedLines.On(day, corrections, rubric, wording));
}
