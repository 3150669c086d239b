using System.Globalization;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.BlockKit;

/// <summary>Slack's table. Its first row is the heading, its columns of numbers stand to the right.</summary>
internal static class TableBlock
{
    /// <summary>The table, and how many rows of it fit.</summary>
    public static (JsonObject Table, int Shown) Write(IReadOnlyList<IReadOnlyList<IReadOnlyList<Run>>> rows)
    {
        var columns = Math.Min(Limits.TableColumns, rows.Max(r => r.Count));
        var written = new JsonArray();
        var (text, size) = (0, 0);
        foreach (var row in rows.Take(Limits.TableRows))
        {
            var cells = Enumerable.Range(0, columns).Select(i => i < row.Count ? Short(row[i]) : []).ToList();
            if (written.Count == 0)
            {
                // Slack sets the first row in bold by itself.
                cells = [.. cells.Select(c => c.ConvertAll(r => r with { Bold = false }))];
            }

            var line = new JsonArray([.. cells.Select(Cell)]);
            text += cells.Sum(c => c.Sum(r => r.Text.Length));
            size += line.ToJsonString(CardJson.Options).Length;
            if (written.Count > 0 && (text > Limits.TableText || size > Limits.TableSize))
            {
                break;
            }

            written.Add(line);
        }

        var settings = new JsonArray([.. Enumerable.Range(0, columns).Select(i => Setting(rows.Skip(1).Select(r => i < r.Count ? string.Concat(r[i].Select(x => x.Text)) : "")))]);
        return (new JsonObject { ["type"] = "table", ["rows"] = written, ["column_settings"] = settings }, written.Count);
    }

    /// <summary>One cell never fills the table: 20 of these still fit.</summary>
    private static List<Run> Short(IReadOnlyList<Run> cell)
    {
        const int Most = 300;
        var left = Most;
        var runs = new List<Run>();
        foreach (var run in cell.Where(r => r.Text.Length > 0))
        {
            if (left <= 0)
            {
                break;
            }

            var text = Cut.Short(Plain.Clean(run.Text), left);
            runs.Add(run with { Text = text });
            left -= text.Length;
        }

        return runs;
    }

    private static JsonNode Cell(IReadOnlyList<Run> runs)
    {
        var text = string.Concat(runs.Select(r => r.Text));
        if (text.Trim().Length == 0)
        {
            // Slack takes no empty cell.
            return new JsonObject { ["type"] = "raw_text", ["text"] = " " };
        }

        var isPlain = runs.All(r => r == new Run(r.Text));
        return isPlain ? new JsonObject { ["type"] = "raw_text", ["text"] = text } : RichText.Cell(runs);
    }

    private static JsonObject Setting(IEnumerable<string> column)
    {
        // A dash stands for a number that there is not.
        var isNumeric = column.All(c => c == "–" || Rendering.PlainLines.IsNumber(c));
        return isNumeric ? new JsonObject { ["align"] = "right" } : new JsonObject { ["is_wrapped"] = true };
    }
}
