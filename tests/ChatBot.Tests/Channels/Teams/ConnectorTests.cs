using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams;
using ChatBot.Channels.Teams.Outbound;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Calls to the connector, with its faults. Time jumps to the end of each pause.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private static readonly JsonObject Card = new() { ["type"] = "AdaptiveCard" };
    private readonly JumpingClock clock = new();
    private FakeTeams teams = null!;
    private TeamsService service = null!;
    private Connector connector = null!;

    public async Task InitializeAsync()
    {
        teams = await FakeTeams.Start();
        service = await TeamsService.Start(teams);
        connector = new Connector(
            service.Services.GetRequiredService<TeamsSettings>(), service.Services.GetRequiredService<OutboundTokens>(), service.Services.GetRequiredService<IHttpClientFactory>(),
            new ConversationWindows(clock), clock);
    }

    public async Task DisposeAsync()
    {
        await service.DisposeAsync();
        await teams.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_goes_to_its_conversation_with_a_token_and_gives_the_message_id()
    {
        var outcome = await Reply();

        var call = Assert.Single(teams.Calls);
        Assert.Equal(new ConnectorOutcome.Accepted("1001"), outcome);
        Assert.Equal("POST", call.Method);
        Assert.Equal("https://smba.trafficmanager.net/emea/v3/conversations/19%3Aann%40thread.tacv2%3Bmessageid%3D17/activities/f%3A1%2F2", call.Url);
        Assert.Equal("Bearer token-1", call.Authorization);
        Assert.Equal("a summary", call.Body!["summary"]!.GetValue<string>());
        Assert.Equal("application/vnd.microsoft.card.adaptive", call.Body["attachments"]![0]!["contentType"]!.GetValue<string>());
        Assert.Null(call.Body["text"]);
    }

    [Fact]
    public async Task One_token_serves_many_calls()
    {
        await Reply();
        await Reply();

        Assert.Equal(1, teams.TokensIssued);
    }

    [Fact]
    public async Task A_refused_token_is_asked_for_anew_once()
    {
        teams.Fail(401);
        Assert.IsType<ConnectorOutcome.Accepted>(await Reply());
        Assert.Equal(["Bearer token-1", "Bearer token-2"], teams.Calls.Select(call => call.Authorization));

        teams.Fail(401, """{"error":{"code":"BotNotRegistered"}}""", times: 2);
        Assert.Equal(new ConnectorOutcome.Refused("BotNotRegistered"), await Reply());
        Assert.Equal(4, teams.Calls.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_reply_is_tried_again_after_what_passes(int status)
    {
        teams.Fail(status, times: 2);

        Assert.IsType<ConnectorOutcome.Accepted>(await Reply());
        Assert.Equal(3, teams.Calls.Count);
        Assert.Equal(2, clock.Pauses.Count);
    }

    [Theory]
    [InlineData(429, 3, true)]
    [InlineData(412, 3, true)]
    [InlineData(502, 1, false)]
    [InlineData(503, 1, false)]
    [InlineData(504, 1, false)]
    public async Task What_nobody_asked_for_is_tried_again_only_when_it_surely_did_not_arrive(int status, int calls, bool accepted)
    {
        teams.Fail(status, times: 2);

        var outcome = await connector.Send(TeamsService.ServiceUrl, "a:1", CardMessage.Of(Card, "x"), CancellationToken.None);

        Assert.Equal(calls, teams.Calls.Count);
        Assert.Equal(accepted, outcome is ConnectorOutcome.Accepted);
        Assert.Equal(!accepted, outcome is ConnectorOutcome.Unclear);
    }

    [Theory]
    [InlineData(429, true)]
    [InlineData(412, true)]
    [InlineData(408, false)]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(504, false)]
    public async Task A_delivery_is_tried_once_and_told_apart_by_whether_it_can_have_arrived(int status, bool surelyNot)
    {
        teams.Fail(status, """{"error":{"code":"Wait"}}""", retryAfter: "7");

        var outcome = await connector.Deliver(TeamsService.ServiceUrl, "a:1", CardMessage.Of(Card, "x"), null, CancellationToken.None);

        Assert.Single(teams.Calls);
        Assert.Equal(surelyNot ? new ConnectorOutcome.NotNow("Wait", TimeSpan.FromSeconds(7)) : new ConnectorOutcome.Unclear("Wait"), outcome);
    }

    [Fact]
    public async Task One_conversation_gets_no_more_than_Teams_allows_it()
    {
        var start = clock.GetUtcNow();
        for (var i = 0; i < 9; i++)
        {
            await Reply();
        }

        // The eighth waits for the end of the first second, the ninth for that of the two seconds.
        Assert.Equal(2, clock.Pauses.Count);
        Assert.InRange(clock.GetUtcNow() - start, TimeSpan.FromSeconds(1.9), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Trying_again_has_an_end()
    {
        teams.Fail(429, """{"error":{"code":"Throttled"}}""", times: 100);

        Assert.Equal(new ConnectorOutcome.Refused("Throttled"), await Reply());
        Assert.Equal(5, teams.Calls.Count);
    }

    [Fact]
    public async Task The_pause_that_the_connector_asks_for_is_kept_in_both_forms()
    {
        teams.Fail(429, retryAfter: "7");
        teams.Fail(429, retryAfter: clock.GetUtcNow().AddSeconds(20).ToString("R", CultureInfo.InvariantCulture));

        Assert.IsType<ConnectorOutcome.Accepted>(await Reply());
        Assert.Equal(TimeSpan.FromSeconds(7), clock.Pauses[0]);
        Assert.InRange(clock.Pauses[1], TimeSpan.FromSeconds(11), TimeSpan.FromSeconds(13));
    }

    [Fact]
    public async Task A_pause_longer_than_anybody_waits_is_not_waited_for()
    {
        teams.Fail(429, """{"error":{"code":"Throttled"}}""", retryAfter: "3600");

        Assert.Equal(new ConnectorOutcome.Refused("Throttled"), await Reply());
        Assert.Single(teams.Calls);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":"BadArgument","message":"x"}}""", "BadArgument", false)]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", "BotNotInConversationRoster", true)]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", "ConversationBlockedByUser", true)]
    [InlineData(403, """{"error":{"code":"ForbiddenOperationException"}}""", "ForbiddenOperationException", true)]
    [InlineData(403, """{"error":{"code":"BotDisabledByAdmin"}}""", "BotDisabledByAdmin", false)]
    [InlineData(403, """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"Thread is blocked from message writes.\"}"}""", "MessageWritesBlocked", true)]
    [InlineData(403, """{"errorCode":209,"message":"no json"}""", "http-403", false)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", "ConversationNotFound", true)]
    [InlineData(413, "<html>too large</html>", "http-413", false)]
    [InlineData(400, "", "http-400", false)]
    [InlineData(400, "[]", "http-400", false)]
    [InlineData(302, "", "http-302", false)]
    public async Task A_refusal_is_told_by_its_code_and_not_repeated(int status, string body, string code, bool gone)
    {
        teams.Fail(status, body);

        Assert.Equal(new ConnectorOutcome.Refused(code), await Reply());
        Assert.Equal(gone, ConnectorError.IsGone(code));
        Assert.Single(teams.Calls);
    }

    [Fact]
    public async Task A_fault_of_the_connector_is_unclear_and_not_repeated()
    {
        teams.Fail(500, """{"error":{"code":"ServiceError"}}""");

        Assert.Equal(new ConnectorOutcome.Unclear("ServiceError"), await Reply());
        Assert.Single(teams.Calls);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        teams.Fail(307);

        await Reply();

        Assert.Single(teams.Calls);
        Assert.DoesNotContain(service.Sent, sent => sent.Address.Host == "evil.example");
    }

    [Fact]
    public async Task A_card_is_put_in_place_of_another()
    {
        await connector.Update(TeamsService.ServiceUrl, "a:1", "17", CardMessage.Of(Card, "x"), CancellationToken.None);

        var call = Assert.Single(teams.Calls);
        Assert.Equal(("PUT", "https://smba.trafficmanager.net/emea/v3/conversations/a%3A1/activities/17"), (call.Method, call.Url));
    }

    [Fact]
    public async Task A_private_chat_is_opened_by_the_persons_entra_id()
    {
        var outcome = await connector.OpenChat("https://smba.trafficmanager.net/teams/", TeamsService.Tenant, Activities.Alice, CancellationToken.None);

        var call = Assert.Single(teams.Calls);
        Assert.Equal(new ConnectorOutcome.Accepted("a:opened"), outcome);
        Assert.Equal("https://smba.trafficmanager.net/teams/v3/conversations", call.Url);
        Assert.Equal(Activities.Alice, call.Body!["members"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(TeamsService.Tenant, call.Body["channelData"]!["tenant"]!["id"]!.GetValue<string>());
        Assert.Equal(Activities.Bot, call.Body["bot"]!["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_conversation_that_would_leave_its_place_in_the_address_is_refused(string conversation)
    {
        Assert.Equal(new ConnectorOutcome.Refused("address"), await connector.Send(TeamsService.ServiceUrl, conversation, CardMessage.Of(Card, "x"), CancellationToken.None));
        Assert.Empty(teams.Calls);
    }

    [Fact]
    public async Task A_message_too_large_is_not_sent()
    {
        var huge = new JsonObject { ["type"] = "AdaptiveCard", ["fallbackText"] = new string('x', 110 * 1024) };

        Assert.Equal(new ConnectorOutcome.Refused("MessageSizeTooBig"), await connector.Send(TeamsService.ServiceUrl, "a:1", CardMessage.Of(huge, "x"), CancellationToken.None));
        Assert.Empty(teams.Calls);
    }

    private Task<ConnectorOutcome> Reply() =>
        connector.Reply(TeamsService.ServiceUrl, "19:ann@thread.tacv2;messageid=17", "f:1/2", CardMessage.Of(Card, "a summary", "f:1/2"), CancellationToken.None);
}

/// <summary>A clock on which no pause takes time: it jumps to its end, and notes how long it was.</summary>
internal sealed class JumpingClock : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> pauses = new();
    private TimeSpan shift;

    public IReadOnlyList<TimeSpan> Pauses => [.. pauses];

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > TimeSpan.Zero)
        {
            pauses.Enqueue(dueTime);
            shift += dueTime;
        }

        return System.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? TimeSpan.Zero : dueTime, period);
    }
}
