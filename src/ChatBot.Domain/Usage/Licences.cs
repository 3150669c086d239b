namespace ChatBot.Domain.Usage;

/// <summary>The days on which seat snapshots were taken, as far as they are known as of a day; made once per run.</summary>
internal sealed class Snapshots
{
    private readonly Dictionary<Source, int[]> taken;

    public Snapshots(IEnumerable<(Source Source, DateOnly TakenOn)> snapshots, DateOnly asOf) =>
        taken = snapshots.Where(one => one.TakenOn <= asOf).GroupBy(one => one.Source)
            .ToDictionary(one => one.Key, one => one.Select(x => x.TakenOn.DayNumber).Distinct().Order().ToArray());

    /// <summary>Whether the source has a snapshot: then its seats say whose a tool is, and readings of weeks ago do not.</summary>
    public bool Any(Source source) => taken.ContainsKey(source);

    /// <summary>Day number of the first snapshot after the day; none is <see cref="int.MaxValue"/>.</summary>
    public int After(Source source, DateOnly day)
    {
        if (taken.TryGetValue(source, out var days))
        {
            var found = Array.BinarySearch(days, day.DayNumber + 1);
            var next = found < 0 ? ~found : found;
            return next < days.Length ? days[next] : int.MaxValue;
        }

        return int.MaxValue;
    }
}

/// <summary>The seats of one person in one tool.</summary>
/// <remarks>
/// A seat is told by its account and the day it was made. What the last snapshot that holds it says of its end holds for it, and it ends on
/// the first snapshot after that one.
/// </remarks>
internal readonly struct Licences
{
    private readonly Seat[] rows;
    private readonly (int From, int To)[] spans;

    private Licences(Seat[] rows, (int From, int To)[] spans) => (this.rows, this.spans) = (rows, spans);

    public static Licences None { get; } = new([], []);

    public static Licences Of(List<Seat> seats, Snapshots snapshots)
    {
        if (seats.Count == 0)
        {
            return None;
        }

        var held = new List<(int From, int To)>();
        foreach (var seat in seats)
        {
            if (!seats.Exists(other => other.Account == seat.Account && other.CreatedOn == seat.CreatedOn && other.TakenOn > seat.TakenOn))
            {
                var end = Math.Min(seat.CancelledOn?.DayNumber ?? int.MaxValue, snapshots.After(seat.Source, seat.TakenOn) - 1);
                held.Add((seat.CreatedOn.DayNumber, end));
            }
        }

        return new Licences([.. seats], [.. held]);
    }

    /// <summary>Whether a seat covers the day.</summary>
    public bool Cover(int dayNumber)
    {
        foreach (var (from, to) in spans)
        {
            if (dayNumber >= from && dayNumber <= to)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Rule 10 of coverage: whether the vendor says in every snapshot from the day to 28 days after it, and in at least one, that its last
    /// activity is unknown or earlier than 28 days before the day.
    /// </summary>
    public bool SayIdle(int dayNumber)
    {
        var any = false;
        foreach (var seat in rows)
        {
            var taken = seat.TakenOn.DayNumber;
            if (taken >= dayNumber && taken <= dayNumber + 28)
            {
                if (seat.LastActivityOn is { } last && last.DayNumber >= dayNumber - 28)
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }
}
