using System.Text;

namespace ChatBot.Cards.Rendering;

internal abstract record Inline;

internal sealed record Words(string Text) : Inline;

internal sealed record LineBreak : Inline;

internal sealed record Bold(IReadOnlyList<Inline> Content) : Inline;

internal sealed record Italic(IReadOnlyList<Inline> Content) : Inline;

internal sealed record Link(IReadOnlyList<Inline> Content, string Url) : Inline;

/// <summary>Bold, italic and links within one line; a backslash makes the sign after it plain.</summary>
internal static class Inlines
{
    private const string Marks = "\\*_[]()`~#-.!{}+|<>";

    public static List<Inline> Parse(string text, int depth = 0)
    {
        var inlines = new List<Inline>();
        var words = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length && Marks.Contains(text[at + 1]))
            {
                words.Append(text[at + 1]);
                at += 2;
            }
            else if (depth < 8 && Styled(text, at, depth) is var (styled, end))
            {
                Flush();
                inlines.Add(styled);
                at = end;
            }
            else
            {
                words.Append(text[at++]);
            }
        }

        Flush();
        return inlines;

        void Flush()
        {
            if (words.Length > 0)
            {
                inlines.Add(new Words(words.ToString()));
                words.Clear();
            }
        }
    }

    private static (Inline Styled, int End)? Styled(string text, int at, int depth)
    {
        if (text[at] == '[')
        {
            return Linked(text, at, depth);
        }

        foreach (var mark in (string[])["**", "_", "*"])
        {
            if (string.CompareOrdinal(text, at, mark, 0, mark.Length) != 0)
            {
                continue;
            }

            var close = Close(text, at + mark.Length, mark);
            if (close < 0 || (mark == "_" && IsInWord(text, at, close)))
            {
                continue;
            }

            var content = Parse(text[(at + mark.Length)..close], depth + 1);
            return (mark == "**" ? new Bold(content) : new Italic(content), close + mark.Length);
        }

        return null;
    }

    private static int Close(string text, int from, string mark)
    {
        if (from >= text.Length || text[from] == ' ')
        {
            return -1;
        }

        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (at > from && text[at - 1] != ' ' && string.CompareOrdinal(text, at, mark, 0, mark.Length) == 0)
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsInWord(string text, int open, int close) =>
        (open > 0 && char.IsLetterOrDigit(text[open - 1])) || (close + 1 < text.Length && char.IsLetterOrDigit(text[close + 1]));

    private static (Inline, int)? Linked(string text, int at, int depth)
    {
        var close = Close(text, at + 1, "]");
        if (close < 0 || close + 1 >= text.Length || text[close + 1] != '(')
        {
            return null;
        }

        var end = text.IndexOf(')', close);
        if (end < 0)
        {
            return null;
        }

        var url = text[(close + 2)..end];
        return Markdown.IsSafe(url) ? (new Link(Parse(text[(at + 1)..close], depth + 1), url), end + 1) : null;
    }
}
