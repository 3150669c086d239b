using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>Translates what Slack sent into what happened. Whatever is nothing that a person did to the bot gives null and is acknowledged.</summary>
internal static class EventReader
{
    private const int MostInputs = 100;

    /// <summary>What happened, or null.</summary>
    public static SlackEvent? Read(Envelope envelope)
    {
        var happened = envelope.Door switch
        {
            Door.Events => Event(envelope.Payload),
            Door.Commands => Command(envelope.Payload),
            _ => Interaction(envelope.Payload),
        };
        return happened is { Team.Length: > 0 } or { Enterprise.Length: > 0 } && (happened.User.Length > 0 || happened.What == Happening.Removed) ? happened : null;
    }

    /// <summary>Who holds the installation that an envelope came for; both empty when it says nothing of it.</summary>
    public static (string Team, string Enterprise) Installation(Envelope envelope)
    {
        var payload = envelope.Payload;
        var authorization = payload.List("authorizations").FirstOrDefault();
        var team = new[] { authorization.Id("team_id"), payload.Id("team_id"), payload.Object("team").Id("id") }.FirstOrDefault(id => id.Length > 0);
        var enterprise = new[] { authorization.Id("enterprise_id"), payload.Id("enterprise_id"), payload.Object("enterprise").Id("id"), payload.Object("team").Id("enterprise_id") }.FirstOrDefault(id => id.Length > 0);
        return (team ?? string.Empty, enterprise ?? string.Empty);
    }

    private static SlackEvent? Event(JsonObject payload)
    {
        var (id, happened) = (payload.Id("event_id"), payload.Object("event"));
        if (payload.Text("type") != "event_callback" || id.Length == 0 || happened is null)
        {
            return null;
        }

        var start = Start(Door.Events, payload, $"slack:{id}", happened.Id("user"));
        return happened.Text("type") switch
        {
            "message" when happened.Text("channel_type") == "im" => Said(start, payload, happened),
            "app_mention" => Said(start, payload, happened),
            "app_home_opened" => start with
            {
                What = happened.Text("tab") == "home" ? Happening.HomeOpened : Happening.ChatOpened, Place = new Place(happened.Id("channel")),
            },
            "app_uninstalled" => start with { What = Happening.Removed },
            "tokens_revoked" when happened.Object("tokens")?["bot"] is JsonArray { Count: > 0 } => start with { What = Happening.Removed },
            _ => null,
        };
    }

    /// <summary>
    /// Own messages, those of other bots, edits and notices are left alone. Slack may tell of one message by two events with ids of their own, so the
    /// message itself is the key.
    /// </summary>
    private static SlackEvent? Said(SlackEvent start, JsonObject payload, JsonObject message)
    {
        var bot = payload.List("authorizations").FirstOrDefault(one => one.Is("is_bot")).Id("user_id");
        var (channel, time) = (message.Id("channel"), message.Time("ts"));
        if (message.Text("bot_id").Length > 0 || message.Text("subtype") is not ("" or "file_share" or "thread_broadcast") || message.ContainsKey("edited")
            || message.Id("user") == bot || channel.Length == 0 || time.Length == 0)
        {
            return null;
        }

        return start with
        {
            Key = $"slack:{start.Team}:{channel}:{time}",
            UserTeam = message.Id("user_team") is { Length: > 0 } from ? from : message.Id("team"),
            Place = new Place(channel, Thread: message.Time("thread_ts")),
            Text = SaidText.Of(message.Text("text"), bot),
        };
    }

    private static SlackEvent Command(JsonObject payload)
    {
        // Where nobody says where it was, others may read along.
        var place = new Place(payload.Id("channel_id") is { Length: > 0 } channel ? channel : "C", ResponseUrl: payload.Ticket("response_url"), Trigger: payload.Ticket("trigger_id"));
        return Start(Door.Commands, payload, Key(payload), payload.Id("user_id")) with { What = Happening.Commanded, Place = place, Text = SaidText.Of(payload.Text("text"), string.Empty) };
    }

    private static SlackEvent? Interaction(JsonObject payload)
    {
        var user = payload.Object("user");
        var start = Start(Door.Interactions, payload, Key(payload), user.Id("id")) with
        {
            What = Happening.Pressed, UserTeam = user.Id("team_id"), Place = new Place(Trigger: payload.Ticket("trigger_id")),
        };
        return payload.Text("type") switch
        {
            "block_actions" when payload.List("actions").Select(BlockAction.Read).FirstOrDefault(action => action is not null) is { } action => Pressed(start with { Place = PlaceOf(payload) }, action),
            "shortcut" or "message_action" => start with { Command = payload.Text("callback_id") },
            "view_submission" when payload.Object("view") is { } view && SubmittedForm.Read(view) is { } form => Submitted(start, form),
            _ => null,
        };
    }

    /// <summary>A button that opens a form stands for what led to the form: a press, or something typed.</summary>
    private static SlackEvent Pressed(SlackEvent start, BlockAction action)
    {
        if (action.Verb != BlockAction.OpenForm)
        {
            return start with { Command = action.Verb, Inputs = Inputs(action.Data) };
        }

        return action.Data.Text("said") is { Length: > 0 } said
            ? start with { What = Happening.Said, Text = said }
            : BlockAction.FromJson(action.Data) is { } asked && asked.Verb != BlockAction.OpenForm ? start with { Command = asked.Verb, Inputs = Inputs(asked.Data) } : start;
    }

    private static SlackEvent Submitted(SlackEvent start, SubmittedForm form)
    {
        var inputs = Inputs(form.Action.Data);
        foreach (var (name, value) in Inputs(form.Inputs))
        {
            inputs[name] = value;
        }

        return start with { What = Happening.Submitted, Command = form.Action.Verb, Inputs = inputs };
    }

    private static Place PlaceOf(JsonObject payload)
    {
        var container = payload.Object("container");
        var channel = container.Id("channel_id") is { Length: > 0 } id ? id : payload.Object("channel").Id("id");
        return new Place(
            channel, container.Time("message_ts"), container.Time("thread_ts"), payload.Ticket("response_url"), payload.Ticket("trigger_id"), container.Is("is_ephemeral"),
            OnHome: payload.Object("view").Text("type") == "home");
    }

    private static SlackEvent Start(Door door, JsonObject payload, string key, string user)
    {
        var (team, enterprise) = Installation(new Envelope(door, payload));
        return new SlackEvent { Key = key, What = Happening.Said, Team = team, Enterprise = enterprise, User = user, Place = new Place() };
    }

    /// <summary>Each command, press and form has a trigger of its own; without one the whole is the key.</summary>
    private static string Key(JsonObject payload) =>
        "slack:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(payload.Ticket("trigger_id") is { Length: > 0 } trigger ? $"{payload.Text("type")} {trigger}" : payload.ToJsonString())));

    private static Dictionary<string, string> Inputs(JsonObject data)
    {
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in data.Take(MostInputs))
        {
            if (value is JsonValue one && one.GetValueKind() is not System.Text.Json.JsonValueKind.Null)
            {
                inputs[name] = (one.TryGetValue<string>(out var text) ? text : one.ToJsonString()).Replace("\0", string.Empty, StringComparison.Ordinal);
            }
        }

        return inputs;
    }
}
