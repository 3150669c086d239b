using System.Buffers;
using System.Text;

namespace ChatBot.Cards.Rendering;

/// <summary>Takes out of a text what would act on the reader's screen instead of being read.</summary>
internal static class Clean
{
    private static readonly SearchValues<char> Acting = SearchValues.Create([.. Enumerable.Range(0, 0x206A).Select(i => (char)i).Where(c => char.IsControl(c) || IsDirection(c))]);

    /// <summary>Control characters become U+FFFD; line breaks and tabs stay.</summary>
    public static string Controls(string text) => Replace(text, dropDirection: false);

    /// <summary>As <see cref="Controls"/>, and marks that change the direction of writing are dropped: a terminal has no way to contain them.</summary>
    public static string ForTerminal(string text) => Replace(text, dropDirection: true);

    private static string Replace(string text, bool dropDirection)
    {
        if (!text.AsSpan().ContainsAny(Acting))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (dropDirection && IsDirection(c))
            {
                continue;
            }

            clean.Append(c == '\r' ? '\n' : char.IsControl(c) && c is not ('\n' or '\t') ? '\uFFFD' : c);
        }

        return clean.ToString();
    }

    private static bool IsDirection(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
