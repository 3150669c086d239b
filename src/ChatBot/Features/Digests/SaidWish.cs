using System.Globalization;
using ChatBot.Chat;

namespace ChatBot.Features.Digests;

/// <summary>
/// What a sentence says about when: kept as a few words of our own (<c>Wed 09:00</c>, <c>2 weeks</c>, <c>until 3 Dec</c>), which read back as the same.
/// </summary>
internal static class SaidWish
{
    /// <summary>A day of the week, a time, or both; empty for neither.</summary>
    public static string Time(string text)
    {
        var slots = SlotsOf(text);
        var day = slots.FirstOrDefault(slot => slot.Day is not null)?.Day is { } said ? said.ToString()[..3] : string.Empty;
        var time = slots.FirstOrDefault(slot => slot.Time is not null)?.Time is { } at ? at.ToString("HH:mm", CultureInfo.InvariantCulture) : string.Empty;
        return $"{day} {time}".Trim();
    }

    /// <summary>Reads what <see cref="Time"/> wrote.</summary>
    public static (DayOfWeek? Day, TimeOnly? Time) ReadTime(string of)
    {
        var slots = SlotsOf("at " + of); // A number at the very front of a sentence is no time.
        return (slots.FirstOrDefault(slot => slot.Day is not null)?.Day, slots.FirstOrDefault(slot => slot.Time is not null)?.Time);
    }

    /// <summary>A span, or the last day of a pause; empty for neither.</summary>
    public static string Pause(string text) => SlotsOf(text).FirstOrDefault(slot => slot.Kind is Slots.Span or Slots.Date or Slots.Day) switch
    {
        { Date: { } date } => string.Create(
            CultureInfo.InvariantCulture, $"until {date.Day} {CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(date.Month)}{(date.Year == 0 ? string.Empty : $" {date.Year:0000}")}"),
        { Day: { } day } => $"until {day.ToString()[..3]}",
        { Months: > 0 and var months } => months == 1 ? "1 month" : string.Create(CultureInfo.InvariantCulture, $"{months} months"),
        { Days: > 0 and var days } when days % 7 == 0 => days == 7 ? "1 week" : string.Create(CultureInfo.InvariantCulture, $"{days / 7} weeks"),
        { Days: > 0 and var days } => days == 1 ? "1 day" : string.Create(CultureInfo.InvariantCulture, $"{days} days"),
        _ => string.Empty,
    };

    /// <summary>The last day of a pause that begins today, inclusive; two weeks where nothing was said. May lie before today, for a date that names its year.</summary>
    public static DateOnly PauseEnd(string of, DateOnly today) => (SlotsOf(of) is [var first, ..] ? first : null) switch
    {
        { Date: { } date } => EndOn(date, today),
        { Day: { } day } => today.AddDays(((int)day - (int)today.DayOfWeek + 7) % 7),
        { Months: > 0 and var months } => today.AddMonths(months).AddDays(-1),
        { Days: > 0 and var days } => today.AddDays(days - 1),
        _ => today.AddDays(13),
    };

    private static DateOnly EndOn((int Year, int Month, int Day) date, DateOnly today)
    {
        for (var year = date.Year == 0 ? today.Year : date.Year; ; year++)
        {
            // 29 February, in a year that has none, is the day before.
            var day = new DateOnly(year, date.Month, Math.Min(date.Day, DateTime.DaysInMonth(year, date.Month)));
            if (day >= today || date.Year != 0)
            {
                return day;
            }
        }
    }

    private static IReadOnlyList<Slot> SlotsOf(string text) => Slots.In([.. TypedWords.Of(text).Select(word => word.Text)]);
}
