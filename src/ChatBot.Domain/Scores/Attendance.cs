using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;

namespace ChatBot.Domain.Scores;

/// <summary>Whether a person was there to be measured on a day: pattern, holidays, employment, leave, corrections.</summary>
public static class Attendance
{
    private static readonly HashSet<DateOnly> NoHolidays = [];

    /// <summary>The first reason to leave the day out that is no matter of data; <see cref="LeftOut.No"/> where there is none.</summary>
    /// <param name="person">The person.</param>
    /// <param name="corrections">Corrections of their sheets.</param>
    /// <param name="holidays">Days per country code.</param>
    /// <param name="day">The day.</param>
    public static LeftOut On(
        Person person, IReadOnlyList<Correction> corrections, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, DateOnly day)
    {
        if (!Pattern(person, corrections, day).Contains(day.DayOfWeek))
        {
            return LeftOut.DayOff;
        }

        if (HolidaysOf(person, holidays, day).Contains(day))
        {
            return LeftOut.Holiday;
        }

        if (day < person.StartDate || day > person.EndDate)
        {
            return LeftOut.NotEmployed;
        }

        return IsOnLeave(person, day) ? LeftOut.OnLeave : IsExcluded(corrections, day) ? LeftOut.Excluded : LeftOut.No;
    }

    /// <summary>Whether the person is on leave that day.</summary>
    public static bool IsOnLeave(Person person, DateOnly day)
    {
        for (var i = 0; i < person.Leave.Count; i++)
        {
            if (person.Leave[i].Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    private static WorkingDays Pattern(Person person, IReadOnlyList<Correction> corrections, DateOnly day)
    {
        for (var i = corrections.Count - 1; i >= 0; i--)
        {
            if (corrections[i] is Correction.ChangeWorkingPattern change && change.Span.Contains(day))
            {
                return change.Pattern;
            }
        }

        return person.WorkingDays.At(day, WorkingDays.MondayToFriday);
    }

    private static bool IsExcluded(IReadOnlyList<Correction> corrections, DateOnly day)
    {
        for (var i = 0; i < corrections.Count; i++)
        {
            if (corrections[i] is Correction.ExcludeDays exclude && exclude.Span.Contains(day))
            {
                return true;
            }
        }

        return false;
    }

    private static IReadOnlySet<DateOnly> HolidaysOf(Person person, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, DateOnly day) =>
        person.Country.At(day, string.Empty) is { Length: > 0 } country && holidays.TryGetValue(country, out var days) ? days : NoHolidays;
}
