using System.Globalization;
using System.Text.Json;

namespace ChatBot.Sources;

/// <summary>Fields of a row of a page. What is absent or null is null; what is of another type than the vendor's is a refusal, never a guess.</summary>
internal static class JsonRows
{
    /// <summary>
    /// A name that occurs twice in one object with two values; null when there is none. Notes the fields of text on the way.
    /// </summary>
    public static string? FindTwice(JsonElement element, ICollection<string> dropped)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().Select(one => FindTwice(one, dropped)).FirstOrDefault(twice => twice is not null);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var seen = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            if (!seen.TryAdd(field.Name, field.Value) && !JsonElement.DeepEquals(seen[field.Name], field.Value))
            {
                return field.Name;
            }

            if (field.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object or JsonValueKind.Array
                && TextFields.Find(System.Text.Encoding.UTF8.GetBytes(field.Name)) is { } text)
            {
                dropped.Add(text);
            }
            else if (FindTwice(field.Value, dropped) is { } twice)
            {
                return twice;
            }
        }

        return null;
    }

    /// <summary>The field, or null when it is absent or null.</summary>
    public static JsonElement? Field(this JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A plain text of up to 200 characters, trimmed; null when absent or empty. False when it is something else.</summary>
    public static bool TryText(this JsonElement row, string name, out string? text)
    {
        text = null;
        if (row.Field(name) is not { } value)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        var trimmed = value.GetString()!.Trim();
        text = trimmed.Length == 0 ? null : trimmed;
        return trimmed.Length <= 200 && !trimmed.Any(char.IsControl);
    }

    /// <summary>A whole number of 0 or more; null when absent. False when it is something else.</summary>
    public static bool TryCount(this JsonElement row, string name, out int? count)
    {
        count = null;
        if (row.Field(name) is not { } value)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number) || number < 0)
        {
            return false;
        }

        count = number;
        return true;
    }

    /// <summary>A point in time of RFC 3339, as UTC; null when absent. False when it is something else or names no offset.</summary>
    public static bool TryTime(this JsonElement row, string name, out DateTimeOffset? time)
    {
        time = null;
        if (row.Field(name) is not { } value)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: > 10 } text || text[10] is not ('T' or 't' or ' ')
            || text.AsSpan(10).IndexOfAny("Zz+-") < 0
            || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var parsed))
        {
            return false;
        }

        time = parsed;
        return true;
    }
}
