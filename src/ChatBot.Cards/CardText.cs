using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards;

/// <summary>A card as plain text: for terminals, notifications and screen readers.</summary>
public static class CardText
{
    /// <summary>Longest summary, in UTF-16 units.</summary>
    public const int SummaryLength = 160;

    /// <summary>The whole card; lines end with \n, and the last line has no line end.</summary>
    public static string Render(JsonObject card) => PlainLines.Write(card);

    /// <summary>The first heading and the first sentence, in at most <see cref="SummaryLength"/> units: what a notification shows.</summary>
    public static string Summary(JsonObject card)
    {
        var texts = Texts(card.List("body")).ToList();
        var heading = texts.FirstOrDefault(t => t.IsHeading).Text ?? "";
        var sentence = Sentence(texts.FirstOrDefault(t => !t.IsHeading && t.Text.Length > 0).Text ?? "");
        var summary = heading.Length == 0 ? sentence
            : sentence.Length == 0 ? heading
            : heading[^1] is '.' or '!' or '?' or ':' ? $"{heading} {sentence}"
            : $"{heading}: {sentence}";
        return Cut(string.Join(' ', summary.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    private static IEnumerable<(string Text, bool IsHeading)> Texts(IEnumerable<JsonObject> elements) => elements.SelectMany(e => e.Kind() switch
    {
        "TextBlock" => [(PlainLines.Plain(e.Text("text")), e.IsHeading())],
        "RichTextBlock" => [(Clean.ForTerminal(string.Concat(e.Runs().Select(Card.RunText))), false)],
        "Container" or "Column" => Texts(e.List("items")),
        "ColumnSet" => Texts(e.List("columns")),
        _ => Enumerable.Empty<(string, bool)>(),
    });

    private static string Sentence(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
            {
                return text[..at];
            }

            if (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])))
            {
                return text[..(at + 1)];
            }
        }

        return text;
    }

    private static string Cut(string text)
    {
        if (text.Length <= SummaryLength)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', SummaryLength - 1);
        end = end > SummaryLength / 2 ? end : SummaryLength - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
