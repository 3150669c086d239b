namespace ChatBot.Cards.Rendering;

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
                lines.Add(Inlines.Parse(rest));
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

    /// <summary>Whether an address may become a link: https, absolute, and nothing hidden in it.</summary>
    public static bool IsSafe(string url) =>
        url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && Uri.TryCreate(url, UriKind.Absolute, out var parsed)
        && parsed.UserInfo.Length == 0
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
