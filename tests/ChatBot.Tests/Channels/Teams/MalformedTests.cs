using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Bodies and requests that no client of ours sends. None is a fault of the service, so none is answered 500, and none has an effect.</summary>
public sealed class MalformedTests(RunningTeams running) : IClassFixture<RunningTeams>
{
    private readonly TeamsService service = running.Service;

    public static TheoryData<string> BadJson() =>
    [
        "", " ", "null", "true", "1", "\"x\"", "[]", "[{}]", "{}", "{", "{\"type\"", "{\"type\":\"message\"", "{\"type\":\"message\",}", "{/*x*/\"type\":\"message\"}",
        "{'type':'message'}", "{\"type\":\"message\"}{}", "{\"type\":\"message\"} x", "{\"type\":null}", "{\"type\":1}", "{\"type\":\"\"}", "{\"type\":[\"message\"]}", "{\"Type\":\"message\"}",
        "{\"type\":\"message\",\"type\":\"invoke\"}", "{\"type\":\"message\",\"\\u0074ype\":\"invoke\"}", "{\"type\":\"message\",\"text\":\"\\ud800\"}",
        "{\"type\":\"message\",\"id\":\"a\\u0000b\"}", "{\"type\":\"message\",\"id\":\"a\\nb\"}", "{\"type\":\"message\",\"x\":NaN}", "{\"type\":\"message\",\"x\":01}",
        "{\"type\":\"message\",\"from\":" + Nested(33) + "}", Nested(65), Nested(10_000), "{\"type\":\"message\",\"id\":\"" + new string('x', 10_000) + "\"}",
    ];

    public static TheoryData<string, string> OddMembers() => new()
    {
        { "text", "null" }, { "text", "1" }, { "text", "{}" }, { "text", "\"\"" }, { "text", "\"<b>x</b>\"" }, { "text", "\"😀\"" },
        { "text", "\"" + new string('x', 40_000) + "\"" }, { "from", "null" }, { "from", "[]" }, { "from", "{}" }, { "from", "\"alice\"" },
        { "from", "{\"id\":1,\"aadObjectId\":true}" }, { "from", "{\"id\":\"29:1\",\"aadObjectId\":\"not a GUID\"}" },
        { "from", "{\"id\":\"29:1\",\"aadObjectId\":\"00000000-0000-0000-0000-0000000000020\"}" },
        { "from", "{\"id\":\"29:1\",\"aadObjectId\":\"00000000-0000-4000-8000-00000000000A\"}" },
        { "recipient", "null" }, { "recipient", "{\"id\":\"28:another\"}" }, { "entities", "null" }, { "entities", "{}" }, { "entities", "[null,1,\"x\",[],{\"type\":\"mention\"}]" },
        { "entities", "[{\"type\":\"mention\",\"mentioned\":1,\"text\":2}]" }, { "attachments", "\"x\"" }, { "localTimestamp", "\"0001-01-01T00:00:00Z\"" },
        { "localTimestamp", "\"9999-12-31T23:59:60+14:00\"" }, { "timestamp", "\"yesterday\"" }, { "locale", "7" }, { "replyToId", "{}" }, { "replyToId", "\"foreign\"" },
        { "value", "null" }, { "value", "\"x\"" }, { "value", "[]" }, { "value", "{}" }, { "value", "{\"verb\":1}" }, { "value", "{\"verb\":\"\",\"x\":{\"y\":[]}}" },
        { "value", "{\"verb\":\"no.such\",\"n\":1e400,\"m\":-0,\"k\":9007199254740993}" }, { "value", "{\"verb\":\"\\u0000\"}" },
        { "membersAdded", "[]" }, { "$type", "\"System.Object\"" }, { "$ref", "\"#\"" }, { "__proto__", "{\"admin\":true}" }, { "deliveryMode", "\"expectReplies\"" },
        { "TYPE", "\"invoke\"" },
    };

