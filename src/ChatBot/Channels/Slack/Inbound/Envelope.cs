using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>Which of Slack's three doors something came through.</summary>
internal enum Door
{
    /// <summary>The Events API.</summary>
    Events,

    /// <summary>A slash command.</summary>
    Commands,

    /// <summary>A button, a form, a shortcut.</summary>
    Interactions,
}

/// <summary>What Slack sent, in the form of a Socket Mode envelope: <c>{"type":…,"payload":{…}}</c>. So it is kept in the inbox, whichever way it came.</summary>
/// <param name="Door">The door.</param>
/// <param name="Payload">The body as an object; a command's fields are its members.</param>
internal sealed record Envelope(Door Door, JsonObject Payload)
{
    /// <summary>Deepest nesting read.</summary>
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private string Type => Door switch { Door.Events => "events_api", Door.Commands => "slash_commands", _ => "interactive" };

    /// <summary>Reads what <see cref="ToString"/> wrote, or a Socket Mode frame; null for anything else.</summary>
    public static Envelope? Read(string text) =>
        Parse(Encoding.UTF8.GetBytes(text)) is { } frame && frame["payload"] is JsonObject payload
            ? frame.Text("type") switch
            {
                "events_api" => new(Door.Events, payload),
                "slash_commands" => new(Door.Commands, payload),
                "interactive" => new(Door.Interactions, payload),
                _ => null,
            }
            : null;

    /// <summary>An object from bytes: strict in what two readers could understand differently, such as a member that comes twice. Null when it is none.</summary>
    public static JsonObject? Parse(ReadOnlyMemory<byte> utf8)
    {
        var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            _ = StrictUtf8.GetCharCount(bytes.Span);
            var parsed = JsonNode.Parse(bytes.Span, nodeOptions: null, Strict) as JsonObject;

            // A string with half a surrogate pair is noticed only when it is read, so it is all read once here.
            _ = parsed?.ToJsonString();
            return parsed;
        }
        catch (Exception refused) when (refused is JsonException or DecoderFallbackException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => new JsonObject { ["type"] = Type, ["payload"] = Payload.DeepClone() }.ToJsonString();
}

/// <summary>Reads members leniently: what is not there or of another kind is empty.</summary>
internal static class Members
{
    private const int LongestId = 64;
    private const int LongestText = 4000;

    /// <summary>A text; empty when there is none.</summary>
    public static string Text(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : string.Empty;

    /// <summary>An object; null when there is none.</summary>
    public static JsonObject? Object(this JsonObject? json, string name) => json?[name] as JsonObject;

    /// <summary>The objects of a list.</summary>
    public static IEnumerable<JsonObject> List(this JsonObject? json, string name) => json?[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>Whether a member is true; commands send words.</summary>
    public static bool Is(this JsonObject? json, string name) =>
        json?[name] is JsonValue value && (value.TryGetValue<bool>(out var told) ? told : value.TryGetValue<string>(out var word) && word == "true");

    /// <summary>An id of Slack's: letters and digits. They become keys and arguments, so anything else is as good as none.</summary>
    public static string Id(this JsonObject? json, string name) =>
        json.Text(name) is { Length: > 0 and <= LongestId } id && id.All(char.IsAsciiLetterOrDigit) ? id : string.Empty;

    /// <summary>A time of Slack's, which names a message: <c>1595926230.009600</c>.</summary>
    public static string Time(this JsonObject? json, string name) =>
        json.Text(name) is { Length: > 0 and <= LongestId } time && time.All(c => char.IsAsciiDigit(c) || c == '.') ? time : string.Empty;

    /// <summary>Something that Slack wants back as it was: a trigger, an address.</summary>
    public static string Ticket(this JsonObject? json, string name) =>
        json.Text(name) is { Length: > 0 and <= LongestText } ticket && ticket.All(c => c is > ' ' and <= '~') ? ticket : string.Empty;
}
