using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>What the snapshots of seats say of one of the person's accounts.</summary>
/// <param name="Source">The source of the snapshots.</param>
/// <param name="CreatedOn">UTC day on which the seat was made.</param>
/// <param name="CancelledOn">The last day that it covers, where a cancellation was pending.</param>
/// <param name="LastActivityOn">UTC day of the vendor's last activity, by the last snapshot that has the seat; null where it knows none.</param>
/// <param name="TakenOn">The day of that snapshot.</param>
/// <param name="GoneOn">The day of the first snapshot after it, which lacks the seat; null where there is none.</param>
public sealed record SeatTrace(Source Source, DateOnly CreatedOn, DateOnly? CancelledOn, DateOnly? LastActivityOn, DateOnly TakenOn, DateOnly? GoneOn)
{
    /// <summary>The traces of all accounts, the latest snapshot first.</summary>
    /// <param name="inputs">What the sheet was computed from, of the person.</param>
    /// <param name="facts">The same of the organisation.</param>
    /// <param name="asOf">As of which day; later snapshots are not looked at.</param>
    public static IReadOnlyList<SeatTrace> Of(ScoreInputs inputs, OrganisationFacts facts, DateOnly asOf)
    {
        var traces = inputs.Seats.Where(seat => seat.TakenOn <= asOf).GroupBy(seat => (seat.Source, seat.Account)).Select(seats =>
        {
            var last = seats.OrderBy(seat => seat.TakenOn).Last();
            var later = facts.SeatSnapshots.Where(one => one.Source == last.Source && one.TakenOn > last.TakenOn && one.TakenOn <= asOf).Select(one => (DateOnly?)one.TakenOn);
            return (seats.Key.Account, Trace: new SeatTrace(last.Source, last.CreatedOn, last.CancelledOn, last.LastActivityOn, last.TakenOn, later.Min()));
        });
        return [.. traces.OrderByDescending(one => one.Trace.TakenOn).ThenBy(one => one.Trace.Source).ThenBy(one => one.Account).Select(one => one.Trace)];
    }
}
