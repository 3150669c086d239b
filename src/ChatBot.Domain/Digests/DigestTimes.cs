using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Domain.Digests;

/// <summary>When in the week somebody wants their digest, local time.</summary>
public readonly record struct DigestChoice(DayOfWeek Day, TimeOnly Time);

/// <summary>What is said to a choice.</summary>
/// <param name="IsAllowed">Whether it is taken as it is.</param>
/// <param name="Nearest">The nearest that is allowed; the choice itself where it is.</param>
public readonly record struct ChoiceAnswer(bool IsAllowed, DigestChoice Nearest);

/// <summary>Which days and times a digest can be wished for: any minute of the sending hours on a day of the week that the person works.</summary>
public static class DigestTimes
{
    /// <summary>Whether the choice is allowed; else the nearest: the nearest day that is worked (of two equally near the later), at the nearest time of day.</summary>
    /// <param name="choice">What the person asks for.</param>
    /// <param name="days">Their working pattern; one that holds no day counts as Monday to Friday.</param>
    /// <param name="hours">The hours they may be written to; <see cref="SendingHours.Usual"/> where not given.</param>
    public static ChoiceAnswer Check(DigestChoice choice, WorkingDays days, LocalHours? hours = null)
    {
        var pattern = days.Mask == 0 ? WorkingDays.MondayToFriday : days;
        var nearest = new DigestChoice(NearestDay(choice.Day, pattern), NearestTime(choice.Time, hours ?? SendingHours.Usual));
        return new ChoiceAnswer(nearest == choice, nearest);
    }

    /// <summary>The time itself inside the hours, else their first or last minute.</summary>
    public static TimeOnly NearestTime(TimeOnly time, LocalHours hours) =>
        hours.Contain(time) ? time : time < hours.From ? hours.From : hours.To.AddMinutes(-1);

    private static DayOfWeek NearestDay(DayOfWeek day, WorkingDays pattern)
    {
        for (var away = 0; ; away++)
        {
            var later = (DayOfWeek)(((int)day + away) % 7);
            var earlier = (DayOfWeek)(((int)day + 7 - away) % 7);
            if (pattern.Contains(later) || pattern.Contains(earlier))
            {
                return pattern.Contains(later) ? later : earlier;
            }
        }
    }
}
