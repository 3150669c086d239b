using System.Text;

namespace ChatBot.Cards.Rendering;

internal abstract record Inline;

internal sealed record Words(string Text) : Inline;

internal sealed record LineBreak : Inline;

internal sealed record Bold(IReadOnlyList<Inline> Content) : Inline;

internal sealed record Italic(IReadOnlyList<Inline> Content) : Inline;

internal sealed record Link(IReadOnlyList<Inline> Content, string Url) : Inline;

internal enum BlockKind
{
    Paragraph,
    Bullet,
    Numbered,
}

/// <summary>A paragraph (one line of inlines), or a list (one entry a point).</summary>
internal sealed record Block(BlockKind Kind, IReadOnlyList<IReadOnlyList<Inline>> Lines);

/// <summary>
/// The markdown of a TextBlock and of a Fact: bold, italic, bullet and numbered lists, links. Only https links are links.
/// Source: Adaptive Cards, authoring-cards/text-features.
/// </summary>
internal static class Markdown
{
    private const string Marks = "\\*_[]()`~#-.!{}+|<>";

    public static IReadOnlyList<Block> Parse(string text)
    {
        var blocks = new List<Block>();
        var lines = new List<IReadOnlyList<Inline>>();
        var kind = BlockKind.Paragraph;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var (next, rest) = Marker(line);
            var isEmpty = line.Trim().Length == 0;
            if ((isEmpty || next != kind) && lines.Count > 0)
            {
                blocks.Add(Finish(kind, lines));
                lines = [];
            }

            kind = next;
            if (!isEmpty)
            {
                lines.Add(Inlines(rest));
            }
        }

        if (lines.Count > 0)
        {
            blocks.Add(Finish(kind, lines));
        }

        return blocks;
    }

    /// <summary>The text as it is read: without marks; a link is followed by its address.</summary>
    public static string Plain(IReadOnlyList<Inline> inlines) => string.Concat(inlines.Select(i => i switch
    {
        Words words => words.Text,
        Bold bold => Plain(bold.Content),
        Italic italic => Plain(italic.Content),
        Link link => $"{Plain(link.Content)} ({link.Url})",
        _ => "\n",
    }));

    private static Block Finish(BlockKind kind, List<IReadOnlyList<Inline>> lines)
    {
        if (kind != BlockKind.Paragraph)
        {
            return new(kind, lines);
        }

        var joined = new List<Inline>(lines[0]);
        foreach (var line in lines.Skip(1))
        {
            joined.Add(new LineBreak());
            joined.AddRange(line);
        }

        return new(kind, [joined]);
    }

    private static (BlockKind Kind, string Text) Marker(string line)
    {
        var start = line.TrimStart(' ');
        if (start.Length > 2 && start[0] is '-' or '*' && start[1] == ' ')
        {
            return (BlockKind.Bullet, start[2..]);
        }

        var digits = start.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 4 && start.Length > digits + 2 && start[digits] == '.' && start[digits + 1] == ' '
            ? (BlockKind.Numbered, start[(digits + 2)..])
            : (BlockKind.Paragraph, line);
    }

    private static List<Inline> Inlines(string text, int depth = 0)
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

            var content = Inlines(text[(at + mark.Length)..close], depth + 1);
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
        return IsSafe(url) ? (new Link(Inlines(text[(at + 1)..close], depth + 1), url), end + 1) : null;
    }

    /// <summary>Whether an address may become a link: https, absolute, and nothing hidden in it.</summary>
    public static bool IsSafe(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && parsed.UserInfo.Length == 0
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
