using System.Text.Json.Nodes;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Help;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Features.Help;

public sealed class NoticeTests
{
    /// <summary>A Monday, 09:30 in Berlin.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 8, 30, 0, TimeSpan.Zero);

    private static readonly Programme Private = new(string.Empty, string.Empty, string.Empty, string.Empty);

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_employed_who_was_not_told_gets_one_notice_within_their_hours(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        var (here, sydney, joins, left, away, welcomed, missed) = (Id(1), Id(2), Id(3), Id(4), Id(5), Id(6), Id(7));
        await store.Add(
            Person(here), Person(sydney, zone: "Australia/Sydney"), Person(joins, from: new DateOnly(2026, 11, 25)), Person(left, to: new DateOnly(2026, 11, 20)), Person(away),
            new LeaveRow { Person = away, FromDay = new DateOnly(2026, 11, 1), SetBy = "operator", SetAt = Now },
            Person(welcomed), Welcome(welcomed, DeliveryState.Sent), Person(missed), Welcome(missed, DeliveryState.Unknown));

        Assert.Equal(3, await Plan(store, Now));
        Assert.Equal(0, await Plan(store, Now.AddHours(1)));
        Assert.Equal(1, await Plan(store, Now.AddDays(2)));

        var notices = await store.Query(db => db.Deliveries.Where(x => x.Kind == "notice").ToDictionaryAsync(x => x.Recipient, x => (x.State, x.Period, x.DueAt, x.ExpiresAt)));
        Assert.Equal([here, sydney, joins, missed], notices.Keys.Order());
        Assert.Equal((DeliveryState.Planned, "once", Now, null), notices[here]);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 22, 0, 0, TimeSpan.Zero), notices[sydney].DueAt);
    }

    [Fact]
    public async Task More_than_a_few_are_planned_as_one_by_one()
    {
        await using var store = await TestDatabase.Create();
        await store.Add([.. Enumerable.Range(1, 120).Select(number => Person(Id(number)))]);

        Assert.Equal(120, await Plan(store, Now));
        Assert.Equal(0, await Plan(store, Now));
    }

    [Fact]
    public async Task A_notice_waits_for_its_hours_and_is_not_sent_to_who_was_told_or_has_gone()
    {
        await using var store = await TestDatabase.Create();
        var (here, left, welcomed, welcoming) = (Id(1), Id(2), Id(3), Id(4));
        await store.Add(
            Person(here), Person(left, to: new DateOnly(2026, 11, 20)), Person(welcomed), Welcome(welcomed, DeliveryState.Sent), Person(welcoming), Welcome(welcoming, DeliveryState.Sending));

        Assert.Equal("notice", Assert.IsType<Making.Ready>(await Make(store, here, Now)).Card.Template);
        Assert.Equal(new Making.Later(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero)), await Make(store, here, Now.AddHours(9)));
        Assert.Equal(new Making.Withheld("NotEmployed"), await Make(store, left, Now));
        Assert.Equal(new Making.Withheld("AlreadyTold"), await Make(store, welcomed, Now));
        Assert.Equal(new Making.Later(Now.AddMinutes(10)), await Make(store, welcoming, Now));
        Assert.Equal(new Making.Withheld("Gone"), await Make(store, Id(9), Now));
    }

    [Fact]
    public async Task A_second_copy_has_the_same_reference_and_says_that_it_is_one()
    {
        await using var store = await TestDatabase.Create();
        await store.Add(Person(Id(1)));

        var first = (NoticeCard)Assert.IsType<Making.Ready>(await Make(store, Id(1), Now)).Card.Data;
        var second = (NoticeCard)Assert.IsType<Making.Ready>(await Make(store, Id(1), Now, copy: 2)).Card.Data;

        Assert.Equal(first with { IsCopy = true }, second);
        Assert.Matches("^N-[0-9A-F]{8}$", first.Reference);
        Assert.NotEqual(first.Reference, NoticeCard.Of(new DeliveryKey("notice", Id(2), "once"), 1, first.Terms).Reference);
        Assert.False(first.Terms.Teams);
    }

    /// <summary>A welcome that was sent counts as the notice, so it must not say less.</summary>
    [Fact]
    public void The_welcome_holds_everything_that_the_notice_does()
    {
        var welcome = Parts("welcome");

        Assert.Empty(Parts("notice").Where(part => !part.Contains("\"Large\"", StringComparison.Ordinal) && !part.Contains("isCopy", StringComparison.Ordinal) && !part.Contains("reference", StringComparison.Ordinal)).Except(welcome));
    }

    private static HashSet<string> Parts(string card) =>
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(Features.Parts.CardFolder, $"{card}.json")))!["body"]!.AsArray().Select(part => part!.ToJsonString())];

    private static Task<int> Plan(TestDatabase store, DateTimeOffset now) => new PlanNotices(store, Hours, new StoppedClock(now)).Run(default);

    private static async Task<Making> Make(TestDatabase store, Guid person, DateTimeOffset now, int copy = 1)
    {
        await using var db = store.CreateDbContext();
        return await new MakeNotice(db, Hours, Private, new HelpSettings("ai-help@example.com")).Make(new DueDelivery(new DeliveryKey("notice", person, "once"), null, copy, now), default);
    }

    private static RecipientHours Hours => new(new PlanningSettings("Europe/Berlin", 1, 1, 5));

    private static Guid Id(int number) => new(number, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    private static PersonRow Person(Guid id, string zone = "Europe/Berlin", DateOnly? from = null, DateOnly? to = null) =>
        new() { Id = id, Email = $"{id:N}@x.example", Name = "Somebody", TimeZone = zone, StartDate = from, EndDate = to, SetBy = "operator", SetAt = Now };

    private static DeliveryRow Welcome(Guid person, DeliveryState state) =>
        new() { Kind = "welcome", Recipient = person, Period = "once", Channel = "Teams", State = state, PlannedAt = Now, StateAt = Now };
}
