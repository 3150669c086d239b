using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>What Slack posts, with its surplus members, written by its documentation and by the payloads in its SDKs' tests.</summary>
internal static class Payloads
{
    public const string Alice = "U0ALICE";
    public const string Chat = "D0ALICE";
    public const string Bot = "U0BOT";

    private static int count;

    /// <summary>A message in the private chat.</summary>
    public static JsonObject Message(string text, string user = Alice, JsonObject? more = null) => Event(Merge(
        new JsonObject
        {
            ["type"] = "message", ["channel_type"] = "im", ["client_msg_id"] = "9cbd4c5b-7ddf-4ede-b479-ad21fca66d63", ["user"] = user, ["team"] = "T0SIM", ["channel"] = "D" + user[1..],
            ["text"] = text, ["ts"] = Time(), ["event_ts"] = "1595926230.009600",
            ["blocks"] = new JsonArray(new JsonObject { ["type"] = "rich_text", ["block_id"] = "x", ["elements"] = new JsonArray() }),
        },
        more));

    /// <summary>A mention of the bot in a channel.</summary>
    public static JsonObject Mention(string text, string? time = null, string user = Alice, JsonObject? more = null) => Event(Merge(
        new JsonObject
        {
            ["type"] = "app_mention", ["user"] = user, ["team"] = "T0SIM", ["channel"] = "C0GENERAL", ["text"] = $"<@{Bot}> {text}", ["ts"] = time ?? Time(), ["event_ts"] = "1595926230.009600",
        },
        more));

    /// <summary>Somebody opened the App Home or the chat in it.</summary>
    public static JsonObject Opened(string tab, string user = Alice) => Event(new JsonObject
    {
        ["type"] = "app_home_opened", ["user"] = user, ["channel"] = "D" + user[1..], ["tab"] = tab, ["event_ts"] = "1595926230.009600",
    });

    /// <summary>The envelope of the Events API.</summary>
    public static JsonObject Event(JsonObject happened, string team = "T0SIM") => new()
    {
        ["token"] = "verification_token", ["team_id"] = team, ["api_app_id"] = "A0APP", ["event"] = happened, ["type"] = "event_callback",
        ["event_id"] = $"Ev{Next():D8}", ["event_time"] = 1595926230, ["is_ext_shared_channel"] = false, ["event_context"] = "4-abc",
        ["authorizations"] = new JsonArray(new JsonObject { ["enterprise_id"] = null, ["team_id"] = team, ["user_id"] = Bot, ["is_bot"] = true, ["is_enterprise_install"] = false }),
    };

    /// <summary>The slash command.</summary>
    public static Dictionary<string, string> Command(FakeSlack slack, string text, string channel = Chat, string trigger = "", string user = Alice) => new(StringComparer.Ordinal)
    {
        ["token"] = "verification_token", ["team_id"] = "T0SIM", ["team_domain"] = "acme", ["channel_id"] = channel, ["channel_name"] = channel[0] == 'D' ? "directmessage" : "general",
        ["user_id"] = user, ["user_name"] = "alice", ["command"] = "/ai-usage", ["text"] = text, ["api_app_id"] = "A0APP", ["is_enterprise_install"] = "false",
        ["response_url"] = $"{slack.Address}hooks/command", ["trigger_id"] = trigger.Length > 0 ? trigger : Trigger(),
    };

    /// <summary>A pressed button of a message.</summary>
    public static JsonObject Press(FakeSlack slack, JsonObject button, string channel = Chat, string? trigger = null, bool ephemeral = false) => Merge(
        Press(button, trigger),
        new JsonObject
        {
            ["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1595926230.009600", ["channel_id"] = channel, ["is_ephemeral"] = ephemeral },
            ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "directmessage" },
            ["response_url"] = $"{slack.Address}hooks/press",
        });

    /// <summary>A pressed button of the App Home.</summary>
    public static JsonObject PressAtHome(JsonObject button) => Merge(Press(button, null), new JsonObject
    {
        ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = "V0HOME" }, ["view"] = new JsonObject { ["id"] = "V0HOME", ["type"] = "home" },
    });

    /// <summary>A sent form: the view as it was opened, with what was written into its fields.</summary>
    public static JsonObject Submission(JsonObject view, params (string Block, JsonObject Element)[] filled)
    {
        var values = new JsonObject();
        foreach (var (block, element) in filled)
        {
            values[block] = new JsonObject { [block] = element.DeepClone() };
        }

        var sent = view.DeepClone().AsObject();
        sent["state"] = new JsonObject { ["values"] = values };
        sent["id"] = "V0FORM";
        return Merge(Start("view_submission", null), new JsonObject { ["view"] = sent, ["response_urls"] = new JsonArray() });
    }

    /// <summary>A shortcut from the menu.</summary>
    public static JsonObject Shortcut(string name) => Merge(Start("shortcut", null), new JsonObject { ["callback_id"] = name, ["action_ts"] = "1595926230.009600" });

    private static JsonObject Press(JsonObject button, string? trigger)
    {
        var action = button.DeepClone().AsObject();
        action["block_id"] = "b1";
        action["action_ts"] = "1595926230.009600";
        return Merge(Start("block_actions", trigger), new JsonObject { ["actions"] = new JsonArray(action), ["state"] = new JsonObject { ["values"] = new JsonObject() } });
    }

    private static JsonObject Start(string type, string? trigger) => new()
    {
        ["type"] = type, ["team"] = new JsonObject { ["id"] = "T0SIM", ["domain"] = "acme" },
        ["user"] = new JsonObject { ["id"] = Alice, ["username"] = "alice", ["name"] = "alice", ["team_id"] = "T0SIM" },
        ["api_app_id"] = "A0APP", ["token"] = "verification_token", ["trigger_id"] = trigger ?? Trigger(), ["enterprise"] = null, ["is_enterprise_install"] = false,
    };

    private static JsonObject Merge(JsonObject into, JsonObject? more)
    {
        foreach (var (name, value) in more ?? [])
        {
            into[name] = value?.DeepClone();
        }

        return into;
    }

    private static string Trigger() => $"{Next()}.4711.abcdef";

    private static string Time() => string.Create(CultureInfo.InvariantCulture, $"1795313060.{Next():D6}");

    private static int Next() => Interlocked.Increment(ref count);
}
