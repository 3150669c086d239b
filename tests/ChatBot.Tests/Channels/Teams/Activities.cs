using System.Text.Json.Nodes;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Activities as Teams and the Agents Playground write them, with their surplus members.</summary>
internal static class Activities
{
    public const string Alice = "00000000-0000-4000-8000-00000000000a";
    public const string Bot = "28:" + TeamsService.AppId;
    public const string PersonalChat = "a:1personal";

    private static int count;

    /// <summary>A message in the private chat.</summary>
    public static JsonObject Message(string text, string? id = null) => Personal("message", id, new()
    {
        ["text"] = text,
        ["textFormat"] = "plain",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div><div>{text}</div></div>" }),
        ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = "en-US", ["country"] = "US", ["platform"] = "Web", ["timezone"] = "UTC" }),
    });

    /// <summary>A message in a channel that mentions the bot.</summary>
    public static JsonObject ChannelMessage(string text) => Personal("message", null, new()
    {
        ["text"] = $"<at>ChatBot</at> {text}",
        ["conversation"] = new JsonObject
        {
            ["isGroup"] = true, ["conversationType"] = "channel", ["tenantId"] = TeamsService.Tenant, ["id"] = "19:ann@thread.tacv2;messageid=1795313060841",
        },
        ["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = Bot, ["name"] = "ChatBot" }, ["text"] = "<at>ChatBot</at>",
        }),
        ["channelData"] = new JsonObject
        {
            ["teamsChannelId"] = "19:ann@thread.tacv2", ["teamsTeamId"] = "19:general@thread.tacv2", ["tenant"] = new JsonObject { ["id"] = TeamsService.Tenant },
            ["team"] = new JsonObject { ["id"] = "19:general@thread.tacv2" }, ["channel"] = new JsonObject { ["id"] = "19:ann@thread.tacv2" },
        },
    });

    /// <summary>A message in a group chat that mentions the bot.</summary>
    public static JsonObject GroupMessage(string text)
    {
        var message = ChannelMessage(text);
        message["conversation"] = new JsonObject { ["isGroup"] = true, ["conversationType"] = "groupChat", ["tenantId"] = TeamsService.Tenant, ["id"] = "19:group1@thread.v2" };
        message["channelData"] = TenantOnly();
        return message;
    }

    /// <summary>A pressed Action.Execute.</summary>
    public static JsonObject Press(string verb, JsonObject? data = null, string? id = null) => Personal("invoke", id, new()
    {
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = "1795313058950",
        ["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["title"] = "Press", ["verb"] = verb, ["data"] = data ?? [] },
            ["trigger"] = "manual",
        },
    });

    /// <summary>A pressed Action.Submit, what older clients fall back to.</summary>
    public static JsonObject Submit(string verb) => Personal("message", null, new()
    {
        ["replyToId"] = "1795313058950", ["value"] = new JsonObject { ["verb"] = verb },
    });

    /// <summary>The app was installed, upgraded or removed in the private chat.</summary>
    public static JsonObject Installation(string action) => Personal("installationUpdate", null, new() { ["action"] = action });

    /// <summary>The event that comes beside <see cref="Installation"/>.</summary>
    public static JsonObject MembersAdded() => Personal("conversationUpdate", null, new()
    {
        ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:1alice", ["aadObjectId"] = Alice }, new JsonObject { ["id"] = Bot }),
    });

    /// <summary>Something in the private chat with Alice.</summary>
    public static JsonObject Personal(string type, string? id, JsonObject more)
    {
        var number = Interlocked.Increment(ref count);
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? $"17953130{number:D5}",
            ["timestamp"] = "2026-11-22T02:04:18.929Z",
            ["localTimestamp"] = "2026-11-22T02:04:18.929+00:00",
            ["localTimezone"] = "UTC",
            ["serviceUrl"] = TeamsService.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:1alice", ["name"] = "Alice Example", ["aadObjectId"] = Alice },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = TeamsService.Tenant, ["id"] = PersonalChat },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "ChatBot" },
            ["locale"] = "en-US",
            ["channelData"] = TenantOnly(),
        };
        foreach (var (name, value) in more)
        {
            activity[name] = value?.DeepClone();
        }

        return activity;
    }

    private static JsonObject TenantOnly() => new() { ["tenant"] = new JsonObject { ["id"] = TeamsService.Tenant } };
}
