using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Digests;

/// <summary>When the digest of a week goes to a person, always in the week after it by their own clock.</summary>
public abstract record DigestSlot
{
    private DigestSlot()
    {
    }

    /// <summary>It goes.</summary>
    /// <param name="Due">Not before.</param>
    /// <param name="Expires">Too late from then on: the last allowed hour of the week after has ended, or the next digest is due.</param>
    public sealed record At(DateTimeOffset Due, DateTimeOffset Expires) : DigestSlot;

    /// <summary>It does not.</summary>
    public sealed record None(WithholdingReason Reason) : DigestSlot;

    /// <summary>
    /// The slot by the person's choice: its day at its time in the week after; where they do not work that day (pattern, holiday, leave) the next day of
    /// that week on which they do, at the same time. Whose pattern holds no day from the chosen one on gets it on their last day before.
    /// </summary>
    /// <param name="hours">The person's hours.</param>
    /// <param name="choice">What they chose, or the usual; a time outside their hours is moved inside.</param>
    /// <param name="week">The week that the digest is about.</param>
    public static DigestSlot Of(SendingHours hours, DigestChoice choice, Week week)
    {
        if (hours.Person.StartDate > week.Last)
        {
            return new None(WithholdingReason.NotEmployed);
        }

        if (Chosen(hours, choice, week, out var why) is not { } due)
        {
            return new None(why);
        }

        var expires = End(hours, week.Next);
        return new At(due, Chosen(hours, choice, week.Next, out _) is { } next && next < expires ? next : expires);
    }

    /// <summary>The slot as it is when it is planned now: one that was missed is made up for at the next allowed moment; none is left means too late.</summary>
    public static DigestSlot From(SendingHours hours, DigestChoice choice, Week week, DateTimeOffset now) => Of(hours, choice, week) switch
    {
        At slot when slot.Due < now => hours.Next(now, slot.Expires) is { } late ? slot with { Due = late } : new None(WithholdingReason.TooLate),
        var slot => slot,
    };

    private static DateTimeOffset? Chosen(SendingHours hours, DigestChoice choice, Week week, out WithholdingReason why)
    {
        var time = DigestTimes.NearestTime(choice.Time, hours.Hours);
        why = WithholdingReason.NoWorkingDay;
        for (var day = FirstDay(hours.Person, choice.Day, week.Next); day <= week.Next.Last; day = day.AddDays(1))
        {
            switch (Attendance.On(hours.Person, [], hours.Holidays, day))
            {
                // A day or an hour that the zone leaves out has no such moment: Samoa had no 30 December 2011.
                case LeftOut.No when hours.At(day, time) is var moment && hours.Day(moment) == day && hours.Allow(moment):
                    return moment;
                case LeftOut.OnLeave:
                    why = WithholdingReason.OnLeave;
                    break;
                case LeftOut.NotEmployed when why != WithholdingReason.OnLeave:
                    why = WithholdingReason.NotEmployed;
                    break;
            }
        }

        return null;
    }

    private static DateOnly FirstDay(Person person, DayOfWeek chosen, Week after)
    {
        var first = after.First.AddDays(((int)chosen + 6) % 7);
        for (var day = first; day <= after.Last; day = day.AddDays(1))
        {
            if (Works(person, day))
            {
                return day;
            }
        }

        for (var day = first.AddDays(-1); day >= after.First; day = day.AddDays(-1))
        {
            if (Works(person, day))
            {
                return day;
            }
        }

        return first;
    }

    private static bool Works(Person person, DateOnly day) => person.WorkingDays.At(day, WorkingDays.MondayToFriday).Contains(day.DayOfWeek);

    /// <summary>The end of the last hour of the week in which they may be sent something.</summary>
    private static DateTimeOffset End(SendingHours hours, Week week)
    {
        var day = week.Last;
        while (day > week.First && !hours.IsPresent(day))
        {
            day = day.AddDays(-1);
        }

        return hours.At(day, hours.Hours.To);
    }
}
