using System.Text.Json;

namespace ChatBot.Sources;

/// <summary>What the JSON readers of all sources do with a field, without an allocation for what is not kept.</summary>
internal static class JsonFields
{
    /// <summary>Depth 64: deeper nesting is no report of any vendor and is refused as broken JSON.</summary>
    public static JsonReaderOptions Options { get; } = new() { MaxDepth = 64 };

    /// <summary>The name at the reader, as bytes; a name with escapes is unescaped.</summary>
    public static ReadOnlySpan<byte> Name(ref readonly Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? System.Text.Encoding.UTF8.GetBytes(reader.GetString() ?? "") : reader.ValueSpan;

    /// <summary>
    /// Steps over the value after a property's name. Text that a vendor should not have sent is noted by its field's name; a number under such a name
    /// is a count and no text.
    /// </summary>
    public static void Skip(ref Utf8JsonReader reader, ICollection<string> dropped)
    {
        var text = TextFields.Find(Name(ref reader));
        reader.Read();
        if (text is not null && reader.TokenType is JsonTokenType.String or JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            dropped.Add(text);
            reader.Skip();
            return;
        }

        SkipValue(ref reader, dropped);
    }

    /// <summary>Steps over the value at the reader, looking for text in it.</summary>
    public static void SkipValue(ref Utf8JsonReader reader, ICollection<string> dropped)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            return;
        }

        var depth = reader.CurrentDepth;
        while (reader.Read() && reader.CurrentDepth > depth)
        {
            if (reader.TokenType != JsonTokenType.PropertyName || TextFields.Find(Name(ref reader)) is not { } text)
            {
                continue;
            }

            reader.Read();
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.StartArray or JsonTokenType.StartObject)
            {
                dropped.Add(text);
                reader.Skip();
            }
        }
    }

    /// <summary>
    /// The string at the reader, trimmed; null for null and for an empty one. False when it is no string, longer than 200 characters, or holds a control
    /// character or half a surrogate.
    /// </summary>
    public static bool TryText(ref readonly Utf8JsonReader reader, out string? text)
    {
        text = null;
        if (reader.TokenType == JsonTokenType.Null)
        {
            return true;
        }

        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        try
        {
            text = reader.GetString()!.Trim();
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        if (text.Length == 0)
        {
            text = null;
            return true;
        }

        return text.Length <= 200 && !text.Any(char.IsControl);
    }
}
