using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Channels.Slack.Inbound;

namespace ChatBot.Channels.Slack.Outbound;

/// <summary>Reads an answer of the Web API: most refusals are 200 with <c>ok</c> false, some have a status of their own.</summary>
internal static class SlackAnswer
{
    /// <summary>How the call ended.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">The body.</param>
    /// <param name="after">What <c>Retry-After</c> asks for.</param>
    /// <param name="isHook">An address for answers says only <c>ok</c>, as plain text or JSON.</param>
    public static SlackOutcome Read(int status, string body, TimeSpan? after, bool isHook)
    {
        var members = Envelope.Parse(Encoding.UTF8.GetBytes(body));
        return status switch
        {
            >= 200 and < 300 when members.Is("ok") || (isHook && members is null) => new SlackOutcome.Accepted(members ?? []),
            >= 200 and < 300 when members is null => new SlackOutcome.Unclear("unreadable"),
            429 => new SlackOutcome.NotNow("ratelimited", after),
            408 or >= 500 => new SlackOutcome.Unclear(Code(members, status)),
            _ => SlackError.Of(Code(members, status), after),
        };
    }

    /// <summary>Codes end in rows and logs, so they are short and plain.</summary>
    private static string Code(JsonObject? members, int status) =>
        members.Text("error") is { Length: > 0 and <= 100 } code && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') ? code
        : string.Create(CultureInfo.InvariantCulture, $"http-{status}");
}
