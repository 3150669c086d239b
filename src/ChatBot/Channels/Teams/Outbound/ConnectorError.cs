using System.Text.Json;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>
/// The code in a refusal. There are two envelopes: <c>{"error":{"code"}}</c>, and for a blocked chat <c>{"errorCode":209,"message":"{\"subCode\":…}"}</c>
/// with JSON inside a string.
/// </summary>
internal static class ConnectorError
{
    private static readonly HashSet<string> GoneCodes = new(StringComparer.OrdinalIgnoreCase)
    {
        "BotNotInConversationRoster", "ConversationBlockedByUser", "ForbiddenOperationException", "MessageWritesBlocked", "ConversationNotFound",
    };

    /// <summary>True when the person removed or blocked the bot, or the conversation is gone: nothing reaches them until they come back.</summary>
    public static bool IsGone(string code) => GoneCodes.Contains(code);

    /// <summary>The code, or the status where the body names none.</summary>
    public static string Code(int status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            return Text(Member(root, "error"), "code") ?? SubCode(root) ?? Status(status);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return Status(status);
        }
    }

    private static string? SubCode(JsonElement root)
    {
        if (Member(root, "errorCode").ValueKind == JsonValueKind.Undefined || Member(root, "message") is not { ValueKind: JsonValueKind.String } message)
        {
            return null;
        }

        using var inner = JsonDocument.Parse(message.GetString()!, new JsonDocumentOptions { MaxDepth = 16 });
        return Text(inner.RootElement, "subCode");
    }

    private static string Status(int status) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"http-{status}");

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Codes end in rows and logs, so they are short and plain.</summary>
    private static string? Text(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text && text.GetString() is { Length: > 0 and <= 100 } code && !code.Any(char.IsControl) ? code : null;
}
