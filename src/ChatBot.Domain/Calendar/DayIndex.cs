namespace ChatBot.Domain.Calendar;

/// <summary>Consecutive days counted from 0, so that what is known of a day can stand in an array.</summary>
/// <param name="First">Day number of day 0.</param>
/// <param name="Count">How many days; 0 for none.</param>
internal readonly record struct DayIndex(int First, int Count)
{
    public static DayIndex Between(DateOnly first, DateOnly last) => new(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1));

    /// <summary>The day's place; below 0 or not below <see cref="Count"/> for a day that is not in the range.</summary>
    public int this[DateOnly day] => day.DayNumber - First;

    public DateOnly Day(int index) => DateOnly.FromDayNumber(First + index);
}
