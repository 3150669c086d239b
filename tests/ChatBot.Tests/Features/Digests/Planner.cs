using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using ChatBot.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ChatBot.Tests.Features.Digests;

/// <summary>The planner on a database of a test's own, with people imported from text.</summary>
internal sealed class Planner(ImportHarness harness, PlanningSettings? settings = null, params IWeeklyKind[] more)
{
    public static readonly PlanningSettings Usual = new("Europe/Berlin", 1, 1, 5);

    public static readonly DigestSettings Digests = new(10, DayOfWeek.Tuesday, new TimeOnly(11, 0));

    /// <summary>The run opens in this week: Tuesday 24 November 2026 is its usual day.</summary>
    public static readonly Week Week = new(2026, 47);

    public DigestTiming Timing { get; } = new(new RecipientHours(settings ?? Usual), Digests);

    public PlanDigests Plan => new(
        harness.Database, [new PlanPersonal(harness.Database, Timing), .. more], new RunPlan(harness.Database, settings ?? Usual), settings ?? Usual);

    public DigestSweep Sweep => new(TestBrake.On(harness.Database, new StoppedClock(harness.Now)), Plan, new StoppedClock(harness.Now), NullLogger<DigestSweep>.Instance);

    public Task<PlanReport> Everybody(bool dryRun = false, Week? week = null) => Plan.Everybody(week ?? Week, harness.Now, "operator", dryRun, progress: null, default);

    public Task<DeliveryRow> Delivery(string email) => harness.Query(db => (
        from delivery in db.Deliveries
        join person in db.People on delivery.Recipient equals person.Id
        where person.Email == email
        select delivery).SingleAsync());

    public Task<string?> Withheld(string email) => harness.Query(db => (
        from withholding in db.Withholdings
        join person in db.People on withholding.Person equals person.Id
        where person.Email == email
        select withholding.Reason).SingleOrDefaultAsync());

    public Task<Guid> Id(string email) => harness.Query(db => db.People.Where(x => x.Email == email).Select(x => x.Id).SingleAsync());
}
