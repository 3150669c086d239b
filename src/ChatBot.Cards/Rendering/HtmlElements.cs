using System.Text.Json.Nodes;

namespace ChatBot.Cards.Rendering;

/// <summary>Writes the elements of a card as semantic HTML.</summary>
internal sealed class HtmlElements(Html html, string idPrefix)
{
    public void Write(IEnumerable<JsonObject> elements)
    {
        foreach (var element in elements)
        {
            Write(element);
        }
    }

    private void Write(JsonObject element)
    {
        switch (element.Kind())
        {
            case "TextBlock":
                TextBlock(element);
                break;
            case "RichTextBlock":
                RichText(element);
                break;
            case "FactSet":
                Facts(element);
                break;
            case "ColumnSet":
                html.Open("div", ("class", Classes.Of(element, "ac-columns")));
                foreach (var column in element.List("columns"))
                {
                    html.Open("div", ("class", Classes.Of(column, "ac-column", Classes.Width(column.Text("width")))));
                    Write(column.List("items"));
                    html.Close("div");
                }

                html.Close("div");
                break;
            case "Container":
                html.Open("div", ("class", Classes.Of(element, "ac-container")));
                Write(element.List("items"));
                html.Close("div");
                break;
            case "Table":
                Table(element);
                break;
            case "Image" when Markdown.IsSafe(element.Text("url")):
                html.Open("img", ("class", Classes.Of(element, "ac-image", Classes.Named("size", element.Text("size")))), ("src", element.Text("url")), ("alt", element.Text("altText")));
                break;
            case "Image":
                html.Element("span", element.Text("altText"), ("class", "ac-image-text"));
                break;
            case "ActionSet":
                HtmlActions.Write(html, element.List("actions"));
                break;
            case var kind when kind.StartsWith("Input.", StringComparison.Ordinal):
                new HtmlInputs(html, idPrefix).Write(element);
                break;
            case var kind when kind.StartsWith("Chart.", StringComparison.Ordinal) && Chart.Read(element) is { } chart:
                new HtmlChart(html).Write(chart);
                break;
            default:
                if (element["fallback"] is JsonObject fallback)
                {
                    Write(fallback);
                }

                break;
        }
    }

    private void TextBlock(JsonObject element)
    {
        var blocks = Markdown.Parse(element.Text("text"));
        var tag = element.IsHeading() ? "h3" : blocks is [{ Kind: BlockKind.Paragraph }] ? "p" : "div";
        html.Open(tag, ("class", Classes.Of(element, element.IsHeading() ? "ac-heading" : "ac-text", Classes.Look(element))));
        html.Markdown(blocks);
        html.Close(tag);
    }

    private void RichText(JsonObject element)
    {
        html.Open("p", ("class", Classes.Of(element, "ac-text")));
        foreach (var run in element.Runs())
        {
            // <bdi> contains whatever a supplied text does to the direction of writing.
            var tag = run is JsonObject styled && styled.IsTrue("italic") ? "em" : "span";
            html.Open(tag, ("class", run is JsonObject look && Classes.Look(look) is { Length: > 0 } classes ? classes : null));
            html.Element("bdi", Card.RunText(run));
            html.Close(tag);
        }

        html.Close("p");
    }

    private void Facts(JsonObject element)
    {
        html.Open("dl", ("class", Classes.Of(element, "ac-facts")));
        foreach (var fact in element.List("facts"))
        {
            html.Open("div", ("class", "ac-fact"));
            html.Open("dt");
            html.Markdown(Markdown.Parse(fact.Text("title")));
            html.Close("dt");
            html.Open("dd");
            html.Markdown(Markdown.Parse(fact.Text("value")));
            html.Close("dd");
            html.Close("div");
        }

        html.Close("dl");
    }

    private void Table(JsonObject element)
    {
        var rows = element.List("rows").ToList();
        var hasHeader = rows.Count > 0 && (element["firstRowAsHeaders"] is null || element.IsTrue("firstRowAsHeaders"));
        html.Open("div", ("class", Classes.Of(element, "ac-table-scroll")));
        html.Open("table", ("class", "ac-table"));
        if (hasHeader)
        {
            html.Open("thead");
            Row(rows[0], "col", allHeaders: true);
            html.Close("thead");
        }

        html.Open("tbody");
        foreach (var row in rows.Skip(hasHeader ? 1 : 0))
        {
            Row(row, "row", allHeaders: false);
        }

        html.Close("tbody");
        html.Close("table");
        html.Close("div");
    }

    private void Row(JsonObject row, string scope, bool allHeaders)
    {
        html.Open("tr", ("class", Classes.Named("style", row.Text("style"))));
        var isHeader = true;
        foreach (var cell in row.List("cells"))
        {
            var tag = isHeader ? "th" : "td";
            html.Open(tag, ("scope", isHeader ? scope : null), ("class", Classes.Named("style", cell.Text("style"))));
            Write(cell.List("items"));
            html.Close(tag);
            isHeader = allHeaders;
        }

        html.Close("tr");
    }
}
