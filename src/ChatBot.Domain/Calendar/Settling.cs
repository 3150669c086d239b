namespace ChatBot.Domain.Calendar;

/// <summary>When a day's data is taken as final: vendors still write to a day during the three days after it.</summary>
public static class Settling
{
    /// <summary>A day is settled this many days after it.</summary>
    public const int Days = 4;

    /// <summary>Whether the day is settled as of a day.</summary>
    public static bool IsSettled(DateOnly day, DateOnly asOf) => day.DayNumber <= asOf.DayNumber - Days;

    /// <summary>The last settled day.</summary>
    public static DateOnly Last(DateOnly asOf) => asOf.AddDays(-Days);

    /// <summary>From this moment on, what was written about the day is final.</summary>
    public static DateTimeOffset Moment(DateOnly day) => new(day.AddDays(Days), TimeOnly.MinValue, TimeSpan.Zero);
}
