using System.Globalization;

namespace ChatBot.Cards.BlockKit;

/// <summary>Makes texts fit. A cut never falls inside a surrogate pair, and inside a grapheme only where that alone is too long.</summary>
internal static class Cut
{
    /// <summary>The text, or its beginning with an ellipsis, in at most <paramref name="most"/> UTF-16 units.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : most < 2 ? "…" : text[..End(text, 0, most - 1)].TrimEnd() + "…";

    /// <summary>The whole text in pieces of at most <paramref name="most"/> units, broken after a line, else after a word, else anywhere between graphemes.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        var from = 0;
        while (text.Length - from > most)
        {
            var end = Soft(text, from, most);
            yield return text[from..end];
            from = end;
        }

        if (from < text.Length)
        {
            yield return text[from..];
        }
    }

    private static int Soft(string text, int from, int most)
    {
        var line = text.LastIndexOf('\n', from + most - 1, most / 2);
        var word = line >= 0 ? line : text.LastIndexOf(' ', from + most - 1, most / 2);
        return word >= 0 ? word + 1 : End(text, from, most);
    }

    private static int End(string text, int from, int most)
    {
        var end = from;
        while (end < text.Length)
        {
            var next = end + StringInfo.GetNextTextElementLength(text, end);
            if (next - from > most)
            {
                break;
            }

            end = next;
        }

        // A heap of combining marks can be longer than everything that Slack takes.
        return end > from ? end : char.IsHighSurrogate(text[from + most - 1]) && most > 1 ? from + most - 1 : from + most;
    }
}
