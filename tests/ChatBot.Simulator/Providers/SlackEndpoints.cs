using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Simulator.Books;
using ChatBot.Simulator.Limits;

namespace ChatBot.Simulator.Providers;

/// <summary>
/// Slack's Web API as far as a bot that sends uses it, with arguments as a form or as JSON where Slack takes JSON. The private chat with <c>U123</c> is
/// <c>D123</c>.
/// </summary>
internal sealed class SlackEndpoints(Desk desk, Ledger ledger, Limiter limiter, Clock clock, SlackBook book)
{
    private static readonly SlackRefusals Refusals = new();
    private long lastTime;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/{method}", Handle);
        routes.MapPost("/hooks/{id}", Respond);
    }

    /// <summary>Answers to commands and buttons come here, without a token.</summary>
    private async Task Respond(HttpContext http, string id)
    {
        var arguments = await Arguments(http, json: true);
        await desk.Receive(http, Refusals, new Visit("slack", "response_url", id, (_, _) => 0, _ =>
        {
            book.Add("response_url", arguments, http.Request.Headers.Authorization.ToString());
            return Ok([]);
        }));
    }

    private async Task Handle(HttpContext http, string method)
    {
        var arguments = await Arguments(http, json: method is not ("users.info" or "users.lookupByEmail"));
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Bearer xox", StringComparison.Ordinal))
        {
            await desk.Malformed(http, "slack", method, SlackRefusals.Error("not_authed"));
            return;
        }

        var visit = method switch
        {
            "auth.test" => Visit(method, string.Empty, _ => Ok(new JsonObject
            {
                ["url"] = "https://simulated.slack.com/", ["team"] = "Simulated", ["user"] = "chatbot", ["team_id"] = "T0SIM", ["user_id"] = "U0BOT", ["bot_id"] = "B0BOT",
            })),
            "users.info" when book.User(arguments.GetValueOrDefault("user")) is { } user => Visit(method, user["id"]!.GetValue<string>(), _ => Ok(new JsonObject { ["user"] = user })),
            "users.lookupByEmail" when book.UserByEmail(arguments.GetValueOrDefault("email")) is { } user => Visit(method, user["id"]!.GetValue<string>(), _ => Ok(new JsonObject { ["user"] = user })),
            "views.open" when View(arguments) is { } view && book.Trigger(arguments.GetValueOrDefault("trigger_id")) is null => Shown(method, string.Empty, view),
            "views.update" when View(arguments) is { } view && arguments.GetValueOrDefault("view_id") is { Length: > 0 } => Shown(method, string.Empty, view),
            "views.publish" when View(arguments) is { } view && arguments.GetValueOrDefault("user_id") is ['U' or 'W', ..] user => Shown(method, user, view),
            "chat.postEphemeral" when Channel(arguments) is { } channel && HasContent(arguments) && arguments.GetValueOrDefault("user") is ['U' or 'W', ..] user =>
                Visit(method, user, _ => Ok(new JsonObject { ["message_ts"] = NextTime() })),
            "conversations.open" when arguments.GetValueOrDefault("users") is ['U', .. var rest] user =>
                Visit("open", user, _ => Ok(new JsonObject { ["channel"] = new JsonObject { ["id"] = "D" + rest } })),
            "chat.postMessage" when !HasContent(arguments) => null,
            "chat.postMessage" when Channel(arguments) is { } channel => Message(method, channel, arguments, null),
            "chat.update" when Channel(arguments) is { } channel && arguments.GetValueOrDefault("ts") is { } time => Message(method, channel, arguments, time),
            _ => null,
        };
        await (visit is null
            ? desk.Malformed(http, "slack", method, SlackRefusals.Error(Wrong(method, arguments)))
            : desk.Receive(http, Refusals, visit));

        Visit Visit(string what, string recipient, Func<string, Answer> accept) =>
            new("slack", what, recipient, (_, now) => limiter.Slack(method, recipient, now), shown =>
            {
                book.Add(method, arguments, http.Request.Headers.Authorization.ToString());
                return accept(shown);
            });

        Visit Shown(string what, string recipient, JsonObject view) => Visit(what, recipient, _ =>
        {
            view["id"] = "V" + NextTime().Replace(".", string.Empty, StringComparison.Ordinal);
            return Ok(new JsonObject { ["view"] = view });
        });
    }

    /// <summary>A view as Slack takes it: of a known type, with blocks, and what a modal needs.</summary>
    private static JsonObject? View(Dictionary<string, string> arguments)
    {
        try
        {
            return JsonNode.Parse(arguments.GetValueOrDefault("view") ?? "null") is JsonObject view && view["blocks"] is JsonArray { Count: > 0 and <= 100 }
                && (view["type"]?.GetValue<string>() == "home" || (view["type"]?.GetValue<string>() == "modal" && view["title"] is JsonObject))
                ? view
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private Visit Message(string method, string channel, Dictionary<string, string> arguments, string? replaced)
    {
        var recipient = channel[0] == 'D' ? string.Concat("U", channel.AsSpan(1)) : channel;
        return new Visit("slack", replaced is null ? "message" : "update", recipient, (_, now) => limiter.Slack(method, channel, now), shown =>
        {
            var time = replaced ?? NextTime();
            book.Add(method, arguments, "Bearer");
            ledger.Append(new LedgerEntry(
                0, "slack", replaced is null ? "post" : "update", recipient, channel, time, Reference(arguments.GetValueOrDefault("metadata")), arguments.GetValueOrDefault("text"),
                Hash.Of(arguments.GetValueOrDefault("blocks") ?? arguments.GetValueOrDefault("text") ?? string.Empty), clock.Now, shown));
            return Ok(new JsonObject { ["channel"] = channel, ["ts"] = time, ["message"] = new JsonObject { ["type"] = "message", ["ts"] = time } });
        });
    }

    /// <summary>A user's id stands for the chat with them.</summary>
    private static string? Channel(Dictionary<string, string> arguments) => arguments.GetValueOrDefault("channel") switch
    {
        ['U', .. var rest] => "D" + rest,
        ['C' or 'G' or 'D', ..] channel => channel,
        _ => null,
    };

    private static bool HasContent(Dictionary<string, string> arguments) => arguments.ContainsKey("text") || arguments.ContainsKey("blocks");

    private string Wrong(string method, Dictionary<string, string> arguments) => method switch
    {
        "views.open" or "views.update" or "views.publish" when View(arguments) is null => "invalid_arguments",
        "views.open" => book.Trigger(arguments.GetValueOrDefault("trigger_id")) ?? "invalid_trigger_id",
        "views.update" => "not_found",
        "views.publish" => "user_not_found",
        "users.lookupByEmail" => "users_not_found",
        "chat.postEphemeral" when !HasContent(arguments) => "no_text",
        "chat.postEphemeral" => "user_not_in_channel",
        "chat.postMessage" when !HasContent(arguments) => "no_text",
        "chat.postMessage" or "chat.update" => "channel_not_found",
        "users.info" or "conversations.open" => "user_not_found",
        _ => "unknown_method",
    };

    private static Answer Ok(JsonObject answer)
    {
        answer.Insert(0, "ok", true);
        return new Answer(200, answer.ToJsonString());
    }

    private static string? Reference(string? metadata)
    {
        try
        {
            return metadata is null ? null : JsonNode.Parse(metadata)?["event_payload"]?["delivery_key"]?.GetValue<string>();
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Seconds and microseconds, never the same twice: Slack's ids of messages.</summary>
    private string NextTime()
    {
        var now = clock.Now;
        long before, next;
        do
        {
            before = Interlocked.Read(ref lastTime);
            next = Math.Max(now, before + 1);
        }
        while (Interlocked.CompareExchange(ref lastTime, next, before) != before);
        return string.Create(CultureInfo.InvariantCulture, $"{next / 1_000_000}.{next % 1_000_000:000000}");
    }

    /// <summary>The arguments; methods that read take no JSON and see none then.</summary>
    private static async Task<Dictionary<string, string>> Arguments(HttpContext http, bool json)
    {
        if (http.Request.HasFormContentType)
        {
            return (await http.Request.ReadFormAsync()).ToDictionary(x => x.Key, x => x.Value.ToString(), StringComparer.Ordinal);
        }

        try
        {
            var body = http.Request.ContentLength is null or 0 ? null : await JsonNode.ParseAsync(http.Request.Body);
            return json && body is JsonObject members
                ? members.Where(x => x.Value is not null).ToDictionary(
                    x => x.Key, x => x.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : x.Value!.ToJsonString(), StringComparer.Ordinal)
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
