using System.Data.Common;
using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using ChatBot.Tests.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>A worker dies before or after each write of a state; a fresh one goes on.</summary>
public sealed class CrashTests : IAsyncLifetime
{
    private const int People = 24;

    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [OnSqlite("claim before"), OnPostgres("claim before")]
    [OnSqlite("claim after"), OnPostgres("claim after")]
    [OnSqlite("leave before"), OnPostgres("leave before")]
    [OnSqlite("leave after"), OnPostgres("leave after")]
    [OnSqlite("settle before"), OnPostgres("settle before")]
    [OnSqlite("settle after"), OnPostgres("settle after")]
    [OnSqlite("plan-again before"), OnPostgres("plan-again before")]
    [OnSqlite("plan-again after"), OnPostgres("plan-again after")]
    public async Task Nothing_is_lost_and_nothing_quiet_is_doubled_wherever_a_worker_dies(Database on, string point)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, People)]);
        await Worker.Plan(store, [.. Enumerable.Range(1, People).Select(person => Worker.Due(person % 2 == 0 ? Worker.Quiet : Worker.MustArrive, person))]);
        teams.Fail(412, times: 4);

        await Die(store, TimeSpan.Zero, point);
        await Die(store, TimeSpan.FromMinutes(5), "left-overs before");
        await Die(store, TimeSpan.FromMinutes(10), "left-overs after");
        await using var last = await Worker.Start(store, At(TimeSpan.FromMinutes(20)));

        foreach (var row in await Worker.Until(store))
        {
            var copies = teams.Accepted.Count(url => url.Contains(string.Create(CultureInfo.InvariantCulture, $"/a:{Number(row.Recipient)}/"), StringComparison.Ordinal)
                || url.Contains(string.Create(CultureInfo.InvariantCulture, $"/a%3A{Number(row.Recipient)}/"), StringComparison.Ordinal));
            Assert.True(row.State is DeliveryState.Sent or DeliveryState.Unknown, $"{row.State} {row.Code}");
            Assert.InRange(copies, row.State == DeliveryState.Sent ? 1 : 0, row.Kind == Worker.Quiet ? 1 : 2);
            Assert.True(copies <= 1 || row.Unclear > 0);
        }

        Assert.InRange(await Unknown(store), 0, 16);
    }

    [Theory]
    [OnSqlite("leave after"), OnPostgres("leave after")]
    [OnSqlite("settle after"), OnPostgres("settle after")]
    [OnSqlite("leave before"), OnPostgres("leave before")]
    [OnSqlite("settle before"), OnPostgres("settle before")]
    public async Task A_commit_that_nobody_heard_of_is_read_back(Database on, string point)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 10)]);
        await Worker.Plan(store, [.. Enumerable.Range(1, 10).Select(person => Worker.Due(Worker.Quiet, person))]);
        await using var worker = await Worker.Start(store, services => services.AddSingleton<IFailPoint>(new Unheard(point, 5)));

        Assert.All(await Worker.Until(store), row => Assert.Equal((DeliveryState.Sent, 1), (row.State, row.Attempts)));
        Assert.Equal(10, teams.Accepted.Distinct().Count());
        Assert.Equal(10, teams.Accepted.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_worker_is_sending_is_not_taken_for_a_left_over_reply(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await Worker.Person(store, teams, 1);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        await using var worker = await Worker.Start(store, null, ("Deliveries:Enabled", "false"));
        var row = Assert.Single(await worker.Get<OutboxRows>().Claim(16, default));
        await using var scope = worker.Get<IServiceScopeFactory>().CreateAsyncScope();
        Assert.True(await worker.Get<OutboxRows>().Leave(row, "Teams", null, scope.ServiceProvider.GetRequiredService<TurnEffects>(), default));

        Assert.Equal(0, await worker.Get<DeliveryLedger>().SettleLeftOvers(TimeSpan.FromDays(-1), default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_comes_back_after_its_lease_writes_nothing_any_more(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 2)]);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1), Worker.Due(Worker.Quiet, 2));
        await using var paused = await Worker.Start(store, null, ("Deliveries:Enabled", "false"));
        await using var other = await Worker.Start(store, At(TimeSpan.FromMinutes(5)), ("Deliveries:Enabled", "false"));
        var (stale, effects) = (await paused.Get<OutboxRows>().Claim(16, default), paused.Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<TurnEffects>());
        Assert.True(await paused.Get<OutboxRows>().Leave(stale[0], "Teams", null, effects, default));

        await other.Get<OutboxRows>().TakeUp(whatever: false, 0, default);
        var taken = Assert.Single(await other.Get<OutboxRows>().Claim(16, default));

        Assert.Equal(stale[1].Key, taken.Key);
        Assert.False(await paused.Get<OutboxRows>().Leave(stale[1], "Teams", null, effects, default));
        Assert.False(await paused.Get<OutboxRows>().Settle(stale[0], new NextStep(DeliveryState.Sent, 0), 1, "late", null, default));
        Assert.False(await paused.Get<OutboxRows>().Settle(stale[1], new NextStep(DeliveryState.Sent, 0), 1, "late", null, default));
        Assert.Equal([DeliveryState.Claimed, DeliveryState.Unknown], (await Worker.Until(store, _ => true)).Select(row => row.State).Order());
    }

    private static Action<IServiceCollection> At(TimeSpan shift) => services => services.AddSingleton<TimeProvider>(new ShiftedClock(shift));

    private static int Number(Guid recipient) => BitConverter.ToInt32(recipient.ToByteArray());

    private static async Task<int> Unknown(TestDatabase store) => (await Worker.Until(store)).Count(row => row.State == DeliveryState.Unknown);

    /// <summary>Starts a worker and waits until it died there.</summary>
    private static async Task Die(TestDatabase store, TimeSpan shift, string point)
    {
        var death = new Death(point);
        await using var worker = await Worker.Start(store, services =>
        {
            At(shift)(services);
            services.AddSingleton<IFailPoint>(death);
        });
        await death.Came.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>From the point on, nothing is written any more: as in a process that was killed there.</summary>
    private sealed class Death(string at) : IFailPoint
    {
        private readonly TaskCompletionSource came = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Came => came.Task;

        public void Hit(string point)
        {
            if (point == at)
            {
                came.TrySetResult();
            }

            if (came.Task.IsCompleted)
            {
                throw new InvalidOperationException("The worker is dead.");
            }
        }
    }

    /// <summary>Loses the connection at a point, a few times.</summary>
    private sealed class Unheard(string at, int times) : IFailPoint
    {
        private int left = times;

        public void Hit(string point)
        {
            if (point == at && Interlocked.Decrement(ref left) >= 0)
            {
                throw new Lost();
            }
        }

        private sealed class Lost() : DbException("The connection was lost.");
    }
}
