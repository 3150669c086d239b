using ChatBot.Channels.Web;
using ChatBot.Chat;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using ChatBot.Tests.Channels.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>How a delivery ends, by what the provider does.</summary>
public sealed class EndingTests : IAsyncLifetime
{
    private const string Blocked = """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\"\r\n}"}""";

    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData(Worker.Quiet, 500, "", DeliveryState.Unknown, "http-500", 1)]
    [InlineData(Worker.Quiet, 502, "", DeliveryState.Unknown, "http-502", 1)]
    [InlineData(Worker.Quiet, 504, "", DeliveryState.Unknown, "http-504", 1)]
    [InlineData(Worker.Quiet, 408, "", DeliveryState.Unknown, "http-408", 1)]
    [InlineData(Worker.Quiet, 412, "", DeliveryState.Sent, null, 2)]
    [InlineData(Worker.Quiet, 429, "", DeliveryState.Sent, null, 2)]
    [InlineData(Worker.Quiet, 400, """{"error":{"code":"BadArgument"}}""", DeliveryState.Failed, "BadArgument", 1)]
    [InlineData(Worker.Quiet, 404, """{"error":{"code":"ConversationNotFound"}}""", DeliveryState.Failed, "ConversationNotFound", 1)]
    [InlineData(Worker.Quiet, 403, Blocked, DeliveryState.Failed, "MessageWritesBlocked", 1)]
    [InlineData(Worker.MustArrive, 502, "", DeliveryState.Sent, null, 2)]
    [InlineData(Worker.MustArrive, 429, "", DeliveryState.Sent, null, 2)]
    [InlineData(Worker.MustArrive, 400, """{"error":{"code":"BadArgument"}}""", DeliveryState.Failed, "BadArgument", 1)]
    public async Task A_delivery_ends_as_its_class_says(string kind, int status, string body, DeliveryState state, string? code, int calls)
    {
        teams.Fail(status, body);

        var row = await Deliver(kind);

        Assert.Equal((state, code, calls), (row.State, row.Code, teams.Messages.Count));
    }

    [Fact]
    public async Task What_must_arrive_says_that_it_is_a_copy_and_stops_at_two()
    {
        teams.Fail(502, times: 10);

        var row = await Deliver(Worker.MustArrive);

        Assert.Equal((DeliveryState.Unknown, 2, 2), (row.State, row.Unclear, row.Attempts));
        Assert.Equal(["2026-W47, copy 1", "2026-W47, copy 2"], teams.Messages.Select(message => message.Body!["summary"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Who_blocked_the_bot_is_not_written_to_until_they_return()
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, teams, 1, entra: "entra-1");
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        teams.Fail(403, Blocked);
        await using var worker = await Worker.Start(store, null, ("Teams:ServiceUrl", teams.Address.ToString()));
        await Worker.Until(store);

        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1, "2026-W48"));
        var rows = await Worker.Until(store, rows => rows.Count == 2 && rows.All(row => row.State >= DeliveryState.Sent));

        Assert.Equal((DeliveryState.WithheldAtSend, "Unreachable"), (rows[1].State, rows[1].Code));
        Assert.Single(teams.Calls);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_who_never_wrote_gets_their_chat_opened_and_kept(Database on)
    {
        await using var store = await TestDatabase.Create(on);
        await Worker.Person(store, null, 1, entra: "entra-1");
        await Worker.Person(store, null, 2);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1), Worker.Due(Worker.Quiet, 2));
        await using var worker = await Worker.Start(store, null, ("Teams:ServiceUrl", teams.Address.ToString()));

        var rows = await Worker.Until(store);

        Assert.Equal((DeliveryState.Sent, "Teams"), (rows[0].State, rows[0].Channel));
        Assert.Equal((DeliveryState.WithheldAtSend, "Unreachable"), (rows[1].State, rows[1].Code));
        Assert.Equal(["entra-1", null], teams.Calls.Select(call => call.Body!["members"]?[0]!["id"]!.GetValue<string>()));
        var address = await store.Query(db => db.Addresses.SingleAsync());
        Assert.Equal(("a:opened", true), (address.Conversation, address.Reachable));
    }

    [Theory]
    [InlineData(429, DeliveryState.Sent, null)]
    [InlineData(502, DeliveryState.Sent, null)]
    [InlineData(403, DeliveryState.Failed, "ForbiddenOperationException")]
    public async Task A_chat_that_cannot_be_opened_is_no_message_in_doubt(int status, DeliveryState state, string? code)
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, null, 1, entra: "entra-1");
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        teams.Fail(status, code is null ? string.Empty : $$$"""{"error":{"code":"{{{code}}}"}}""");
        await using var worker = await Worker.Start(store, null, ("Teams:ServiceUrl", teams.Address.ToString()));

        var row = Assert.Single(await Worker.Until(store));

        Assert.Equal((state, code), (row.State, row.Code));
        Assert.Equal(state == DeliveryState.Sent ? 1 : 0, teams.Messages.Count);
    }

    [Fact]
    public async Task Without_a_policy_that_installs_the_app_nobodys_chat_is_opened()
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, null, 1, entra: "entra-1");
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        await using var worker = await Worker.Start(store, null, ("Teams:ServiceUrl", teams.Address.ToString()), ("Teams:AppInstalledByPolicy", "false"));

        Assert.Equal("Unreachable", Assert.Single(await Worker.Until(store)).Code);
        Assert.Empty(teams.Calls);
    }

    [Fact]
    public async Task A_provider_that_is_not_there_costs_nothing_but_time()
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, teams, 1);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        await teams.DisposeAsync();
        await using var worker = await Worker.Start(store);

        var row = Assert.Single(await Worker.Until(store, rows => rows[0].Attempts > 0 && rows[0].State == DeliveryState.Planned));

        Assert.Equal("not-connected", row.Code);
    }

    [Fact]
    public async Task An_administrator_who_disables_the_bot_stops_its_tenant_for_an_hour()
    {
        await using var store = await TestDatabase.Create();
        await store.Add([.. Worker.People(teams, 1, 40)]);
        await Worker.Plan(store, [.. Enumerable.Range(1, 40).Select(person => Worker.Due(Worker.Quiet, person))]);
        teams.Fail(403, """{"error":{"code":"BotDisabledByAdmin"}}""", times: 100);
        await using var worker = await Worker.Start(store);

        var rows = await Worker.Until(store, rows => rows.All(row => row.State == DeliveryState.Planned && row.DueAt > TimeProvider.System.GetUtcNow().AddMinutes(50)));

        Assert.InRange(teams.Calls.Count, 1, 16);
        Assert.Contains(rows, row => row.Attempts == 0);
    }

    [Fact]
    public async Task On_the_local_page_everybody_can_be_reached_and_Teams_comes_first()
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, teams, 1);
        await Worker.Person(store, null, 2);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1), Worker.Due(Worker.Quiet, 2));
        await using var worker = await Worker.Start(store, services => services.AddSingleton<Transcripts>().AddSingleton<IChannel, WebChannel>());

        var rows = await Worker.Until(store);

        Assert.Equal([nameof(Channel.Teams), nameof(Channel.Web)], rows.Select(row => row.Channel));
        Assert.Equal("2026-W47, copy 1", Assert.Single(worker.Get<Transcripts>().Of("p2@example.com")).Summary);
    }

    private async Task<DeliveryRow> Deliver(string kind)
    {
        await using var store = await TestDatabase.Create();
        await Worker.Person(store, teams, 1);
        await Worker.Plan(store, Worker.Due(kind, 1));
        await using var worker = await Worker.Start(store);
        return Assert.Single(await Worker.Until(store));
    }
}
