using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.Rules;

/// <summary>Rules for one element of a card.</summary>
internal sealed class ElementCheck(CardCheck check)
{
    public void Run(JsonObject element, string where)
    {
        Look(element, where);
        if (!Kinds.Elements.Contains(element.Kind()))
        {
            check.Fail(where, "this kind of element is not allowed");
            return;
        }

        switch (element.Kind())
        {
            case "TextBlock":
                check.Require(element.Text("text").Length > 0, where, "it has no text");
                check.Require(element.IsTrue("wrap"), where, "it has no \"wrap\": true, so a phone would cut it off");
                break;
            case "RichTextBlock":
                Runs(element, where);
                break;
            case "FactSet":
                check.Require(element.List("facts").Any(), where, "it has no facts");
                check.Require(element.List("facts").All(f => f.Text("title").Length > 0 && f["value"] is not null), where, "a fact has no title or no value");
                break;
            case "ColumnSet":
                check.Require(element.List("columns").Any() && element.List("columns").All(c => c.Kind() is "Column" or ""), where, "its columns are not columns");
                foreach (var column in element.List("columns"))
                {
                    Look(column, where + ".columns");
                    check.Elements(column, "items", where + ".columns");
                }

                break;
            case "Container":
                check.Elements(element, "items", where + ".items");
                break;
            case "Table":
                Table(element, where);
                break;
            case "Image":
                check.Require(element.ContainsKey("altText"), where, "it has no altText (empty for mere decoration)");
                check.Require(Markdown.IsSafe(element.Text("url")), where, "its address is not https");
                break;
            case "ActionSet":
                check.Actions(element, where);
                break;
            case var kind when Kinds.Charts.Contains(kind):
                Chart(element, where);
                break;
            default:
                Input(element, where);
                break;
        }
    }

    /// <summary>Nothing may be said by colour or by being hidden alone, and only buttons act.</summary>
    private void Look(JsonObject element, string where)
    {
        check.Require(!element.ContainsKey("color") || element.Kind() == "TextBlock" || element.Kind().StartsWith("Chart.", StringComparison.Ordinal), where, "only texts may have a colour");
        check.Require(!element.ContainsKey("isVisible"), where, "isVisible is not allowed");
        check.Require(!element.ContainsKey("selectAction"), where, "selectAction is not allowed, use a button");
        check.Require(!element.ContainsKey("backgroundImage"), where, "backgroundImage is not allowed");
        var isLoud = element.Kind() is not ("TextBlock" or "") && element.Text("style").ToLowerInvariant() is "good" or "attention" or "warning" or "accent";
        check.Require(!isLoud || HasText(element), where, "it says something by colour that no text in it says");
    }

    private static bool HasText(JsonNode? node) => node switch
    {
        JsonObject element => element.Text("text").Length > 0 || element.Kind() == "FactSet" || element.Any(m => HasText(m.Value)),
        JsonArray list => list.Any(HasText),
        _ => false,
    };

    private void Runs(JsonObject element, string where)
    {
        check.Require(element.Runs().Any(), where, "it has no inlines");
        foreach (var run in element.Runs())
        {
            check.Require(Card.RunText(run).Length > 0 || run is JsonObject { Count: > 1 }, where, "a run has no text");
            check.Require(run is not JsonObject written || written.Kind() == "TextRun", where, "only TextRun is allowed among its inlines");
            check.Require(run is not JsonObject acting || !acting.ContainsKey("selectAction"), where, "selectAction is not allowed, use a button");
        }
    }

    /// <summary>Block Kit: one table a message, 100 rows of 20 cells, cells of plain or rich text.</summary>
    private void Table(JsonObject element, string where)
    {
        check.CountTable();
        var rows = element.List("rows").ToList();
        check.Require(element["firstRowAsHeaders"] is null || element.IsTrue("firstRowAsHeaders"), where, "its first row must be its headings");
        check.Require(rows.Count is > 0 and <= 100, where, "it has no rows or more than 100");
        check.Require(rows.All(r => r.List("cells").Count() is > 0 and <= 20), where, "a row has no cells or more than 20");
        check.Require(rows.Select(r => r.List("cells").Count()).Distinct().Count() <= 1, where, "its rows have different numbers of cells");
        foreach (var cell in rows.SelectMany(r => r.List("cells")))
        {
            check.Require(cell.List("items").All(i => i.Kind() is "TextBlock" or "RichTextBlock"), where, "a cell holds something other than text");
            check.Elements(cell, "items", where + ".cells");
        }
    }

    private void Chart(JsonObject element, string where)
    {
        check.Require(element.Text("title").Length > 0, where, "it has no title");
        check.Require(Rendering.Chart.Read(element)!.Labels.Count > 0, where, "it has no data");
        check.Require(Rendering.Chart.Read(element)!.Series.All(s => s.Points.All(p => p.Label.Length > 0)), where, "a value has no label, so its colour alone would name it");
        if (element["fallback"] is JsonObject fallback)
        {
            check.Element(fallback, $"{where}.fallback {fallback.Kind()}");
            check.Require(!fallback.Kind().StartsWith("Chart.", StringComparison.Ordinal), where, "its fallback is a chart too");
        }
        else
        {
            check.Fail(where, "it has no fallback with the same content");
        }
    }

    private void Input(JsonObject element, string where)
    {
        check.Take(element.Text("id"), where);
        check.Require(element.Text("label").Length > 0, where, "it has no label");
        check.Require(!element.IsTrue("isRequired") || element.Text("errorMessage").Length > 0, where, "it is required, but has no errorMessage");
        check.Require(element.Kind() != "Input.Toggle" || element.Text("title").Length > 0, where, "it has no title");
        if (element.Kind() == "Input.ChoiceSet")
        {
            var choices = element.List("choices").ToList();
            check.Require(choices.Count is > 0 and <= 100, where, "it has no choices or more than 100");
            check.Require(choices.All(c => c.Text("title").Length > 0 && c.Text("value").Length > 0), where, "a choice has no title or no value");
        }
    }
}
