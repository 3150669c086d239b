using System.Diagnostics;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using ChatBot.Tests.Channels.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>What operators do to deliveries while they go out, and what the rate and a stop do.</summary>
public sealed class BrakeTests : IAsyncLifetime
{
    private static readonly Guid Run = Worker.PersonId(900);

    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory, OnSqlite, OnPostgres]
    public async Task The_brake_stops_every_worker_and_lets_them_go_on(Database on)
    {
        await using var store = await Planned(on, 60);
        await using var worker = await Worker.Start(store, null, ("Deliveries:TeamsPerSecond", "20"));
        await using var elsewhere = await Worker.Start(store, null, ("Deliveries:Enabled", "false"));
        await Worker.Until(store, rows => rows.Count(row => row.State == DeliveryState.Sent) >= 3);

        await elsewhere.Get<Brake>().Pause("operator", default);
        var stopped = await Worker.Until(store, rows => rows.All(row => row.State is DeliveryState.Planned or DeliveryState.Sent));
        await Task.Delay(TimeSpan.FromMilliseconds(500));

        Assert.True(await elsewhere.Get<Brake>().IsOn(default));
        Assert.Equal(stopped.Count(row => row.State == DeliveryState.Sent), teams.Accepted.Count);
        Assert.InRange(teams.Accepted.Count, 3, 40);

        await elsewhere.Get<Brake>().Resume("operator", default);
        Assert.All(await Worker.Until(store), row => Assert.Equal((DeliveryState.Sent, 1), (row.State, row.Attempts)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_run_sends_nothing_more(Database on)
    {
        await using var store = await Planned(on, 60);
        await using var worker = await Worker.Start(store, null, ("Deliveries:TeamsPerSecond", "20"));
        await Worker.Until(store, rows => rows.Count(row => row.State == DeliveryState.Sent) >= 3);

        var cancelled = await worker.Get<Runs>().Cancel(Run, default);
        var rows = await Worker.Until(store);

        Assert.Equal(cancelled, rows.Count(row => row.State == DeliveryState.Cancelled));
        Assert.Equal(60 - cancelled, rows.Count(row => row.State == DeliveryState.Sent));
        Assert.Equal(60 - cancelled, teams.Accepted.Count);
        Assert.NotNull((await store.Query(db => db.Runs.SingleAsync())).CancelledAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stop_leaves_nothing_claimed_and_nothing_unknown(Database on)
    {
        await using var store = await Planned(on, 200);
        await using var worker = await Worker.Start(store);
        await Worker.Until(store, rows => rows.Count(row => row.State == DeliveryState.Sent) >= 20);
        var stopwatch = Stopwatch.StartNew();

        await worker.Stop();

        Assert.InRange(stopwatch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        var rows = await Worker.Until(store, _ => true);
        Assert.All(rows, row => Assert.True(row.State is DeliveryState.Planned or DeliveryState.Sent, $"{row.State}"));
        Assert.Equal(teams.Accepted.Count, rows.Count(row => row.State == DeliveryState.Sent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task All_calls_together_keep_to_the_rate(Database on)
    {
        await using var store = await Planned(on, 60);
        await using var first = await Worker.Start(store, null, ("Deliveries:TeamsPerSecond", "40"));
        await using var second = on == Database.Postgres ? await Worker.Start(store, null, ("Deliveries:TeamsPerSecond", "40")) : null;

        await Worker.Until(store);

        // Sixty moments, a fortieth of a second apart.
        Assert.InRange(teams.Calls.Max(call => call.At) - teams.Calls.Min(call => call.At), TimeSpan.FromSeconds(1.2), TimeSpan.FromSeconds(20));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_calls_while_the_provider_wants_a_pause(Database on)
    {
        await using var store = await Planned(on, 60);
        teams.Fail(429, retryAfter: "2");
        await using var worker = await Worker.Start(store, null, ("Deliveries:TeamsPerSecond", "20"));

        var rows = await Worker.Until(store);

        var refused = teams.Calls[0].At;
        Assert.All(rows, row => Assert.Equal(DeliveryState.Sent, row.State));
        Assert.InRange(teams.Calls.Count(call => call.At > refused && call.At < refused.AddSeconds(2)), 0, 15);
        Assert.Equal(61, teams.Calls.Count);
    }

    [Theory]
    [OnSqlite(10, 0, 11, true), OnPostgres(10, 0, 11, true)]
    [OnSqlite(10, 1, 11, true)]
    [OnSqlite(10, 2, 11, false), OnPostgres(10, 2, 11, false)]
    [OnSqlite(10, 0, 9, false)]
    [OnSqlite(0, 0, 11, false)]
    public async Task The_rest_of_a_run_is_let_go_when_its_first_few_went_quietly(Database on, int ended, int bad, int minutes, bool released)
    {
        await using var store = await Planned(on, 30, held: true);
        var clock = new FakeClock(Worker.Now);
        await store.Query(async db => await db.Deliveries.OrderBy(row => row.Recipient).Take(10).ExecuteUpdateAsync(set => set.SetProperty(row => row.Held, false)));
        await store.Query(async db => await db.Deliveries.Where(row => !row.Held).OrderBy(row => row.Recipient).Take(ended)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Sent).SetProperty(row => row.StateAt, Worker.Now)));
        await store.Query(async db => await db.Deliveries.Where(row => !row.Held).OrderBy(row => row.Recipient).Take(bad)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DeliveryState.Unknown)));
        await using var worker = await Worker.Start(store, services => services.AddSingleton<TimeProvider>(clock), ("Deliveries:Enabled", "false"));
        clock.Advance(TimeSpan.FromMinutes(minutes));

        await worker.Get<Runs>().ReleaseQuiet(default);

        Assert.Equal(released ? 0 : 20, await store.Query(db => db.Deliveries.CountAsync(row => row.Held)));
        Assert.Equal(released, (await store.Query(db => db.Runs.SingleAsync())).ReleasedAt is not null);
    }

    [Fact]
    public async Task Moments_lie_evenly_and_one_that_passed_is_lost()
    {
        var clock = new FakeClock(Worker.Now);
        var slots = new LocalSlots(clock);
        var gap = TimeSpan.FromMilliseconds(25);

        Assert.Equal(0, await Wait(1));
        Assert.Equal(25, await Wait(3));
        Assert.Equal(100, await Wait(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Wait(1));
        Assert.Equal(25, await Wait(1));

        async Task<double> Wait(int count) => (await slots.Reserve(count, gap, default)).TotalMilliseconds;
    }

    [Theory, OnPostgres]
    public async Task Machines_share_one_row_of_moments(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        var gap = TimeSpan.FromMilliseconds(20);
        var machines = Enumerable.Range(0, 3).Select(_ => new SharedSlots("Teams:t", store)).ToList();

        var waits = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i => await machines[i % 3].Reserve(2, gap, default)));

        // 120 moments, none twice; what the clock did meanwhile only brings them nearer.
        Assert.InRange(waits.Max(), TimeSpan.Zero, gap * 118);
        await machines[0].Close(TimeSpan.FromMinutes(1), default);
        Assert.InRange(await machines[1].Reserve(1, gap, default), TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));
        Assert.InRange(await machines[2].Reserve(1, gap, default), TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(60));
    }

    private async Task<TestDatabase> Planned(Database on, int people, bool held = false)
    {
        var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, people)]);
        await store.Add(new RunRow { Id = Run, Kind = Worker.Quiet, Period = "2026-W47", Recipients = people, OpenedAt = Worker.Now, OpenedBy = "operator" });
        await Worker.Plan(store, [.. Enumerable.Range(1, people).Select(person => Worker.Due(Worker.Quiet, person) with { Run = Run, Held = held })]);
        return store;
    }
}
