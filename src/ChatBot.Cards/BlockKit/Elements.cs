using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>Writes the elements of a card as blocks, in their order.</summary>
internal sealed class Elements
{
    private readonly List<Piece> pieces = [];
    private readonly List<string> unknown = [];
    private readonly Texts texts;
    private readonly Grids grids;
    private readonly Buttons buttons;
    private readonly Inputs? inputs;
    private readonly BlockWords words;

    /// <param name="surface">Where they are shown.</param>
    /// <param name="buttons">Writes the buttons; one for the whole message, because their names differ within it.</param>
    /// <param name="inputs">Writes the inputs; without it they are left to the form.</param>
    /// <param name="words">Words that the card does not hold.</param>
    public Elements(Surface surface, Buttons buttons, Inputs? inputs, BlockWords words)
    {
        (this.buttons, this.inputs, this.words) = (buttons, inputs, words);
        texts = new Texts(pieces);
        grids = new Grids(pieces, texts, surface, words);
    }

    /// <summary>Kinds that were met and are not known: then their fallback, or whatever text they hold, is written.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    public List<Piece> Body(JsonObject card)
    {
        Write(card.List("body"));
        texts.Flush();
        Keep();
        return pieces;
    }

    private void Write(IEnumerable<JsonObject> elements)
    {
        foreach (var element in elements)
        {
            if (element.IsTrue("separator") && (pieces.Count > 0 || texts.IsOpen))
            {
                texts.Flush();
                pieces.Add(new(new JsonObject { ["type"] = "divider" }, 0));
            }

            Write(element);
        }
    }

    private void Write(JsonObject element)
    {
        if (element.Kind() is "TextBlock" && !element.IsHeading())
        {
            texts.Markdown(element);
            return;
        }

        if (element.Kind() is "RichTextBlock")
        {
            texts.Rich(element);
            return;
        }

        texts.Flush();
        switch (element.Kind())
        {
            case "TextBlock":
                Heading(element);
                break;
            case "FactSet":
                grids.Facts(element);
                break;
            case "ColumnSet" when !grids.Columns(element):
                foreach (var column in element.List("columns"))
                {
                    Write(column.List("items"));
                    texts.Flush();
                }

                break;
            case "ColumnSet":
                break;
            case "Container":
                Write(element.List("items"));
                break;
            case "Table":
                grids.Table(element);
                break;
            case "Image":
                Image(element);
                break;
            case "ActionSet":
                pieces.AddRange(buttons.Write(element.List("actions")));
                break;
            case var kind when kind.StartsWith("Chart.", StringComparison.Ordinal) && Chart.Read(element) is { } chart:
                grids.Chart(chart);
                break;
            case "Input.Text" or "Input.ChoiceSet" or "Input.Date" or "Input.Toggle":
                if (inputs is not null)
                {
                    pieces.Add(inputs.Write(element));
                }

                break;
            default:
                Other(element);
                break;
        }

        texts.Flush();
    }

    /// <summary>A header takes no markup; what it cannot hold in full stands below it in full.</summary>
    private void Heading(JsonObject element)
    {
        var text = Plain.Clean(PlainLines.Plain(element.Text("text"))).Replace('\n', ' ').Trim();
        if (text.Length == 0)
        {
            return;
        }

        pieces.Add(new(new JsonObject { ["type"] = "header", ["text"] = Plain.Text(text, Limits.Header) }, IsKept: pieces.Count == 0));
        if (text.Length > Limits.Header)
        {
            texts.Add(text, bold: true);
        }
    }

    /// <summary>An image without a text is decoration, for which Slack has no place.</summary>
    private void Image(JsonObject element)
    {
        var (url, alt) = (element.Text("url"), element.Text("altText"));
        if (string.IsNullOrWhiteSpace(alt))
        {
            return;
        }

        if (Markdown.IsSafe(url) && url.Length <= Limits.Url && alt.Length <= Limits.AltText)
        {
            pieces.Add(new(new JsonObject { ["type"] = "image", ["image_url"] = url, ["alt_text"] = Plain.Clean(alt) }));
            return;
        }

        texts.Add(alt);
    }

    private void Other(JsonObject element)
    {
        unknown.Add(element.Kind());
        if (element["fallback"] is JsonObject fallback)
        {
            Write(fallback);
            return;
        }

        foreach (var text in Found(element))
        {
            texts.Add(text);
        }
    }

    private static IEnumerable<string> Found(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(m => m is { Key: "text" or "title" or "label" or "altText", Value: JsonValue } ? [Card.TextOf(m.Value)] : Found(m.Value)),
        JsonArray list => list.SelectMany(Found),
        _ => [],
    };

    /// <summary>What a card ends with in small print says what it is for and as of when: it goes last.</summary>
    private void Keep()
    {
        for (var i = pieces.Count - 1; i >= 0 && pieces[i].Type == "context"; i--)
        {
            pieces[i] = pieces[i] with { IsKept = true };
        }
    }
}
