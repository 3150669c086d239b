using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>Everything that is about one person.</summary>
/// <param name="Person">Employment, dated facts, leave.</param>
/// <param name="Accounts">The accounts that could be theirs, ambiguous ones included.</param>
/// <param name="Readings">
/// Readings of those accounts, in any order, from <see cref="ScoreWindow.FirstDay"/> on. The same account, scope and day stands once.
/// </param>
/// <param name="Seats">Rows of the seat snapshots about those accounts, in any order.</param>
/// <param name="Corrections">What rulings changed.</param>
public sealed record ScoreInputs(
    Person Person,
    IReadOnlyList<LinkedAccount> Accounts,
    IReadOnlyList<Reading> Readings,
    IReadOnlyList<Seat> Seats,
    IReadOnlyList<Correction> Corrections);

/// <summary>Which readings a sheet looks at, and for how long they can change it.</summary>
public static class ScoreWindow
{
    /// <summary>
    /// The earliest day whose readings can matter: 90 days (a tool stays a person's), 28 days (later use) and 31 days (the window of "no use seen")
    /// before the quarter begins.
    /// </summary>
    public static DateOnly FirstDay(Quarter quarter) => quarter.First.AddDays(-(90 + 28 + 31));

    /// <summary>
    /// How many days after the end of a quarter a day can still change its sheet: coverage looks 28 days ahead, and a day settles on the fourth day after it.
    /// </summary>
    public const int ChangesFor = 28 + Settling.Days;

    /// <summary>Whether everybody's sheets of the quarter are still made anew; some nights longer than they change, so that a missed one is made up for.</summary>
    public static bool IsOpen(Quarter quarter, DateOnly today) => today <= quarter.Last.AddDays(ChangesFor + 4);
}

/// <summary>What is the same for everybody: scopes, source days, gaps, holidays, days of seat snapshots. Immutable; made once per run.</summary>
/// <param name="Scopes">All scopes.</param>
/// <param name="SourceDays">The source days of the window.</param>
/// <param name="Gaps">All declared gaps.</param>
/// <param name="Holidays">Days per country code.</param>
/// <param name="SeatSnapshots">The days on which a snapshot of a source was taken, each once.</param>
public sealed record OrganisationFacts(
    IReadOnlyList<Scope> Scopes,
    IReadOnlyList<SourceDay> SourceDays,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> Holidays,
    IReadOnlyList<(Source Source, DateOnly TakenOn)> SeatSnapshots);
