using System.Text.Json;
using System.Text.Json.Serialization;

namespace ChatBot.Cards;

/// <summary>
/// Text that a person or a file supplied. It may only be shown where a card knows no markup and no mention:
/// <see cref="CardTemplate.Check"/> refuses a template that puts it anywhere else.
/// </summary>
[JsonConverter(typeof(SuppliedJson))]
public readonly record struct Supplied(string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}

internal sealed class SuppliedJson : JsonConverter<Supplied>
{
    public override Supplied Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Supplied value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
