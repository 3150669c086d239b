using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatBot.Cards.BlockKit;

/// <summary>
/// Slack's own markup. It has no way to write a plain * or _, so only texts that mean in it exactly what they mean in the card are
/// written in it; all others become rich text. Source: docs.slack.dev/messaging/formatting-message-text.
/// </summary>
internal static partial class Mrkdwn
{
    private const string Before = " \n(“\"'–—";
    private const string After = " \n)”\"'–—.,:;!?…";

    /// <summary>The text object, or null where the runs cannot be written in mrkdwn within the limit.</summary>
    public static JsonObject? Text(IReadOnlyList<Run> runs, int most) =>
        Write(runs) is { } text && text.Length <= most && text.Trim().Length > 0 ? Object(text) : null;

    /// <summary>"verbatim": Slack neither turns addresses into links nor names into mentions.</summary>
    public static JsonObject Object(string text) => new() { ["type"] = "mrkdwn", ["text"] = text, ["verbatim"] = true };

    private static string? Write(IReadOnlyList<Run> runs)
    {
        var text = new StringBuilder();
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            var plain = Plain.Clean(run.Text);
            if (Acting().IsMatch(plain) || (StartsLine(text) && plain.StartsWith('>')))
            {
                return null;
            }

            var mark = (run.Bold ? "*" : "") + (run.Italic ? "_" : "") + (run.Strike ? "~" : "") + (run.Code ? "`" : "");
            if (mark.Length > 0 && !CanMark(text, plain, i + 1 < runs.Count ? runs[i + 1].Text : ""))
            {
                return null;
            }

            text.Append(mark);
            text.Append(run.Url is null ? Plain.Escape(plain) : Link(run.Url, plain));
            text.Append([.. mark.Reverse()]);
        }

        return text.ToString();
    }

    private static bool StartsLine(StringBuilder text) => text.Length == 0 || text[^1] == '\n';

    /// <summary>Slack sees a mark only at the edge of a word, and never over a line's end.</summary>
    private static bool CanMark(StringBuilder before, string text, string after) =>
        text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.Contains('\n')
        && (before.Length == 0 || Before.Contains(before[^1]))
        && (after.Length == 0 || After.Contains(after[0]));

    private static string Link(string url, string label) =>
        $"<{Plain.Escape(Address(url))}|{Plain.Escape(label.Replace('\n', ' '))}>";

    /// <summary>The signs that would end the address stand in it percent-encoded.</summary>
    private static string Address(string url) =>
        url.Replace("|", "%7C", StringComparison.Ordinal).Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal);

    /// <summary>Marks, emoji by name, quotes at a line's start.</summary>
    [GeneratedRegex(@"[*_~`]|:[a-zA-Z0-9_+'-]+:|\n>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Acting();
}
