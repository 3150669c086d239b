using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>One service for all tests that leave no trace in it.</summary>
public sealed class RunningSlack : SlackCompany;

/// <summary>What Slack never sends, and what it sends that is nothing a person did.</summary>
public sealed class MalformedTests(RunningSlack running) : IClassFixture<RunningSlack>
{
    private readonly SlackService service = running.Service;
    private readonly TestDatabase database = running.Database;
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("events", Json, "{}")]
    [InlineData("commands", Form, "text=help&user_id=U0ALICE&team_id=T0SIM")]
    [InlineData("commands", Form, "ssl_check=0&token=x")]
    [InlineData("interactions", Form, "payload={}")]
    [InlineData("interactions", Form, "ssl_check=1")]
    [InlineData("events", Json, """{"type":"url_verification","challenge":"c"}""")]
    public async Task Nothing_is_answered_without_a_signature(string door, string type, string body)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Post(door, type, body, signed: false)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Post(door, type, body, secret: "0123456789abcdef")).StatusCode);
    }

    [Fact]
    public async Task Slacks_test_of_a_commands_address_is_answered_and_nothing_else_of_it_read()
    {
        var response = await service.Post("commands", Form, "ssl_check=1&token=x&text=help&user_id=U0ALICE&team_id=T0SIM", signed: false);

        Assert.Equal((HttpStatusCode.OK, string.Empty), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(await database.Query(db => db.Inbox.ToListAsync()));
    }

    [Fact]
    public async Task The_address_is_verified_by_its_challenge()
    {
        var response = await service.Event(new JsonObject { ["token"] = "t", ["challenge"] = "3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", ["type"] = "url_verification" });

        Assert.Equal("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["challenge"]);
    }

    [Theory]
    [InlineData("events", Json, "")]
    [InlineData("events", Json, "[]")]
    [InlineData("events", Json, "null")]
    [InlineData("events", Json, "{\"type\":")]
    [InlineData("events", Json, "{\"type\":\"event_callback\",\"type\":\"url_verification\",\"challenge\":\"c\"}")]
    [InlineData("events", Json, "{\"type\":\"event_callback\",\"event\":{\"user\":\"U1\",\"user\":\"U2\"}}")]
    [InlineData("events", Json, "{\"type\":\"\\ud800\"}")]
    [InlineData("events", Json, "{\"type\":\"event_callback\"} x")]
    [InlineData("events", Json, "// {\n{}")]
    [InlineData("interactions", Form, "")]
    [InlineData("interactions", Form, "payload=")]
    [InlineData("interactions", Form, "payload=%5B%5D")]
    [InlineData("interactions", Form, "payload=%7B%7D&payload=%7B%7D")]
    [InlineData("interactions", Form, "load=%7B%7D")]
    [InlineData("commands", Form, "user_id=U0ALICE&user_id=U0EVE&team_id=T0SIM&text=help")]
    public async Task What_cannot_be_read_is_a_bad_request(string door, string type, string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Post(door, type, body)).StatusCode);

    [Fact]
    public async Task Nesting_has_an_end()
    {
        var body = $$"""{"type":"event_callback","event":{{string.Concat(Enumerable.Repeat("[", 80))}}{{string.Concat(Enumerable.Repeat("]", 80))}}}""";

        Assert.Equal(HttpStatusCode.BadRequest, (await service.Post("events", Json, body)).StatusCode);
    }

    [Theory]
    [InlineData("events", "text/plain")]
    [InlineData("events", Form)]
    [InlineData("events", "application/json; charset=utf-16")]
    [InlineData("commands", Json)]
    [InlineData("commands", "multipart/form-data; boundary=x")]
    [InlineData("interactions", Json)]
    public async Task Another_kind_of_body_is_refused(string door, string type) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await service.Post(door, type, "{}")).StatusCode);

    [Fact]
    public async Task A_megabyte_is_the_most()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await service.Post("events", Json, new string(' ', (1024 * 1024) + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Post("events", Json, new string(' ', 1024 * 1024))).StatusCode);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Only_posts_are_taken(string method)
    {
        foreach (var door in new[] { "events", "commands", "interactions" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/slack/{door}");
            Assert.Equal(HttpStatusCode.MethodNotAllowed, (await service.Client.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":[]}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":{"type":7}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":{"type":"team_join","user":{"id":"U1"}}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":{"type":"message","channel_type":"im"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"D1","user":["U1"],"text":{},"ts":"1.2"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":{"type":"message","channel_type":"im","channel":"../x","user":"U1","text":"help","ts":"1.2"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"help","ts":"1.2"}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T0SIM","event_id":"Ev1","event":{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}}""")]
    [InlineData("""{"type":"nonsense","team_id":"T0SIM"}""")]
    [InlineData("""{"type":"app_rate_limited","team_id":"T0SIM","minute_rate_limited":1518467820,"api_app_id":"A1"}""")]
    public async Task What_is_nothing_that_a_person_did_is_acknowledged_and_forgotten(string body)
    {
        Assert.Equal(HttpStatusCode.OK, (await service.Post("events", Json, body)).StatusCode);
        Assert.Empty(await database.Query(db => db.Inbox.ToListAsync()));
    }

    [Theory]
    [InlineData("""{"type":"block_actions","actions":[]}""")]
    [InlineData("""{"type":"block_actions","actions":{"a":1}}""")]
    [InlineData("""{"type":"block_actions","actions":[{"type":"button","action_id":"link","url":"https://example.com"}]}""")]
    [InlineData("""{"type":"block_actions","actions":[{"type":"button","action_id":"help.show","value":"not json"}]}""")]
    [InlineData("""{"type":"view_submission","view":{"callback_id":"x","private_metadata":"not json"}}""")]
    [InlineData("""{"type":"view_submission"}""")]
    [InlineData("""{"type":"view_closed","view":{}}""")]
    [InlineData("""{"type":"block_suggestion","value":"x"}""")]
    public async Task An_interaction_that_is_none_of_ours_is_acknowledged_and_forgotten(string body)
    {
        var payload = JsonNode.Parse(body)!.AsObject();
        payload["team"] = new JsonObject { ["id"] = "T0SIM" };
        payload["user"] = new JsonObject { ["id"] = Payloads.Alice };

        Assert.Equal(HttpStatusCode.OK, (await service.Interaction(payload)).StatusCode);
        Assert.Empty(await database.Query(db => db.Inbox.ToListAsync()));
    }

    [Fact]
    public async Task Another_workspace_is_refused_and_told_not_to_try_again()
    {
        var elsewhere = Payloads.Event(new JsonObject { ["type"] = "message", ["channel_type"] = "im", ["channel"] = "D1", ["user"] = "U1", ["text"] = "help", ["ts"] = "1.2" }, team: "T0ELSE");

        var response = await service.Event(elsewhere);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("1", response.Headers.GetValues("X-Slack-No-Retry").Single());
        Assert.Empty(await database.Query(db => db.Inbox.ToListAsync()));
    }
}
