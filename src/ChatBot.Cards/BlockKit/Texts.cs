using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>Collects lines that stand close together, and writes them as one section, one line of small print, or rich text.</summary>
internal sealed class Texts(List<Piece> pieces)
{
    private readonly List<RichText.Line> lines = [];
    private bool isSubtle;
    private bool isSupplied;

    /// <summary>Whether the next text may join: set by an element that stands directly below.</summary>
    public bool IsOpen => lines.Count > 0;

    public void Markdown(JsonObject element)
    {
        var look = Run.Look(element);
        Start(element);
        lines.AddRange(Lines(Plain.Clean(element.Text("text")), look));
    }

    public void Rich(JsonObject element)
    {
        Start(element);
        isSupplied = true;
        lines.Add(new(Run.Of(element)));
    }

    public void Add(IReadOnlyList<Run> runs) => lines.Add(new(runs));

    /// <summary>Text without markup.</summary>
    public void Add(string text, bool bold = false) => lines.Add(new([new Run(Plain.Clean(text), Bold: bold)]));

    public void Flush()
    {
        lines.RemoveAll(l => l.Runs.All(r => string.IsNullOrWhiteSpace(r.Text)));
        if (lines.Count > 0)
        {
            foreach (var block in Written())
            {
                pieces.Add(block);
            }
        }

        lines.Clear();
        (isSubtle, isSupplied) = (false, false);
    }

    /// <summary>The lines of a text with markup.</summary>
    public static IEnumerable<RichText.Line> Lines(string markdown, Run look)
    {
        foreach (var block in Rendering.Markdown.Parse(markdown))
        {
            var items = block.Lines.Select(l => Run.Of(l, look)).ToList();
            var style = block.Kind switch { BlockKind.Bullet => "bullet", BlockKind.Numbered => "ordered", _ => "" };

            // A list that is split would count from 1 again.
            var isSplit = style == "ordered" && items.Sum(i => i.Sum(r => r.Text.Length)) > Limits.Text;
            for (var i = 0; i < items.Count; i++)
            {
                yield return isSplit ? new([look with { Text = string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") }, .. items[i]]) : new(items[i], style);
            }
        }
    }

    /// <summary>The lines as one run of text.</summary>
    public static IReadOnlyList<Run> Joined(IEnumerable<RichText.Line> lines)
    {
        var runs = new List<Run>();
        foreach (var line in lines)
        {
            runs.AddRange(runs.Count == 0 ? line.Runs : [new Run("\n"), .. line.Runs]);
        }

        return runs;
    }

    private void Start(JsonObject element)
    {
        if (element.IsTrue("separator") || element.Text("spacing").ToLowerInvariant() is not ("small" or "none"))
        {
            Flush();
        }

        if (lines.Count == 0)
        {
            isSubtle = element.IsTrue("isSubtle");
        }
        else
        {
            isSubtle &= element.IsTrue("isSubtle");
        }
    }

    private IEnumerable<Piece> Written()
    {
        var isPlain = !isSupplied && lines.TrueForAll(l => l.ListStyle.Length == 0);
        var count = lines.Sum(l => 1 + l.Runs.Sum(r => r.Text.Count(c => c == '\n')));
        if (isPlain && isSubtle && Mrkdwn.Text(Joined(lines), Limits.Context) is { } small)
        {
            return [new(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(small) }, count)];
        }

        if (isPlain && Mrkdwn.Text(Joined(lines), Limits.Text) is { } text)
        {
            return [new(Section(text), count)];
        }

        var blocks = RichText.Blocks(lines).ToList();
        return blocks.Select(b => new Piece(b, Math.Max(1, count / blocks.Count)));
    }

    /// <summary>A longer text is not folded behind "see more".</summary>
    private static JsonObject Section(JsonObject text)
    {
        var section = new JsonObject { ["type"] = "section", ["text"] = text };
        if (((string)text["text"]!).Length > 600)
        {
            section["expand"] = true;
        }

        return section;
    }
}
