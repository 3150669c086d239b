using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ChatBot.Cards;

/// <summary>How card data and cards are written as JSON.</summary>
public static class CardJson
{
    /// <summary>camelCase members, enums by name, no indentation, nulls written. Only what JSON needs is escaped, so lengths equal those of other writers.</summary>
    public static JsonSerializerOptions Options { get; } = Make();

    /// <summary>The number in a card's member, whatever .NET type it was made from; null when it is not a number.</summary>
    public static double? Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? value.TryGetValue(out double real) ? real
            : value.TryGetValue(out long whole) ? whole
            : value.TryGetValue(out int small) ? small
            : value.TryGetValue(out decimal exact) ? (double)exact
            : null
            : null;

    /// <summary>Size of a card as it is counted by Teams: two bytes for each UTF-16 unit of its compact JSON.</summary>
    public static int Bytes(JsonObject card) => card.ToJsonString(Options).Length * 2;

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter() },
            TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
