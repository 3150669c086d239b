using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ChatBot.Chat;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>Translates an activity into what a person did. Whatever is nothing that a person did to the bot gives null and is acknowledged.</summary>
internal static class TurnReader
{
    /// <summary>The invoke that a pressed Action.Execute sends.</summary>
    public const string CardAction = "adaptiveCard/action";

    private const int LongestKey = 600;
    private const int MostInputs = 100;
    private static readonly FrozenDictionary<string, string> NoInputs = FrozenDictionary<string, string>.Empty;

    /// <summary>The turn, or null.</summary>
    public static Turn? Read(Activity activity, DateTimeOffset at)
    {
        // Only the Entra object id says who somebody is: "from.id" differs per bot and names are chosen freely.
        var account = new Account(Channel.Teams, activity.Tenant, activity.From.EntraId.Trim().ToLowerInvariant());
        var turn = new Turn { Key = Key(activity), Account = account, Kind = TurnKind.Typed, InRoom = activity.InRoom, At = at };
        return activity.Type switch
        {
            "message" when activity.Value is { } value => Pressed(turn, value, value),
            "message" => turn with { Text = SaidText.Of(activity) },
            "invoke" when activity.Name == CardAction && Member(activity.Value, "action") is { ValueKind: JsonValueKind.Object } action =>
                Pressed(turn, action, Member(action, "data")),
            "installationUpdate" when !activity.InRoom => Moved(turn, added: Is("add", "add-upgrade"), removed: Is("remove", "remove-upgrade")),
            "conversationUpdate" when !activity.InRoom => Moved(turn, Holds(activity.MembersAdded), Holds(activity.MembersRemoved)),
            _ => null,
        };

        bool Is(params string[] actions) => actions.Contains(activity.Action, StringComparer.OrdinalIgnoreCase);
        bool Holds(IReadOnlyList<ActivityAccount> members) => members.Any(member => member.Id.Length > 0 && member.Id == activity.Recipient.Id);
    }

    /// <summary>What makes two arrivals the same event.</summary>
    public static string Key(Activity activity)
    {
        var key = $"teams:{activity.ChannelId}:{activity.Conversation.Id}:{activity.Id}";
        return key.Length <= LongestKey ? key : "teams:" + Hash(key);
    }

    /// <summary>
    /// What makes two invokes the same click: Teams repeats a click that was answered late under a new activity id, about half a minute later
    /// (so "seen before" by id alone does not hold).
    /// </summary>
    public static string Click(Activity activity) =>
        Hash(string.Join('\n', activity.Conversation.Id, activity.From.Id, activity.From.EntraId, activity.ReplyToId, activity.Name, activity.Value?.GetRawText()));

    private static Turn? Moved(Turn turn, bool added, bool removed) =>
        added ? turn with { Kind = TurnKind.Arrived } : removed ? turn with { Kind = TurnKind.Departed } : null;

    /// <summary>The verb of Action.Execute stands beside its data; a card's Action.Submit for older clients carries it inside.</summary>
    private static Turn Pressed(Turn turn, JsonElement action, JsonElement data) => turn with
    {
        Kind = TurnKind.Pressed,
        Command = Text(Member(action, "verb")) ?? Text(Member(data, "verb")) ?? string.Empty,
        Inputs = Inputs(data),
    };

    private static IReadOnlyDictionary<string, string> Inputs(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
        {
            return NoInputs;
        }

        var inputs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in data.EnumerateObject().Take(MostInputs))
        {
            if (Text(member.Value) is { } text)
            {
                inputs[member.Name] = text;
            }
        }

        return inputs;
    }

    /// <summary>Clients send inputs as strings; the card's own data keeps its JSON kind.</summary>
    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!.Replace("\0", string.Empty, StringComparison.Ordinal),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static JsonElement Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : default;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
