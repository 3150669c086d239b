using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Simulator.Books;
using ChatBot.Simulator.Limits;

namespace ChatBot.Simulator.Providers;

/// <summary>
/// The connector's REST API as far as a bot that sends uses it. The private chat with somebody is <c>a:</c> and their id, the same each time and after a
/// restart; any other conversation is not found.
/// </summary>
internal sealed class TeamsEndpoints(Desk desk, Ledger ledger, Limiter limiter, Clock clock)
{
    /// <summary>Above this: 413.</summary>
    private const int LargestBody = 100 * 1024;

    private static readonly TeamsRefusals Refusals = new();
    private long lastMessage;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v3/conversations", Open);
        routes.MapPost("/v3/conversations/{conversation}/activities", (HttpContext http, string conversation) => Post(http, conversation));
        routes.MapPost("/v3/conversations/{conversation}/activities/{activity}", (HttpContext http, string conversation, string activity) => Post(http, conversation));
        routes.MapPut("/v3/conversations/{conversation}/activities/{activity}", Put);
    }

    private async Task Open(HttpContext http)
    {
        var body = await Read(http);
        if (body?["members"] is not JsonArray { Count: 1 } members || Text(members[0], "id") is not { Length: > 0 } member)
        {
            await desk.Malformed(http, "teams", "open", TeamsRefusals.Error(400, "BadArgument", "A private chat has one member with an id."));
            return;
        }

        await desk.Receive(http, Refusals, new Visit("teams", "open", member, Limit("open", member), _ => new Answer(201, new JsonObject { ["id"] = "a:" + member }.ToJsonString())));
    }

    private Task Post(HttpContext http, string conversation) => Write(http, conversation, null);

    private Task Put(HttpContext http, string conversation, string activity) => Write(http, conversation, activity);

    private async Task Write(HttpContext http, string conversation, string? replaced)
    {
        var body = await Read(http);
        var type = Text(body, "type");
        if (type is null)
        {
            await desk.Malformed(http, "teams", "message", TeamsRefusals.Error(400, "BadSyntax", "The activity cannot be read or has no type."));
            return;
        }

        if (http.Request.ContentLength > LargestBody)
        {
            await desk.Malformed(http, "teams", "message", TeamsRefusals.Error(413, "MessageSizeTooBig", "Message size too large."));
            return;
        }

        if (!conversation.StartsWith("a:", StringComparison.Ordinal) && !conversation.StartsWith("19:", StringComparison.Ordinal))
        {
            await desk.Malformed(http, "teams", "message", TeamsRefusals.Error(404, "ConversationNotFound", "Conversation not found."));
            return;
        }

        var recipient = conversation.StartsWith("a:", StringComparison.Ordinal) ? conversation[2..] : conversation;
        var what = type == "typing" ? "typing" : replaced is null ? "message" : "update";
        await desk.Receive(http, Refusals, new Visit("teams", what, recipient, Limit("send", conversation), shown =>
        {
            if (what == "typing")
            {
                return new Answer(202, string.Empty);
            }

            var message = replaced ?? NextId();
            var card = (body!["attachments"] as JsonArray)?.FirstOrDefault()?["content"];
            ledger.Append(new LedgerEntry(
                0, "teams", replaced is null ? "post" : "update", recipient, conversation, message, Text(body["channelData"], "deliveryKey"), Text(body, "summary"),
                Hash.Of(card?.ToJsonString() ?? Text(body, "text") ?? string.Empty), clock.Now, shown));
            return new Answer(replaced is null ? 201 : 200, new JsonObject { ["id"] = message }.ToJsonString());
        }));
    }

    private Func<Faults.FaultPlan, long, long> Limit(string what, string conversation) =>
        (plan, now) => limiter.Teams(what, conversation, plan.TeamsPerSecond, now);

    /// <summary>Milliseconds since 1970, as Teams' own ids are, never the same twice.</summary>
    private string NextId()
    {
        var now = clock.Now / 1000;
        long before, next;
        do
        {
            before = Interlocked.Read(ref lastMessage);
            next = Math.Max(now, before + 1);
        }
        while (Interlocked.CompareExchange(ref lastMessage, next, before) != before);
        return next.ToString(CultureInfo.InvariantCulture);
    }

    private static string? Text(JsonNode? node, string name) =>
        node is JsonObject member && member[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static async Task<JsonNode?> Read(HttpContext http)
    {
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
