using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Deliveries;

/// <summary>
/// When a person may be sent something that they did not ask for: within the hours, on a working day of theirs, on no holiday, not on leave, while employed.
/// </summary>
/// <param name="Person">Working pattern, country, leave and employment.</param>
/// <param name="Zone">Their time zone; the organisation's where theirs is unknown.</param>
/// <param name="Hours">The local hours, see <see cref="Usual"/> and <see cref="Narrow"/>.</param>
/// <param name="Holidays">Days per country code.</param>
public sealed record SendingHours(Person Person, TimeZoneInfo Zone, LocalHours Hours, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> Holidays)
{
    /// <summary>09:00–17:00.</summary>
    public static LocalHours Usual { get; } = new(new TimeOnly(9, 0), new TimeOnly(17, 0));

    /// <summary>11:00–15:00, for who lives in an unknown time zone: daytime over most of a continent.</summary>
    public static LocalHours Narrow { get; } = new(new TimeOnly(11, 0), new TimeOnly(15, 0));

    /// <summary>No zone is farther from UTC, with an hour to spare.</summary>
    private static readonly TimeSpan Farthest = TimeSpan.FromHours(15);

    /// <summary>Whether they may be sent something now.</summary>
    public bool Allow(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone).DateTime;
        return Hours.Contain(TimeOnly.FromDateTime(local)) && IsPresent(DateOnly.FromDateTime(local));
    }

    /// <summary>The local day of a moment.</summary>
    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Zone).DateTime);

    /// <summary>Whether the local day is one on which they work.</summary>
    public bool IsPresent(DateOnly day) => Attendance.On(Person, [], Holidays, day) == LeftOut.No;

    /// <summary>The first moment at or after <paramref name="from"/> at which they may be sent something; null when there is none before <paramref name="until"/>.</summary>
    public DateTimeOffset? Next(DateTimeOffset from, DateTimeOffset until)
    {
        if (Allow(from))
        {
            return from < until ? from : null;
        }

        for (var day = Day(from); ; day = day.AddDays(1))
        {
            var opens = At(day, Hours.From);
            if (opens >= until)
            {
                return null;
            }

            if (opens >= from && IsPresent(day) && Allow(opens))
            {
                return opens;
            }
        }
    }

    /// <summary>
    /// The moment of a local time. One that a change of the clocks leaves out is the first moment after the gap; one that comes twice is the earlier.
    /// </summary>
    /// <remarks>Asked of the offsets around it, since <see cref="TimeZoneInfo.IsInvalidTime"/> does not know a whole day that was left out (Samoa, 2011).</remarks>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Utc);
        var (before, after) = (Zone.GetUtcOffset(local - Farthest), Zone.GetUtcOffset(local + Farthest));
        var (earlier, later) = before > after ? (before, after) : (after, before);
        if (Shows(local - earlier, local) || Shows(local - later, local))
        {
            return new DateTimeOffset(Shows(local - earlier, local) ? local - earlier : local - later);
        }

        var moment = local - earlier;
        while (moment + Zone.GetUtcOffset(moment) < local)
        {
            moment = moment.AddMinutes(1);
        }

        return new DateTimeOffset(moment);
    }

    private bool Shows(DateTime moment, DateTime local) => moment + Zone.GetUtcOffset(moment) == local;
}

/// <summary>A span of a local day.</summary>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public readonly record struct LocalHours(TimeOnly From, TimeOnly To)
{
    /// <summary>Whether the time lies in the span.</summary>
    public bool Contain(TimeOnly time) => time >= From && time < To;
}
