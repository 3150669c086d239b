using System.Text;
using System.Text.Json;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>
/// Reads an activity from the wire: tolerant to members it does not know (rule A2005 of the activity protocol) and to unexpected kinds of values in
/// those it can do without, strict about what two readers could understand differently: duplicate members, depth, encoding.
/// </summary>
internal static class ActivityReader
{
    /// <summary>Largest body read, bytes. Teams messages end at about 100 KB.</summary>
    public const int MaxBytes = 512 * 1024;

    /// <summary>Deepest nesting read.</summary>
    public const int MaxDepth = 32;

    /// <summary>Longest id or address that is read; longer ones are refused, for they end in keys.</summary>
    private const int MaxIdLength = 512;

    private const int MaxMembers = 1000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The activity, or null when the bytes are none.</summary>
    public static Activity? Read(ReadOnlyMemory<byte> utf8)
    {
        var bytes = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        try
        {
            _ = StrictUtf8.GetCharCount(bytes.Span);
            using var document = JsonDocument.Parse(bytes, Strict);
            return Read(document.RootElement);
        }
        catch (Exception refused) when (refused is JsonException or DecoderFallbackException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a surrogate pair, which JsonElement notices only when it is read.
            return null;
        }
    }

    private static Activity? Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        var channelData = Member(root, "channelData");
        var conversation = Conversation(Member(root, "conversation"));
        var activity = new Activity
        {
            Type = Text(root, "type"),
            Id = Text(root, "id"),
            ServiceUrl = Text(root, "serviceUrl"),
            ChannelId = Text(root, "channelId"),
            From = Account(Member(root, "from")),
            Recipient = Account(Member(root, "recipient")),
            Conversation = conversation,
            Text = Text(root, "text"),
            ReplyToId = Text(root, "replyToId"),
            Name = Text(root, "name"),
            Action = Text(root, "action"),
            Value = Member(root, "value") is { ValueKind: not JsonValueKind.Null and not JsonValueKind.Undefined } value ? value.Clone() : null,
            Mentions = [.. Items(root, "entities").Select(Mention).OfType<ActivityMention>()],
            MembersAdded = [.. Items(root, "membersAdded").Select(Account)],
            MembersRemoved = [.. Items(root, "membersRemoved").Select(Account)],
            Tenant = Text(Member(channelData, "tenant"), "id") is { Length: > 0 } tenant ? tenant : conversation.Tenant,
        };
        return Sound(activity) ? activity : null;
    }

    /// <summary>Ids become keys and paths, so they are short and printable; the two places that name the tenant agree.</summary>
    private static bool Sound(Activity activity) =>
        activity.Type.Length > 0
        && new[]
        {
            activity.Type, activity.Id, activity.ChannelId, activity.ReplyToId, activity.Name, activity.Tenant, activity.Conversation.Id,
            activity.Conversation.Kind, activity.From.Id, activity.From.EntraId, activity.Recipient.Id, activity.ServiceUrl,
        }.All(id => id.Length <= MaxIdLength && !id.Any(char.IsControl))
        && (activity.Conversation.Tenant.Length == 0 || string.Equals(activity.Conversation.Tenant, activity.Tenant, StringComparison.OrdinalIgnoreCase));

    private static ActivityAccount Account(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? new(Text(element, "id"), Text(element, "name"), Text(element, "aadObjectId"))
            : ActivityAccount.Nobody;

    private static ActivityConversation Conversation(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
            ? new(Text(element, "id"), Text(element, "conversationType"), Member(element, "isGroup").ValueKind == JsonValueKind.True, Text(element, "tenantId"))
            : ActivityConversation.Nowhere;

    private static ActivityMention? Mention(JsonElement element)
    {
        if (Text(element, "type") != "mention")
        {
            return null;
        }

        var who = Account(Member(element, "mentioned"));
        return new ActivityMention(who.Id, who.Name, Text(element, "text"));
    }

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.Array } items ? items.EnumerateArray().Take(MaxMembers) : [];
}
