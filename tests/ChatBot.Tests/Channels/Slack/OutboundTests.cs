using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Channels.Slack;
using ChatBot.Channels.Slack.Outbound;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Simulator.Faults;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>What is sent unasked: where to, how fast, and what Slack's answers mean.</summary>
public sealed class OutboundTests : SlackCompany
{
    private static readonly OutgoingCard Card = new(
        new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = "Your week <!channel>", ["wrap"] = true }) }, "Your week");

    [Fact]
    public async Task A_card_goes_into_the_chat_that_is_kept()
    {
        var outcome = await Send(Address(conversation: Payloads.Chat));

        var post = await Slack.Wait(1);
        Assert.Equal(("chat.postMessage", Payloads.Chat, true), (post.Method, (string?)post.Arguments["channel"], post.Token));
        Assert.DoesNotContain("<!channel>", post.Arguments.ToJsonString(), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d{6}$", Assert.IsType<SendOutcome.Sent>(outcome).MessageId);
        Assert.DoesNotContain(Slack.Book.Calls, call => call.Method == "conversations.open");
    }

    [Fact]
    public async Task Somebody_who_never_wrote_is_reached_by_their_slack_id_and_the_chat_is_kept()
    {
        var first = Channel().FirstAddress(SlackCompany.Person(Alice, "alice@example.com", Payloads.Alice), DateTimeOffset.UnixEpoch)!;

        Assert.IsType<SendOutcome.Sent>(await Send(first));

        Assert.Equal(["conversations.open", "chat.postMessage"], Slack.Book.Calls.Select(call => call.Method).Where(method => method != "auth.test"));
        var kept = await Database.Query(db => db.Addresses.SingleAsync());
        Assert.Equal((Payloads.Alice, Payloads.Chat, true), (kept.Account, kept.Conversation, kept.Reachable));
    }

    [Fact]
    public async Task Or_by_their_address_where_the_directory_names_no_slack_id()
    {
        Slack.Book.Put("U0BOBBY", new JsonObject { ["profile"] = new JsonObject { ["email"] = "alice@example.com" } });
        var first = Channel().FirstAddress(SlackCompany.Person(Alice, "alice@example.com", null), DateTimeOffset.UnixEpoch)!;

        Assert.IsType<SendOutcome.Sent>(await Send(first));

        Assert.Equal(("U0BOBBY", "D0BOBBY"), await Database.Query(db => db.Addresses.Select(row => ValueTuple.Create(row.Account, row.Conversation)).SingleAsync()));
    }

    [Theory]
    [InlineData("""{"is_restricted":true}""", "outsider")]
    [InlineData("""{"is_email_confirmed":false}""", "outsider")]
    [InlineData("""{"team_id":"T0PARTNER"}""", "outsider")]
    [InlineData("""{"deleted":true}""", "users_not_found")]
    public async Task But_not_a_guest_nor_by_an_address_that_is_not_confirmed(string members, string code)
    {
        var user = JsonNode.Parse(members)!.AsObject();
        user["profile"] = new JsonObject { ["email"] = "alice@example.com" };
        Slack.Book.Put("U0BOBBY", user);

        var outcome = await Send(Channel().FirstAddress(SlackCompany.Person(Alice, "alice@example.com", null), DateTimeOffset.UnixEpoch)!);

        Assert.Equal(new SendOutcome.Refused(code, Gone: true), outcome);
        Assert.Empty(Slack.Shown);
    }

    [Theory]
    [InlineData("Slack:WriteFirst", "false", Payloads.Alice)]
    [InlineData("Slack:LinkByEmail", "false", null)]
    public async Task Nobody_is_written_to_first_where_the_settings_forbid_it(string setting, string value, string? id)
    {
        await Service.DisposeAsync();
        Service = SlackService.Start(Slack, Database, null, (setting, value));

        Assert.Null(Channel().FirstAddress(SlackCompany.Person(Alice, "alice@example.com", id), DateTimeOffset.UnixEpoch));
    }

    [Theory]
    [InlineData("429", "NotNow ratelimited 1")]
    [InlineData("429-bare", "NotNow ratelimited")]
    [InlineData("blocked", "Refused user_disabled gone")]
    [InlineData("404", "Refused channel_not_found gone")]
    [InlineData("writes-blocked", "Refused messages_tab_disabled")]
    [InlineData("502", "Unclear http-502")]
    [InlineData("504", "Unclear http-504")]
    [InlineData("cut", "Unclear connection-lost")]
    [InlineData("accept-cut", "Unclear connection-lost")]
    [InlineData("accept-500", "Unclear internal_error")]
    public async Task What_an_answer_means_is_known(string fault, string meaning)
    {
        await Database.Add(Address(conversation: Payloads.Chat));
        Slack.Fail(new FaultRule(fault, Times: 1));

        var outcome = await Send(Address(conversation: Payloads.Chat));

        Assert.Equal(meaning, Told(outcome));
        Assert.Equal(!meaning.EndsWith("gone", StringComparison.Ordinal), (await Database.Query(db => db.Addresses.SingleAsync())).Reachable);
        Assert.Single(Slack.Log.All, call => call.What == "message");
    }

    [Theory]
    [InlineData(null, "Sent")]
    [InlineData("message-gone", "Refused message_not_found")]
    [InlineData("429", "NotNow ratelimited 1")]
    [InlineData("accept-cut", "Unclear connection-lost")]
    public async Task A_card_is_put_in_place_of_another_or_nothing_is_sent_instead(string? fault, string meaning)
    {
        await Database.Add(Address(conversation: Payloads.Chat));
        Slack.Fail(fault is null ? [] : [new FaultRule(fault, Times: 1)]);

        var outcome = await Channel().Send(Address(conversation: Payloads.Chat), Card with { Replaces = "1595926230.009600" }, new Door(true, true), CancellationToken.None);

        Assert.Equal(meaning, Told(outcome));
        Assert.Single(Slack.Log.All, call => call.What == "update");
        Assert.DoesNotContain(Slack.Log.All, call => call.What == "message");
        Assert.All(Slack.Shown, call => Assert.Equal(
            ("chat.update", Payloads.Chat, "1595926230.009600"), (call.Method, (string?)call.Arguments["channel"], (string?)call.Arguments["ts"])));
        Assert.True((await Database.Query(db => db.Addresses.SingleAsync())).Reachable);
    }

    [Theory]
    [InlineData("502", "NotNow http-502")]
    [InlineData("cut", "NotNow connection-lost")]
    [InlineData("429", "NotNow ratelimited 1")]
    [InlineData("blocked", "Refused user_disabled gone")]
    public async Task Opening_a_chat_shows_nothing_so_what_may_pass_is_tried_again(string fault, string meaning)
    {
        Slack.Fail(new FaultRule(fault, On: "open", Times: 1));

        Assert.Equal(meaning, Told(await Send(Address(conversation: string.Empty))));
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_has_left()
    {
        await Service.DisposeAsync();
        Service = SlackService.Start(Slack, Database, null, ("Slack:ApiBase", "http://127.0.0.1:9/api/"));

        Assert.Equal("NotNow not-connected", Told(await Send(Address(conversation: Payloads.Chat))));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public async Task What_may_not_leave_stays(bool slot, bool leave)
    {
        Assert.IsType<SendOutcome.Stayed>(await Channel().Send(Address(conversation: Payloads.Chat), Card, new Door(slot, leave), CancellationToken.None));

        Assert.Empty(Slack.Shown);
    }

    [Fact]
    public async Task A_conversation_is_sent_no_second_message_within_a_second()
    {
        var clock = new FakeClock(DateTimeOffset.UnixEpoch);
        var windows = new ChannelWindows(clock);
        await windows.Enter("D1", CancellationToken.None);
        var (second, third, other) = (windows.Enter("D1", CancellationToken.None), windows.Enter("D1", CancellationToken.None), windows.Enter("D2", CancellationToken.None));

        Assert.True(other.IsCompletedSuccessfully);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(50));
        await second;
        Assert.False(third.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(1050));
        await third;
    }

    [Fact]
    public void A_workspace_has_a_pace_of_its_own() =>
        Assert.Equal(5, Service.Services.GetRequiredService<DeliveriesSettings>().PerSecond(ChatBot.Chat.Channel.Slack));

    [Theory]
    [InlineData(200, """{"ok":true,"ts":"1.2"}""", "Accepted 1.2")]
    [InlineData(200, """{"ok":false,"error":"msg_too_long"}""", "Refused msg_too_long")]
    [InlineData(200, """{"ok":false,"error":"ratelimited"}""", "NotNow ratelimited 30")]
    [InlineData(200, """{"ok":false,"error":"fatal_error"}""", "Unclear fatal_error")]
    [InlineData(200, """{"ok":false,"error":"token_revoked"}""", "NotNow token_revoked 3600")]
    [InlineData(200, """{"ok":false,"error":"missing_scope","needed":"im:write"}""", "NotNow missing_scope 3600")]
    [InlineData(200, """{"ok":false}""", "Refused http-200")]
    [InlineData(200, """{"ok":false,"error":"a b\nc"}""", "Refused http-200")]
    [InlineData(200, "<html>", "Unclear unreadable")]
    [InlineData(200, "", "Unclear unreadable")]
    [InlineData(302, "", "Refused http-302")]
    [InlineData(403, "", "Refused http-403")]
    [InlineData(429, "", "NotNow ratelimited 30")]
    [InlineData(408, "", "Unclear http-408")]
    [InlineData(500, """{"ok":false,"error":"internal_error"}""", "Unclear internal_error")]
    [InlineData(503, "", "Unclear http-503")]
    public void An_answer_is_read(int status, string body, string meaning)
    {
        var outcome = SlackAnswer.Read(status, body, TimeSpan.FromSeconds(30), isHook: false);

        Assert.Equal(meaning, outcome switch
        {
            SlackOutcome.Accepted accepted => $"Accepted {accepted.Message}",
            SlackOutcome.NotNow wait => string.Create(CultureInfo.InvariantCulture, $"NotNow {wait.Code} {wait.After?.TotalSeconds}"),
            _ => $"{outcome.GetType().Name} {outcome.Why}",
        });
    }

    private SlackChannel Channel() => Service.Services.GetServices<IChannel>().OfType<SlackChannel>().Single();

    private Task<SendOutcome> Send(AddressRow address) => Channel().Send(address, Card, new Door(true, true), CancellationToken.None);

    private static string Told(SendOutcome outcome) => outcome switch
    {
        SendOutcome.NotNow wait => string.Create(CultureInfo.InvariantCulture, $"NotNow {wait.Code} {wait.After?.TotalSeconds}").TrimEnd(),
        SendOutcome.Refused refused => $"Refused {refused.Code}{(refused.Gone ? " gone" : string.Empty)}",
        SendOutcome.Unclear unclear => $"Unclear {unclear.Code}",
        _ => outcome.GetType().Name,
    };

    private static AddressRow Address(string conversation) => new()
    {
        Person = Alice, Channel = "Slack", Tenant = "T0SIM", Account = Payloads.Alice, Conversation = conversation, ServiceUrl = string.Empty, Reachable = true, SetAt = DateTimeOffset.UnixEpoch,
    };

    private sealed class Door(bool slot, bool leave) : IDeparture
    {
        public Task<bool> Slot(CancellationToken cancel) => Task.FromResult(slot);

        public Task<bool> Leave(CancellationToken cancel) => Task.FromResult(leave);
    }
}
