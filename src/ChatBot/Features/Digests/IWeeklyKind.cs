using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>The week that is planned, and the directory it is planned for.</summary>
/// <param name="Week">The week that the digests are about.</param>
/// <param name="Now">The time.</param>
/// <param name="Directory">Who is planned: everybody, by id, or one person.</param>
/// <param name="Holidays">Days per country code.</param>
internal sealed record WeekToPlan(
    Week Week,
    DateTimeOffset Now,
    IReadOnlyList<Recipient> Directory,
    IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> Holidays);

/// <summary>
/// A kind of digest that is planned once a week: it says who its recipients are and what is decided of each; <see cref="PlanDigests"/> opens the run and
/// writes it. Registered by <c>AddSingleton&lt;IWeeklyKind, …&gt;()</c>.
/// </summary>
internal interface IWeeklyKind
{
    /// <summary>Its name, one of <see cref="DigestKinds"/>.</summary>
    string Kind { get; }

    /// <summary>False while it is not planned at all: then it has no run. Asked every quarter of an hour.</summary>
    bool IsOn => true;

    /// <summary>
    /// The recipients (those among <see cref="WeekToPlan.Directory"/>), each once, and the plan of each:
    /// usually that of <see cref="DigestTiming.Plan"/> unless there is another reason to send nothing.
    /// </summary>
    Task<IReadOnlyList<PersonPlan>> Decide(WeekToPlan plan, CancellationToken cancel);
}
