using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Rendering;

/// <summary>Reading a card's JSON without caring how it was made.</summary>
internal static class Card
{
    public static string Kind(this JsonObject element) => element.Text("type");

    /// <summary>A member as text; empty when there is none. Numbers and booleans as JavaScript writes them.</summary>
    public static string Text(this JsonObject element, string name) => TextOf(element[name]);

    public static string TextOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => CardJson.Number(node) is { } number ? JsText.Of(number) : "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    public static bool Is(this JsonObject element, string name, string value) =>
        string.Equals(element.Text(name), value, StringComparison.OrdinalIgnoreCase);

    public static bool IsTrue(this JsonObject element, string name) => element[name]?.GetValueKind() == JsonValueKind.True;

    /// <summary>The objects in an array member.</summary>
    public static IEnumerable<JsonObject> List(this JsonObject element, string name) =>
        element[name] is JsonArray array ? array.OfType<JsonObject>() : [];

    public static bool IsHeading(this JsonObject element) => element.Kind() == "TextBlock" && element.Is("style", "heading");

    /// <summary>The text of a RichTextBlock's run, which may be a bare string.</summary>
    public static string RunText(JsonNode? run) => run is JsonObject written ? written.Text("text") : TextOf(run);

    public static IEnumerable<JsonNode?> Runs(this JsonObject element) => element["inlines"] is JsonArray runs ? runs : [];

    /// <summary>The inputs anywhere below a node.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonObject element when element.Kind().StartsWith("Input.", StringComparison.Ordinal) => [element],
        JsonObject holder => holder.SelectMany(m => Inputs(m.Value)),
        JsonArray list => list.SelectMany(Inputs),
        _ => [],
    };
}
