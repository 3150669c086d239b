using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Digests;

/// <summary>A week of one person beside the week before it.</summary>
/// <param name="This">What the week came to.</param>
/// <param name="Before">What the week before came to; null when nothing is known of it.</param>
/// <param name="Days">The week's days of the sheets, in order.</param>
/// <param name="NotFinal">Days of the week on which they were there to be measured and which have not settled.</param>
public sealed record WeekComparison(WeekTotals This, WeekTotals? Before, IReadOnlyList<SheetDay> Days, IReadOnlyList<DateOnly> NotFinal)
{
    /// <summary>The quarters whose sheets hold the days of the week and of the week before, earliest first: one or two.</summary>
    public static IReadOnlyList<Quarter> Quarters(Week week)
    {
        var (first, last) = (Quarter.Of(week.Previous.First), Quarter.Of(week.Last));
        return first == last ? [first] : [first, last];
    }

    /// <summary>The comparison; null when no day of the week counts, for then there is nothing to tell.</summary>
    /// <param name="week">The week.</param>
    /// <param name="sheets">The sheets of <see cref="Quarters"/>, all as of the same day.</param>
    /// <param name="person">Whose they are.</param>
    /// <param name="holidays">Days per country code.</param>
    public static WeekComparison? Of(
        Week week, IReadOnlyList<ScoreSheet> sheets, Person person, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays)
    {
        var days = DaysOf(week, sheets);
        return WeekTotals.Of(week, days) is not { } totals ? null : new WeekComparison(
            totals,
            WeekTotals.Of(week.Previous, DaysOf(week.Previous, sheets)),
            days,
            [.. days.Where(day => day.LeftOut == LeftOut.Pending && Attendance.On(person, [], holidays, day.Day) == LeftOut.No).Select(day => day.Day)]);
    }

    private static List<SheetDay> DaysOf(Week week, IReadOnlyList<ScoreSheet> sheets) =>
        [.. sheets.SelectMany(sheet => sheet.Days).Where(day => day.Day >= week.First && day.Day <= week.Last).OrderBy(day => day.Day)];
}
