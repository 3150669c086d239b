namespace ChatBot.Commands.Demo;

/// <summary>Small arithmetic of days.</summary>
internal static class Days
{
    public static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    public static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Both ends included; none when they are the wrong way round.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last) =>
        Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(first.AddDays);
}
