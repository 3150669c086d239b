using System.Text.Json.Nodes;

namespace ChatBot.Cards.BlockKit;

/// <summary>Slack's rich text: nothing in it is read as markup, a mention or a link but what is written as one.</summary>
internal static class RichText
{
    /// <summary>Longest text of one block. Slack names no limit; this is the one of its other texts.</summary>
    private const int Most = Limits.Text;

    /// <summary>A line of text, with what its bullet or number is.</summary>
    public readonly record struct Line(IReadOnlyList<Run> Runs, string ListStyle = "");

    /// <summary>As many blocks as the lines need. Lines of one list stand in one list, as far as they fit into a block.</summary>
    public static IEnumerable<JsonObject> Blocks(IReadOnlyList<Line> lines)
    {
        var parts = new JsonArray();
        var size = 0;
        foreach (var (line, runs) in lines.SelectMany(l => Pieces(l.Runs).Select(p => (l, p))))
        {
            var length = runs.Sum(r => r.Text.Length);
            if (size > 0 && size + length > Most)
            {
                yield return Block(parts);
                parts = [];
                size = 0;
            }

            size += length;
            Add(parts, line.ListStyle, runs);
        }

        if (parts.Count > 0)
        {
            yield return Block(parts);
        }
    }

    /// <summary>One block of text in monospace.</summary>
    public static JsonObject Preformatted(string text) =>
        Block([new JsonObject { ["type"] = "rich_text_preformatted", ["elements"] = new JsonArray(Element(new Run(text))) }]);

    /// <summary>The runs in one block, for a table's cell.</summary>
    public static JsonObject Cell(IReadOnlyList<Run> runs) => Block([Section(runs)]);

    private static JsonObject Block(JsonArray parts) => new() { ["type"] = "rich_text", ["elements"] = parts };

    private static void Add(JsonArray parts, string listStyle, IReadOnlyList<Run> runs)
    {
        if (listStyle.Length == 0)
        {
            // Sections that follow each other run on in one line, so the line's end is written.
            if (parts.LastOrDefault() is JsonObject last && (string)last["type"]! == "rich_text_section")
            {
                var elements = last["elements"]!.AsArray();
                foreach (var element in (IEnumerable<Run>)[new Run("\n"), .. runs])
                {
                    elements.Add(Element(element));
                }

                return;
            }

            parts.Add(Section(runs));
            return;
        }

        if (parts.LastOrDefault() is JsonObject list && (string?)list["style"] == listStyle)
        {
            list["elements"]!.AsArray().Add(Section(runs));
            return;
        }

        parts.Add(new JsonObject { ["type"] = "rich_text_list", ["style"] = listStyle, ["elements"] = new JsonArray(Section(runs)) });
    }

    private static JsonObject Section(IReadOnlyList<Run> runs) =>
        new() { ["type"] = "rich_text_section", ["elements"] = new JsonArray([.. runs.Select(Element)]) };

    private static JsonNode Element(Run run)
    {
        var element = run.Url is null
            ? new JsonObject { ["type"] = "text", ["text"] = run.Text }
            : new JsonObject { ["type"] = "link", ["url"] = run.Url, ["text"] = run.Text };
        var style = new JsonObject();
        foreach (var (name, isOn) in new[] { ("bold", run.Bold), ("italic", run.Italic), ("strike", run.Strike), ("code", run.Code) })
        {
            if (isOn)
            {
                style[name] = true;
            }
        }

        if (style.Count > 0)
        {
            element["style"] = style;
        }

        return element;
    }

    /// <summary>The runs of one line in portions that fit into a block.</summary>
    private static IEnumerable<IReadOnlyList<Run>> Pieces(IReadOnlyList<Run> runs)
    {
        var portion = new List<Run>();
        var size = 0;
        foreach (var run in runs)
        {
            foreach (var text in Cut.Pieces(Plain.Clean(run.Text), Most))
            {
                if (size > 0 && size + text.Length > Most)
                {
                    yield return portion;
                    portion = [];
                    size = 0;
                }

                if (portion is [.., var last] && last with { Text = "" } == run with { Text = "" })
                {
                    portion[^1] = last with { Text = last.Text + text };
                }
                else
                {
                    portion.Add(run with { Text = text });
                }

                size += text.Length;
            }
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }
}
