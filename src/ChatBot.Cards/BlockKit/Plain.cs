using System.Text;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.BlockKit;

/// <summary>Texts that Slack shows as they are.</summary>
internal static class Plain
{
    /// <summary>A text object without markup, shortened to what its place takes. Slack takes no empty one, so a blank becomes a dash.</summary>
    public static JsonObject Text(string text, int most)
    {
        var clean = Clean(text).Trim();
        // "emoji" off: a supplied :name: stays what it is.
        return new() { ["type"] = "plain_text", ["text"] = clean.Length == 0 ? "–" : Cut.Short(clean, most), ["emoji"] = false };
    }

    /// <summary>Without control characters, marks of direction and broken surrogates.</summary>
    public static string Clean(string text)
    {
        return Rendering.Clean.ForTerminal(IsWhole(text) ? text : Mended(text));
    }

    /// <summary>For the `text` of a message, which Slack reads as mrkdwn: no sign in it opens a mention, a link or a date.</summary>
    public static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool IsWhole(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[used..];
        }

        return true;
    }

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mended.Append(rune);
        }

        return mended.ToString();
    }
}
