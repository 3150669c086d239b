using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Appeals;

/// <summary>
/// The calendar that all clocks of one appeal run by: that of the person's country, fixed when the appeal is filed, so that neither a move nor a later
/// import of holidays shifts a date that somebody was told.
/// </summary>
/// <remarks>A day here is a calendar day of <paramref name="Zone"/>, from its local midnight to the next, however many hours that is.</remarks>
/// <param name="Country">ISO country code; empty where none is known: then there are no holidays.</param>
/// <param name="Zone">The person's time zone.</param>
/// <param name="Week">The country's working week.</param>
/// <param name="Holidays">The country's holidays from the day of filing on, as known then.</param>
public sealed record CaseCalendar(string Country, TimeZoneInfo Zone, WorkingDays Week, IReadOnlyList<DateOnly> Holidays)
{
    /// <summary>Longer than any case takes: 28 days, 30 to escalate, 28 more, and the days of delivery.</summary>
    private const int HeldFor = 200;

    /// <summary>The calendar of a case filed now.</summary>
    /// <param name="country">ISO country code; empty for none.</param>
    /// <param name="zone">The person's time zone.</param>
    /// <param name="holidays">Days per country code.</param>
    /// <param name="now">The moment of filing.</param>
    /// <param name="week">The country's working week; Monday to Friday where nothing else is known.</param>
    public static CaseCalendar Of(
        string country, TimeZoneInfo zone, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, DateTimeOffset now, WorkingDays? week = null)
    {
        var calendar = new CaseCalendar(country, zone, week is { Mask: not 0 } known ? known : WorkingDays.MondayToFriday, []);
        var first = calendar.Day(now);
        return holidays.TryGetValue(country, out var days)
            ? calendar with { Holidays = [.. days.Where(day => day >= first && day <= first.AddDays(HeldFor)).Order()] }
            : calendar;
    }

    /// <summary>The person's day at a moment.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>Whether the day is worked in the country.</summary>
    public bool IsWorked(DateOnly day) => Week.Contains(day.DayOfWeek) && !Holidays.Contains(day);

    /// <summary>The so-manieth working day after a day; the day itself does not count.</summary>
    public DateOnly After(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
        {
            day = day.AddDays(1);
            workingDays -= IsWorked(day) ? 1 : 0;
        }

        return day;
    }
}
