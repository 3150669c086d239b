using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.Rules;

/// <summary>Rules for every text in a card, wherever it stands.</summary>
internal static class StringCheck
{
    public static void Run(JsonObject card, List<string> found) => Walk(card, "card", "", false, found);

    private static void Walk(JsonNode? node, string where, string type, bool isData, List<string> found)
    {
        switch (node)
        {
            case JsonObject element:
                foreach (var (name, value) in element)
                {
                    var kind = element.Kind();
                    var inData = isData || (name == "data" && kind.StartsWith("Action.", StringComparison.Ordinal)) || name is "msteams" or "metadata";
                    if (!IsSupplied(kind, type, name))
                    {
                        Walk(value, $"{where}.{name}", kind, inData, found);
                    }
                }

                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    Walk(list[i], string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]"), type, isData, found);
                }

                break;
            case null when !isData:
                found.Add($"{where}: it is null.");
                break;
            case JsonValue value when !isData && value.GetValueKind() == JsonValueKind.String:
                Text(value.GetValue<string>(), where, found);
                break;
        }
    }

    /// <summary>Where supplied text may stand: nothing in it is read as markup, so anything may be in it.</summary>
    private static bool IsSupplied(string kind, string holder, string name) => (kind, name) switch
    {
        ("TextRun", "text") => true,
        ("Input.Text", "value" or "placeholder") => true,
        ("Input.ChoiceSet", "value") => true,
        ("", "title" or "value") => holder == "Input.ChoiceSet",
        _ => false,
    };

    private static void Text(string text, string where, List<string> found)
    {
        if (text.Contains("${", StringComparison.Ordinal))
        {
            found.Add($"{where}: it still holds an expression, {text}.");
        }

        if (text.Contains("{{", StringComparison.Ordinal))
        {
            found.Add($"{where}: the client would replace a {{{{…}}}} in it.");
        }

        if (text.Contains("<at>", StringComparison.OrdinalIgnoreCase))
        {
            found.Add($"{where}: it holds a mention.");
        }
    }
}
