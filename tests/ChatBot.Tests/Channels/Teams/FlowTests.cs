using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Chat;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Channel = ChatBot.Chat.Channel;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>From what Teams posts to what people see, through the whole service.</summary>
public sealed class FlowTests : IAsyncLifetime
{
    private static readonly Guid Alice = new("00000000-0000-7000-8000-0000000000aa");
    private readonly Gate gate = new();
    private FakeTeams teams = null!;
    private TestDatabase database = null!;
    private TeamsService service = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.Start();
        database = await TestDatabase.Create();
        await database.Add(new PersonRow { Id = Alice, Email = "alice@example.com", Name = "Alice Example", EntraObjectId = Activities.Alice, SetBy = "operator", SetAt = DateTimeOffset.UnixEpoch });
        service = await Start();
    }

    public async Task DisposeAsync()
    {
        gate.Open();
        await service.DisposeAsync();
        await database.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_acknowledged_and_answered_by_a_card_in_its_chat()
    {
        var message = Activities.Message("help");

        Assert.Equal(HttpStatusCode.OK, (await service.Post(message)).StatusCode);

        var reply = Assert.Single(await teams.Wait(1));
        Assert.Equal($"https://smba.trafficmanager.net/emea/v3/conversations/a%3A1personal/activities/{message["id"]}", reply.Url);
        Assert.Equal("AdaptiveCard", Content(reply)["type"]!.GetValue<string>());
        Assert.NotEmpty(reply.Body!["summary"]!.GetValue<string>());
        var row = await database.Query(db => db.Inbox.SingleAsync());
        Assert.NotNull(row.DoneAt);
        Assert.Null(row.Payload);
    }

    [Fact]
    public async Task The_same_message_four_times_in_any_order_is_answered_once()
    {
        var message = Activities.Message("help");

        var responses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.Post(message)));
        await teams.Wait(1);
        var late = await service.Post(message);
        await AnswerAnotherMessage();

        Assert.All([.. responses, late], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Equal(2, teams.Calls.Count);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_in_place()
    {
        var response = await service.Post(Activities.Press("help.show"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(200, body["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", body["type"]!.GetValue<string>());
        Assert.Equal("AdaptiveCard", body["value"]!["type"]!.GetValue<string>());
        Assert.Empty(teams.Calls);
    }

    [Fact]
    public async Task What_was_told_in_a_message_stands_there_no_more_once_a_button_of_it_was_answered_in_place()
    {
        await database.Add(new[] { "1795313058950", "1795313058951" }.Select(id => new DeliveryRow
        {
            Kind = "reply", Recipient = Alice, Period = id, Channel = "Teams", State = DeliveryState.Sent, ProviderMessageId = id, PlannedAt = DateTimeOffset.UnixEpoch, StateAt = DateTimeOffset.UnixEpoch,
        }).ToArray<object>());

        await service.Post(Activities.Press("help.show"));
        await service.Post(Activities.Submit("help.show"));
        await teams.Wait(1);

        Assert.Equal(["", "1795313058951"], await database.Query(db => db.Deliveries.OrderBy(row => row.Period).Select(row => row.ProviderMessageId).ToListAsync()));
    }

    [Fact]
    public async Task The_same_click_under_a_new_id_acts_once_and_is_answered_alike()
    {
        gate.Open();
        var (first, again) = (Activities.Press("test.slow", id: "f:1"), Activities.Press("test.slow", id: "f:2"));
        again["timestamp"] = "2026-11-22T02:04:48.929Z";

        var answers = await Task.WhenAll(new[] { first, first, again, again }.Select(async press => await (await service.Post(press)).Content.ReadAsStringAsync()));

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, gate.Entered);
        Assert.Equal(1, await database.Query(db => db.Inbox.CountAsync()));
    }

    [Fact]
    public async Task Two_different_clicks_are_two_presses()
    {
        gate.Open();
        await service.Post(Activities.Press("test.slow", new JsonObject { ["week"] = "1" }));
        await service.Post(Activities.Press("test.slow", new JsonObject { ["week"] = "2" }));

        Assert.Equal(2, gate.Entered);
    }

    [Fact]
    public async Task A_button_of_an_older_client_is_answered_by_a_message()
    {
        Assert.Equal(HttpStatusCode.OK, (await service.Post(Activities.Submit("help.show"))).StatusCode);

        Assert.Equal("AdaptiveCard", Content(Assert.Single(await teams.Wait(1)))["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_press_that_takes_long_is_promised_and_then_replaces_the_card()
    {
        var response = await service.Post(Activities.Press("test.slow"));

        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("application/vnd.microsoft.activity.message", body["type"]!.GetValue<string>());
        Assert.Empty(teams.Calls);

        gate.Open();
        var update = Assert.Single(await teams.Wait(1));
        Assert.Equal(("PUT", "https://smba.trafficmanager.net/emea/v3/conversations/a%3A1personal/activities/1795313058950"), (update.Method, update.Url));
        Assert.Equal("AdaptiveCard", Content(update)["type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_install_events_make_one_welcome_and_keep_the_address()
    {
        await Task.WhenAll(service.Post(Activities.Installation("add")), service.Post(Activities.MembersAdded()));
        await service.Post(Activities.Installation("add-upgrade"));
        await AnswerAnotherMessage();

        Assert.Equal(2, teams.Calls.Count);
        var welcome = await database.Query(db => db.Deliveries.SingleAsync(row => row.Kind == "welcome"));
        Assert.Equal(("once", DeliveryState.Sent), (welcome.Period, welcome.State));
        Assert.NotEmpty(welcome.ProviderMessageId!);
        var address = await database.Query(db => db.Addresses.SingleAsync());
        Assert.Equal((Alice, "Teams", Activities.PersonalChat, TeamsService.ServiceUrl, true), (address.Person, address.Channel, address.Conversation, address.ServiceUrl, address.Reachable));
    }

    [Fact]
    public async Task A_stranger_is_greeted_once_too_and_has_no_address()
    {
        JsonObject As(JsonObject activity)
        {
            activity["from"]!["aadObjectId"] = "00000000-0000-4000-8000-0000000000ff";
            return activity;
        }

        await Task.WhenAll(service.Post(As(Activities.Installation("add"))), service.Post(As(Activities.MembersAdded())));
        await AnswerAnotherMessage();

        Assert.Equal(2, teams.Calls.Count);
        Assert.All(await database.Query(db => db.Addresses.ToListAsync()), row => Assert.Equal(Alice, row.Person));
    }

    [Fact]
    public async Task Who_removed_the_bot_is_not_reachable_until_they_come_back()
    {
        await AnswerAnotherMessage();
        await service.Post(Activities.Installation("remove"));
        await Until(async () => !(await database.Query(db => db.Addresses.SingleAsync())).Reachable);

        await AnswerAnotherMessage();

        Assert.True((await database.Query(db => db.Addresses.SingleAsync())).Reachable);
        Assert.Equal(2, teams.Calls.Count);
    }

    [Fact]
    public async Task A_kept_address_follows_the_service_address()
    {
        await AnswerAnotherMessage();
        var moved = Activities.Message("help");
        moved["serviceUrl"] = "https://smba.trafficmanager.net/amer/";
        await service.Post(moved, IssuerKey.First.Sign(Tokens.Good(("serviceurl", "https://smba.trafficmanager.net/amer/"))));

        var replies = await teams.Wait(2);
        Assert.Equal("https://smba.trafficmanager.net/amer/", (await database.Query(db => db.Addresses.SingleAsync())).ServiceUrl);
        Assert.StartsWith("https://smba.trafficmanager.net/amer/v3/", replies[1].Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what's my score")]
    [InlineData("why")]
    [InlineData("who am i")]
    [InlineData("help")]
    [InlineData("")]
    public async Task In_a_room_nothing_personal_is_said(string text)
    {
        await service.Post(Activities.ChannelMessage(text));
        await service.Post(Activities.GroupMessage(text));

        var replies = await teams.Wait(2);
        Assert.Equal(
            ["19%3Aann%40thread.tacv2%3Bmessageid%3D1795313060841", "19%3Agroup1%40thread.v2"],
            replies.Select(reply => reply.Url.Split('/')[6]).Order(StringComparer.Ordinal));
        Assert.Single(replies.Select(reply => Content(reply).ToJsonString()).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain("Alice", Content(replies[0]).ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await database.Query(db => db.AccessRecords.ToListAsync()));
        Assert.Empty(await database.Query(db => db.Addresses.ToListAsync()));
        Assert.Empty(await database.Query(db => db.Deliveries.ToListAsync()));
    }

    [Theory]
    [InlineData("groupChat", "19:group1@thread.v2")]
    [InlineData("channel", "19:ann@thread.tacv2")]
    [InlineData("", "19:odd@thread.v2")]
    [InlineData("Personal", "19:odd@thread.v2")]
    public async Task A_card_copied_into_a_room_shows_nothing_personal_there(string kind, string conversation)
    {
        await AnswerAnotherMessage();
        var press = Activities.Press("accounts.show");
        press["conversation"] = new JsonObject { ["isGroup"] = kind.Length > 0, ["conversationType"] = kind, ["tenantId"] = TeamsService.Tenant, ["id"] = conversation };

        var body = await (await service.Post(press)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("Alice", body, StringComparison.Ordinal);
        Assert.DoesNotContain("alice@example.com", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Alice Example", "29:1alice", "00000000-0000-4000-8000-0000000000ff")]
    [InlineData("alice@example.com", "29:1alice", "")]
    [InlineData("Alice Example", "00000000-0000-4000-8000-00000000000a", null)]
    public async Task Nobody_is_Alice_by_name_or_account_id(string name, string id, string? entra)
    {
        var press = Activities.Press("accounts.show", new JsonObject { ["person"] = Alice.ToString(), ["aadObjectId"] = Activities.Alice, ["email"] = "alice@example.com" });
        press["from"] = new JsonObject { ["id"] = id, ["name"] = name, ["aadObjectId"] = entra };

        var body = await (await service.Post(press)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("Alice Example", body, StringComparison.Ordinal);
        Assert.DoesNotContain("alice@example.com", body, StringComparison.Ordinal);
        Assert.Empty(await database.Query(db => db.AccessRecords.ToListAsync()));
    }

    [Fact]
    public async Task The_case_of_an_entra_id_does_not_matter()
    {
        var message = Activities.Message("help");
        message["from"]!["aadObjectId"] = Activities.Alice.ToUpperInvariant();
        await service.Post(message);
        await teams.Wait(1);

        Assert.Equal(Alice, (await database.Query(db => db.Addresses.SingleAsync())).Person);
    }

    [Fact]
    public async Task What_a_crash_left_in_the_inbox_is_answered_at_start_exactly_once()
    {
        await service.DisposeAsync();
        var left = Activities.Message("help");
        await database.Add(new InboxRow
        {
            Key = $"teams:msteams:{Activities.PersonalChat}:{left["id"]}", Channel = Channel.Teams.ToString(), Payload = left.ToJsonString(), ReceivedAt = TimeProvider.System.GetUtcNow(),
        });

        service = await Start();
        var reply = Assert.Single(await teams.Wait(1));
        await Until(async () => (await database.Query(db => db.Inbox.SingleAsync())).DoneAt is not null);
        Assert.Equal(HttpStatusCode.OK, (await service.Post(left)).StatusCode);
        await service.DisposeAsync();
        service = await Start();
        await AnswerAnotherMessage();

        Assert.EndsWith($"/activities/{left["id"]}", reply.Url, StringComparison.Ordinal);
        Assert.Equal(2, teams.Calls.Count);
    }

    [Fact]
    public async Task What_was_acknowledged_is_answered_before_the_service_stops()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await service.Post(Activities.Message("help"))).StatusCode);
        }

        await service.DisposeAsync();

        Assert.Equal(20, teams.Calls.Count);
        service = await Start();
    }

    [Fact]
    public async Task An_event_that_cannot_be_committed_is_not_acknowledged_and_answered_when_it_comes_again()
    {
        var message = Activities.Message("help");
        await using (var writer = new SqliteConnection(database.Address.Connection))
        {
            await writer.OpenAsync();
            await using var held = writer.BeginTransaction(deferred: false);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await service.Post(message)).StatusCode);
        }

        await Until(async () => (await service.Post(message)).StatusCode == HttpStatusCode.OK);
        await teams.Wait(1);
        await AnswerAnotherMessage();

        Assert.Equal(2, teams.Calls.Count);
    }

    [Fact]
    public async Task A_blocked_chat_is_written_down_and_hurts_nobody_else()
    {
        teams.Fail(403, """{"error":{"code":"ConversationBlockedByUser"}}""");
        await service.Post(Activities.Installation("add"));
        await Until(async () => await database.Query(db => db.Deliveries.AnyAsync(row => row.State == DeliveryState.Failed && row.Code == "ConversationBlockedByUser")));

        await teams.Wait(1);
        await AnswerAnotherMessage();
    }

    private async Task<TeamsService> Start() => await TeamsService.Start(
        teams, database, services => services
            .AddSingleton(gate)
            .AddScoped<SlowHandler>()
            .AddSingleton(new Phrase("test.slow", "Slow", string.Empty, [], typeof(SlowHandler), Personal: false)),
        ("Teams:AnswerSeconds", "0.5"));

    /// <summary>One more message, answered: whatever was begun before it had its chance.</summary>
    private async Task AnswerAnotherMessage()
    {
        var message = Activities.Message("help");
        await service.Post(message);
        await Until(() => Task.FromResult(teams.Calls.Any(call => call.Url.EndsWith($"/activities/{message["id"]}", StringComparison.Ordinal))));
    }

    private static JsonNode Content(Received call) => call.Body!["attachments"]![0]!["content"]!;

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Lets a slow answer go on.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int entered;

        public int Entered => entered;

        public void Open() => open.TrySetResult();

        public Task Enter()
        {
            Interlocked.Increment(ref entered);
            return open.Task;
        }
    }

    /// <summary>Help, when the gate opens.</summary>
    private sealed class SlowHandler(Gate gate, Phrasebook phrasebook, IServiceProvider services) : IHandler
    {
        public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
        {
            await gate.Enter();
            var help = phrasebook.Find("help.show")!;
            return await ((IHandler)services.GetRequiredService(help.Handler)).Answer(asked with { Understood = new Understood(help, Guessed: false, []) }, cancel);
        }
    }
}
