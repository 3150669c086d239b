using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.Rendering;

/// <summary>Writes a card's elements as lines of text. One blank line stands between blocks, none between plain texts that follow each other.</summary>
internal static class PlainLines
{
    private const int Width = 80;

    public static string Write(JsonObject card)
    {
        var text = Elements(card.List("body"));
        var buttons = Buttons(card.List("actions"));
        return buttons.Length == 0 ? text : $"{text}\n\n{buttons}".TrimStart('\n');
    }

    /// <summary>Markdown as it is read aloud.</summary>
    public static string Plain(string markdown) => string.Join('\n', Markdown.Parse(Clean.ForTerminal(markdown)).Select(block => block.Kind switch
    {
        BlockKind.Paragraph => Markdown.Plain(block.Lines[0]),
        BlockKind.Bullet => string.Join('\n', block.Lines.Select(l => "- " + Markdown.Plain(l))),
        _ => string.Join('\n', block.Lines.Select((l, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ") + Markdown.Plain(l))),
    }));

    private static string Elements(IEnumerable<JsonObject> elements)
    {
        var text = "";
        var previous = "";
        foreach (var element in elements)
        {
            var kind = element.IsHeading() ? "heading" : element.Kind();
            var block = Element(element);
            if (block.Length == 0)
            {
                continue;
            }

            var isClose = kind is "TextBlock" or "RichTextBlock" && previous is "TextBlock" or "RichTextBlock" or "heading";
            isClose |= kind.StartsWith("Input.", StringComparison.Ordinal) && previous.StartsWith("Input.", StringComparison.Ordinal);
            text += text.Length == 0 ? block : (isClose ? "\n" : "\n\n") + block;
            previous = kind;
        }

        return text;
    }

    private static string Element(JsonObject element) => element.Kind() switch
    {
        "TextBlock" => Plain(element.Text("text")),
        "RichTextBlock" => Clean.ForTerminal(string.Concat(element.Runs().Select(Card.RunText))),
        "FactSet" => Facts(element),
        "ColumnSet" => Columns(element),
        "Container" or "Column" or "TableCell" => Elements(element.List("items")),
        "Table" => Grid([.. element.List("rows").Select(r => r.List("cells").Select(c => Elements(c.List("items")).Replace('\n', ' ')).ToArray())], element["firstRowAsHeaders"] is null || element.IsTrue("firstRowAsHeaders")),
        "Image" => element.Text("altText") is { Length: > 0 } alt ? $"[{Clean.ForTerminal(alt)}]" : "",
        "ActionSet" => Buttons(element.List("actions")),
        var kind when kind.StartsWith("Input.", StringComparison.Ordinal) => Input(element),
        var kind when kind.StartsWith("Chart.", StringComparison.Ordinal) && Chart.Read(element) is { } chart => Bars(chart),
        _ => element["fallback"] is JsonObject fallback ? Element(fallback) : "",
    };

    private static string Facts(JsonObject element)
    {
        var facts = element.List("facts").Select(f => (Title: Plain(f.Text("title")).Replace('\n', ' '), Value: Plain(f.Text("value")))).ToList();
        var width = facts.Select(f => Length(f.Title) + 1).DefaultIfEmpty(0).Max();
        return string.Join('\n', facts.Select(f => Pad($"{f.Title}:", width) + "  " + Wrap(f.Value, width + 2)));
    }

    /// <summary>Breaks between words, and sets every line after the first below the first.</summary>
    private static string Wrap(string text, int indent)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && indent + Length(line) + 1 + Length(word) > Width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return string.Join("\n" + new string(' ', indent), lines);
    }

    private static string Columns(JsonObject element)
    {
        var columns = element.List("columns").Select(c => Elements(c.List("items"))).Where(c => c.Length > 0).ToList();
        return string.Join(columns.Exists(c => c.Contains('\n')) ? "\n" : "  ", columns);
    }

    /// <summary>Rows in aligned columns; a column that holds only numbers below its heading is set to the right.</summary>
    public static string Grid(IReadOnlyList<string[]> rows, bool hasHeader)
    {
        if (rows.Count == 0)
        {
            return "";
        }

        var count = rows.Max(r => r.Length);
        var columns = Enumerable.Range(0, count).Select(i => rows.Select(r => i < r.Length ? r[i] : "").ToList()).ToList();
        var widths = columns.Select(c => c.Max(Length)).ToList();
        var numeric = columns.Select(c => c.Skip(hasHeader ? 1 : 0).All(IsNumber)).ToList();
        var lines = rows.Select((_, r) => string.Join("  ", columns.Select((c, i) => numeric[i] ? Right(c[r], widths[i]) : Pad(c[r], widths[i]))).TrimEnd()).ToList();
        if (hasHeader && lines.Count > 1)
        {
            lines.Insert(1, string.Join("  ", widths.Select(w => new string('-', w))));
        }

        return string.Join('\n', lines);
    }

    /// <summary>A chart's title, and its numbers with bars of letters.</summary>
    public static (string Title, string Lines) Drawn(Chart chart)
    {
        var title = Clean.ForTerminal(chart.Title);
        if (chart.Series.Count == 1)
        {
            return (title, Grid([.. chart.Series[0].Points.Select(p => (string[])[Clean.ForTerminal(p.Label), Number(p.Value), Bar(p.Value, chart.Largest)])], hasHeader: false));
        }

        string[] header = [chart.XTitle, .. chart.Series.Select(s => s.Legend)];
        var rows = chart.Labels.Select(l => (string[])[Clean.ForTerminal(l), .. chart.Series.Select(s => Chart.At(s, l) is { } v ? Number(v) : "")]);
        return (title, Grid([header, .. rows], hasHeader: true));
    }

    private static string Bars(Chart chart)
    {
        var (title, lines) = Drawn(chart);
        return title.Length > 0 ? $"{title}\n{lines}" : lines;
    }

    private static string Bar(double value, double largest) =>
        value > 0 && largest > 0 ? new string('█', Math.Max(1, (int)Math.Round(value / largest * 20))) : "";

    private static string Buttons(IEnumerable<JsonObject> actions) => string.Join(' ', actions.Select(a =>
        a.Kind() == "Action.OpenUrl" ? $"[{Clean.ForTerminal(a.Text("title"))}: {Clean.ForTerminal(a.Text("url"))}]" : $"[{Clean.ForTerminal(a.Text("title"))}]"));

    private static string Input(JsonObject element)
    {
        var value = Clean.ForTerminal(element.Text("value"));
        var filled = element.Kind() switch
        {
            "Input.Toggle" => (value == (element.Text("valueOn") is { Length: > 0 } on ? on : "true") ? "[x] " : "[ ] ") + Clean.ForTerminal(element.Text("title")),
            "Input.ChoiceSet" => string.Join("  ", element.List("choices").Select(c => (value.Split(',').Contains(c.Text("value")) ? "(x) " : "( ) ") + Clean.ForTerminal(c.Text("title")))),
            _ => value.Length > 0 ? value : "____",
        };
        return $"{Clean.ForTerminal(element.Text("label"))}{(element.IsTrue("isRequired") ? "*" : "")}: {filled}";
    }

    private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static bool IsNumber(string text) =>
        text.Length == 0 || double.TryParse(text.TrimEnd('%', ' ').Replace('\u2212', '-'), NumberStyles.Number, CultureInfo.InvariantCulture, out _);

    private static int Length(string text) => new StringInfo(text).LengthInTextElements;

    private static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Length(text)));

    private static string Right(string text, int width) => new string(' ', Math.Max(0, width - Length(text))) + text;
}
