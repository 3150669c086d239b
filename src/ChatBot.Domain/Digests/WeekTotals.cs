using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Digests;

/// <summary>Points that a signal brought in a week; above zero.</summary>
public readonly record struct SignalPoints(Signal Signal, int Points);

/// <summary>What a week came to, over its days that count.</summary>
/// <param name="Week">The week.</param>
/// <param name="CountedDays">Its eligible days.</param>
/// <param name="ActiveDays">Those of them with use.</param>
/// <param name="Points">Their points.</param>
/// <param name="Signals">Where the points come from, in the order of the signals.</param>
public sealed record WeekTotals(Week Week, int CountedDays, int ActiveDays, int Points, IReadOnlyList<SignalPoints> Signals)
{
    /// <summary>Points per eligible day, 0–100, unrounded; 0 without eligible days.</summary>
    public decimal PerDay => CountedDays == 0 ? 0 : (decimal)Points / CountedDays;

    /// <summary>Adds up the days that count; null when none does, for then nothing is known of the week.</summary>
    /// <param name="week">The week.</param>
    /// <param name="days">Its days, from one sheet or from two.</param>
    internal static WeekTotals? Of(Week week, IReadOnlyCollection<SheetDay> days)
    {
        var counted = days.Where(day => day.LeftOut == LeftOut.No).ToList();
        return counted.Count == 0 ? null : new WeekTotals(
            week,
            counted.Count,
            counted.Count(day => day.Use),
            counted.Sum(day => day.Points),
            [
                .. counted.SelectMany(day => day.Lines).GroupBy(line => line.Signal).OrderBy(group => group.Key)
                    .Select(group => new SignalPoints(group.Key, group.Sum(line => line.Points)))
                    .Where(signal => signal.Points > 0),
            ]);
    }
}
