using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Tests.Channels.Teams;
using Xunit;

namespace ChatBot.Tests.Deliveries;

public sealed class DispatchTests : IAsyncLifetime
{
    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_due_is_sent_once_and_the_row_says_so(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 60)]);
        await Worker.Plan(store, [.. Enumerable.Range(1, 60).Select(person => Worker.Due(Worker.Quiet, person))]);
        await using var worker = await Worker.Start(store);

        var rows = await Worker.Until(store);

        Assert.All(rows, row => Assert.Equal((DeliveryState.Sent, "Teams", 1, 0, null), (row.State, row.Channel, row.Attempts, row.Unclear, row.LeaseUntil)));
        Assert.Equal(60, rows.Select(row => row.ProviderMessageId).Distinct().Count());
        Assert.Equal(60, teams.Messages.Select(message => message.Url).Distinct().Count());
        Assert.Equal(60, teams.Messages.Count);
        Assert.Equal("2026-W47, copy 1", teams.Messages[0].Body!["attachments"]![0]!["content"]!["body"]![0]!["text"]!.GetValue<string>());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_held_not_yet_due_or_a_reply_stays_where_it_is(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 4)]);
        await Worker.Plan(
            store,
            Worker.Due(Worker.Quiet, 1) with { Held = true },
            Worker.Due(Worker.Quiet, 2) with { DueAt = DateTimeOffset.MaxValue.AddDays(-1) },
            Worker.Due("somebody-elses", 3),
            Worker.Due(Worker.Quiet, 4));
        await using var worker = await Worker.Start(store);

        var rows = await Worker.Until(store, rows => rows.Any(row => row.State == DeliveryState.Sent));

        Assert.Equal(
            [DeliveryState.Planned, DeliveryState.Planned, DeliveryState.Sent, DeliveryState.Planned], rows.Select(row => row.State));
    }

    [Theory, OnPostgres]
    public async Task Workers_share_what_is_due_and_none_is_sent_twice(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 300)]);
        await Worker.Plan(store, [.. Enumerable.Range(1, 300).Select(person => Worker.Due(Worker.Quiet, person))]);
        await using var first = await Worker.Start(store);
        await using var second = await Worker.Start(store);
        await using var third = await Worker.Start(store);

        var rows = await Worker.Until(store);

        Assert.All(rows, row => Assert.Equal((DeliveryState.Sent, 1), (row.State, row.Attempts)));
        Assert.Equal(300, teams.Messages.Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_arrive_goes_first_and_nobody_gets_two_at_once(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 5)]);
        await Worker.Plan(
            store,
            [.. Enumerable.Range(1, 5).SelectMany(person => new[] { Worker.Due(Worker.Quiet, person), Worker.Due(Worker.Quiet, person, "2026-W46"), Worker.Due(Worker.MustArrive, person, "once") })]);
        await using var worker = await Worker.Start(store);

        await Worker.Until(store);

        foreach (var mine in teams.Messages.GroupBy(message => message.Url))
        {
            Assert.Equal("once, copy 1", mine.First().Body!["summary"]!.GetValue<string>());
            Assert.Equal(3, mine.Count());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_maker_decides_when_its_turn_has_come(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await store.Add([.. Worker.People(teams, 1, 5)]);
        var sheet = Guid.CreateVersion7(Worker.Now);
        var later = TimeProvider.System.GetUtcNow().AddDays(1);
        await Worker.Plan(store, [.. Enumerable.Range(1, 4).Select(person => Worker.Due(Worker.Quiet, person)), Worker.Due(Worker.Quiet, 5) with { ExpiresAt = Worker.Now.AddYears(-1) }]);
        await using var worker = await Worker.Start(store, services => services.Kitchen(due => due.Key.Recipient switch
        {
            var person when person == Worker.PersonId(1) => new Making.Withheld("Stopped"),
            var person when person == Worker.PersonId(2) => new Making.Later(later),
            var person when person == Worker.PersonId(3) => new Making.Expired(),
            _ => new Making.Ready(Note.Card("hello"), sheet),
        }));

        var rows = await Worker.Until(store, rows => rows.All(row => row.State >= DeliveryState.Sent || row.DueAt > Worker.Now));

        Assert.Equal(
            [DeliveryState.WithheldAtSend, DeliveryState.Planned, DeliveryState.Expired, DeliveryState.Sent, DeliveryState.Expired], rows.Select(row => row.State));
        Assert.Equal(("Stopped", sheet), (rows[0].Code, rows[3].About));
        Assert.Equal(later.ToUnixTimeMilliseconds(), rows[1].DueAt!.Value.ToUnixTimeMilliseconds());
        Assert.Single(teams.Messages);
    }

    [Fact]
    public async Task A_maker_that_breaks_down_is_tried_again_later()
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, teams, 1);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        var calls = 0;
        await using var worker = await Worker.Start(
            store, services => services.Kitchen(_ => Interlocked.Increment(ref calls) == 1 ? throw new FormatException("a bug") : new Making.Ready(Note.Card("hello"))));

        var row = Assert.Single(await Worker.Until(store));

        Assert.Equal((DeliveryState.Sent, 2), (row.State, row.Attempts));
    }
}
