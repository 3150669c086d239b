using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>Writes what stands side by side: facts, columns, tables, and charts as text.</summary>
internal sealed class Grids(List<Piece> pieces, Texts texts, Surface surface, BlockWords words)
{
    private bool hasTable;

    public void Facts(JsonObject element)
    {
        var isNew = true;
        foreach (var fact in element.List("facts"))
        {
            var title = Texts.Joined(Texts.Lines(Plain.Clean(fact.Text("title")), new Run("", Bold: true)));
            var value = Texts.Joined(Texts.Lines(Plain.Clean(fact.Text("value")), default));
            Field([.. title, new Run("\n"), .. value], isSupplied: false, isNew);
            isNew = false;
        }

        texts.Flush();
    }

    /// <summary>Two columns of texts become two fields; false where the columns have to stand below each other.</summary>
    public bool Columns(JsonObject element)
    {
        var columns = element.List("columns").Select(c => c.List("items").ToList()).Where(c => c.Count > 0).ToList();
        if (!columns.TrueForAll(c => c.TrueForAll(i => i.Kind() is "RichTextBlock" || (i.Kind() is "TextBlock" && !i.IsHeading() && !i.IsTrue("separator")))))
        {
            return false;
        }

        var isSupplied = columns.Exists(c => c.Exists(i => i.Kind() is "RichTextBlock"));
        var runs = columns.Select(c => Texts.Joined(c.SelectMany(Lines))).Where(r => r.Count > 0).ToList();
        if (runs.Count == 2)
        {
            // The two belong together, so they never stand in different rows.
            Field(runs[0], isSupplied, isNew: Fields() is { Count: var count } && count % 2 == 1);
            Field(runs[1], isSupplied, isNew: false);
            texts.Flush();
            return true;
        }

        if (runs.Exists(r => r.Any(x => x.Text.Contains('\n'))))
        {
            return false;
        }

        texts.Add([.. runs.SelectMany((r, i) => i == 0 ? r : [new Run(" · "), .. r])]);
        return true;
    }

    public void Chart(Chart chart)
    {
        var (title, lines) = PlainLines.Drawn(chart);
        if (title.Length > 0)
        {
            texts.Add(title, bold: true);
            texts.Flush();
        }

        Preformatted(lines);
    }

    public void Table(JsonObject element)
    {
        var rows = element.List("rows").Select(r => r.List("cells").Select(c => Texts.Joined(c.List("items").SelectMany(Lines))).ToList()).Where(r => r.Count > 0).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        if (surface != Surface.Message || hasTable)
        {
            Preformatted(PlainLines.Grid([.. rows.Select(r => r.Select(c => string.Concat(c.Select(x => x.Text)).Replace('\n', ' ')).ToArray())], hasHeader: true));
            return;
        }

        hasTable = true;
        var (table, shown) = TableBlock.Write(rows);
        pieces.Add(new(table, shown));
        var columns = rows.Max(r => r.Count) - Limits.TableColumns;
        if (columns > 0)
        {
            texts.Add(BlockWords.Number(words.Columns, columns));
        }

        if (shown < rows.Count)
        {
            texts.Add(words.MoreRows(rows.Count - shown));
        }
    }

    private static IEnumerable<RichText.Line> Lines(JsonObject item) => item.Kind() == "RichTextBlock"
        ? [new RichText.Line(Run.Of(item))]
        : Texts.Lines(Plain.Clean(item.Text("text")), Run.Look(item)).Select(l => l.ListStyle.Length == 0 ? l : new RichText.Line([new Run("• "), .. l.Runs]));

    /// <summary>Monospace text; a longer one is broken after a line.</summary>
    private void Preformatted(string text)
    {
        foreach (var part in Cut.Pieces(Plain.Clean(text), Limits.Text))
        {
            var block = part.TrimEnd('\n');
            if (block.Trim().Length > 0)
            {
                pieces.Add(new(RichText.Preformatted(block), block.Count(c => c == '\n') + 1));
            }
        }
    }

    /// <summary>Joins the section of fields before it while that has room; what fits no field becomes text.</summary>
    private void Field(IReadOnlyList<Run> runs, bool isSupplied, bool isNew)
    {
        if ((isSupplied ? null : Mrkdwn.Text(runs, Limits.Field)) is not { } field)
        {
            var plain = string.Concat(runs.Select(r => r.Text));
            if (plain.Length > Limits.Field || plain.Trim().Length == 0 || runs.Any(r => r.Url is not null))
            {
                texts.Add(runs);
                texts.Flush();
                return;
            }

            field = Plain.Text(plain, Limits.Field);
        }

        if (!isNew && Fields() is { Count: < Limits.Fields } open)
        {
            open.Add(field);
            pieces[^1] = pieces[^1] with { Lines = pieces[^1].Lines + 1 };
            return;
        }

        pieces.Add(new(new JsonObject { ["type"] = "section", ["fields"] = new JsonArray(field) }));
    }

    private JsonArray? Fields() => pieces is [.., { Type: "section" } last] ? last.Block["fields"] as JsonArray : null;
}