    public static TheoryData<string, string> Events() => new()
    {
        { "unknownType", "{}" }, { "MESSAGE", "{}" }, { "typing", "{}" }, { "event", "{\"name\":\"application/vnd.microsoft.readReceipt\"}" }, { "endOfConversation", "{}" },
        { "handoff", "{}" }, { "trace", "{}" }, { "command", "{}" }, { "contactRelationUpdate", "{\"action\":\"add\"}" },
        { "messageReaction", "{\"reactionsAdded\":[{\"type\":\"like\"}],\"replyToId\":\"1\"}" }, { "messageUpdate", "{\"text\":\"score\",\"channelData\":{\"tenant\":{\"id\":\"11111111-2222-4333-8444-555555555555\"},\"eventType\":\"editMessage\"}}" },
        { "messageDelete", "{}" }, { "conversationUpdate", "{\"membersAdded\":[]}" }, { "conversationUpdate", "{\"membersAdded\":{}}" },
        { "conversationUpdate", "{\"membersRemoved\":[{\"id\":\"29:1bob\"}]}" }, { "conversationUpdate", "{\"topicName\":\"x\"}" }, { "installationUpdate", "{}" },
        { "installationUpdate", "{\"action\":\"explode\"}" },
    };

    [Theory]
    [MemberData(nameof(BadJson))]
    public async Task What_is_no_activity_is_refused(string body) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Encoding.UTF8.GetBytes(body))).StatusCode);

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task Odd_values_in_a_message_are_borne(string member, string json)
    {
        var text = Activities.Message("help").ToJsonString();
        var activity = JsonNode.Parse(text)!.AsObject();
        activity.Remove(member);
        var body = activity.ToJsonString()[..^1] + $",\"{member}\":{json}}}";

        Assert.Equal(HttpStatusCode.OK, (await Post(Encoding.UTF8.GetBytes(body))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task Odd_values_in_a_press_are_borne(string member, string json)
    {
        var activity = Activities.Press("no.such.verb");
        activity.Remove(member);
        var body = activity.ToJsonString()[..^1] + $",\"{member}\":{json}}}";

        Assert.Equal(HttpStatusCode.OK, (await Post(Encoding.UTF8.GetBytes(body))).StatusCode);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Events_that_are_nothing_to_answer_are_acknowledged(string type, string members)
    {
        // A chat of its own: answers of other tests may still be on their way into theirs.
        var chat = $"a:{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}";
        var activity = Activities.Personal(type, null, JsonNode.Parse(members)!.AsObject());
        activity["conversation"]!["id"] = chat;

        var response = await service.Post(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(running.Teams.Calls, call => Uri.UnescapeDataString(call.Url).Contains(chat, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("message", 10_000)]
    [InlineData("conversationUpdate", 10_000)]
    public async Task Ten_thousand_members_are_borne(string type, int count)
    {
        var members = new JsonArray([.. Enumerable.Range(0, count).Select(i => new JsonObject { ["id"] = "29:" + i })]);

        Assert.Equal(HttpStatusCode.OK, (await service.Post(Activities.Personal(type, null, new() { ["membersAdded"] = members, ["text"] = "help" }))).StatusCode);
    }

    [Fact]
    public async Task A_hundred_thousand_keys_are_refused_or_borne_quickly()
    {
        var keys = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"\"k{i}\":0,"));
        var body = "{" + keys + Activities.Message("help").ToJsonString()[1..];

        Assert.Equal(HttpStatusCode.OK, (await Post(Encoding.UTF8.GetBytes(body))).StatusCode);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("task/fetch")]
    [InlineData("")]
    [InlineData("adaptivecard/action")]
    [InlineData("no/such")]
    public async Task An_invoke_nobody_knows_is_not_implemented(string name)
    {
        var activity = Activities.Press("help.show");
        activity["name"] = name;

        Assert.Equal(HttpStatusCode.NotImplemented, (await service.Post(activity)).StatusCode);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"x\"")]
    [InlineData("{\"action\":null}")]
    [InlineData("{\"action\":\"x\"}")]
    [InlineData("{\"Action\":{\"verb\":\"x\"}}")]
    public async Task A_press_without_an_action_is_a_bad_request_inside_an_answer(string value)
    {
        var activity = Activities.Press("x");
        activity["value"] = JsonNode.Parse(value);

        var response = await service.Post(activity);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(400, body["statusCode"]!.GetValue<int>());
        Assert.Equal("application/vnd.microsoft.error", body["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/jsonx")]
    [InlineData("")]
    [InlineData("nonsense")]
    public async Task Another_kind_of_body_is_not_read(string contentType) =>
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Post(Encoding.UTF8.GetBytes(Activities.Message("help").ToJsonString()), contentType)).StatusCode);

    [Theory]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    [InlineData("APPLICATION/JSON")]
    public async Task Utf8_json_is_read_however_it_is_called(string contentType) =>
        Assert.Equal(HttpStatusCode.OK, (await Post(Encoding.UTF8.GetBytes(Activities.Message("help").ToJsonString()), contentType)).StatusCode);

    [Fact]
    public async Task A_byte_order_mark_is_borne_and_broken_utf8_is_not()
    {
        var good = Encoding.UTF8.GetBytes(Activities.Message("help").ToJsonString());

        Assert.Equal(HttpStatusCode.OK, (await Post([0xEF, 0xBB, 0xBF, .. good])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post([.. "{\"type\":\"message\",\"text\":\""u8, 0xC3, 0x28, .. "\"}"u8])).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(Encoding.Unicode.GetBytes("{\"type\":\"message\"}"))).StatusCode);
    }

    [Theory]
    [InlineData((512 * 1024) + 1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task A_large_body_is_refused(int size)
    {
        var token = IssuerKey.First.Sign(Tokens.Good());
        var status = await Raw($"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer {token}\r\nContent-Length: {size}\r\n\r\n");

        Assert.Equal("413", status);
    }

    [Fact]
    public async Task A_large_body_without_a_length_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StreamContent(new MemoryStream(new byte[600 * 1024])) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + IssuerKey.First.Sign(Tokens.Good()));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_compressed_body_is_not_unpacked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new ByteArrayContent([0x1f, 0x8b, 8, 0]) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Content.Headers.TryAddWithoutValidation("Content-Encoding", "gzip");
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + IssuerKey.First.Sign(Tokens.Good()));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("GET", "405")]
    [InlineData("HEAD", "405")]
    [InlineData("PUT", "405")]
    [InlineData("DELETE", "405")]
    [InlineData("PATCH", "405")]
    [InlineData("TRACE", "405")]
    public async Task Only_post_is_allowed(string method, string status) => Assert.Equal(status, await Raw($"{method} /api/messages HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));

    [Theory]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n", "401")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "401")]
    [InlineData("POST /api/messages HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", "401")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx", "400")]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: x\r\nX-Bad: a\0b\r\n\r\n", "400")]
    [InlineData("POST /api/messages?token=secret HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "401")]
    [InlineData("POST /api/../admin HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "404")]
    [InlineData("nonsense\r\n\r\n", "400")]
    public async Task Odd_requests_are_refused_without_a_fault(string request, string status) => Assert.Equal(status, await Raw(request));

    [Fact]
    public async Task A_body_that_ends_early_hurts_nobody()
    {
        var token = IssuerKey.First.Sign(Tokens.Good());
        using var client = new TcpClient();
        await client.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer {token}\r\nContent-Length: 100\r\n\r\n{{"));
        client.Close();

        Assert.Equal(HttpStatusCode.OK, (await service.Post(Activities.Message("help"))).StatusCode);
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"type\":", depth)) + "1" + new string('}', depth);

    private Task<HttpResponseMessage> Post(byte[] body, string contentType = "application/json") => service.Post(body, IssuerKey.First.Sign(Tokens.Good()), contentType);

    /// <summary>Sends the bytes as they are and gives the status of the answer.</summary>
    private async Task<string> Raw(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(service.Client.BaseAddress!.Host, service.Client.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return (await reader.ReadLineAsync())?.Split(' ')[1] ?? string.Empty;
    }
}
