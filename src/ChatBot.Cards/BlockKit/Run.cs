using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>A stretch of text of one look; a link when it has an address.</summary>
internal readonly record struct Run(string Text, bool Bold = false, bool Italic = false, bool Strike = false, bool Code = false, string? Url = null)
{
    /// <summary>The runs of a text with markup. The look of the whole element lies over each.</summary>
    public static IReadOnlyList<Run> Of(IReadOnlyList<Inline> inlines, Run look) =>
    [
        .. inlines.SelectMany(inline => inline switch
        {
            Words words => [look with { Text = words.Text }],
            Bold bold => Of(bold.Content, look with { Bold = true }),
            Italic italic => Of(italic.Content, look with { Italic = true }),
            Link link => Of(link.Content, look with { Url = link.Url }) is { Count: > 0 } shown ? shown : [look with { Text = link.Url, Url = link.Url }],
            _ => (IReadOnlyList<Run>)[look with { Text = "\n" }],
        }),
    ];

    /// <summary>The runs of a RichTextBlock: text without any markup.</summary>
    public static IReadOnlyList<Run> Of(JsonObject richText) =>
        [.. richText.Runs().Select(run => (run is JsonObject written ? Look(written) : default) with { Text = Plain.Clean(Card.RunText(run)) }).Where(run => run.Text.Length > 0)];

    /// <summary>How an element, or a run, looks as a whole.</summary>
    public static Run Look(JsonObject element) => new(
        "",
        Bold: element.Is("weight", "Bolder"),
        Italic: element.IsTrue("italic"),
        Strike: element.IsTrue("strikethrough"),
        Code: element.Is("fontType", "Monospace"));
}
