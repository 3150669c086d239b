using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChatBot.Sources;

/// <summary>
/// Strings that come again and again in one file (logins, ids, scopes), made once. A fixed table whose places are overwritten: it never grows, whatever
/// the file holds.
/// </summary>
/// <param name="lower">Whether to make every string lower-case.</param>
internal sealed class TextPool(bool lower)
{
    private const int Places = 1 << 16;
    private readonly string?[] texts = new string?[Places];
    private readonly (long Number, string? Text)[] numbers = new (long, string?)[Places];

    /// <summary>The string at the reader, see <see cref="JsonFields.TryText"/>; a number is taken as its digits.</summary>
    /// <param name="reader">Stands at the value.</param>
    /// <param name="text">The string; null for null and for an empty one.</param>
    public bool TryRead(ref readonly Utf8JsonReader reader, out string? text)
    {
        var bytes = reader.ValueSpan;
        var plain = reader.TokenType is JsonTokenType.String or JsonTokenType.Number && !reader.ValueIsEscaped && bytes.Length is > 0 and <= 100
            && bytes.IndexOfAnyExceptInRange((byte)0x21, (byte)0x7e) < 0;
        if (!plain)
        {
            var fine = JsonFields.TryText(in reader, out text);
            text = lower ? text?.ToLowerInvariant() : text;
            return fine;
        }

        ref var place = ref texts[Hash(bytes)];
        if (place is null || !(lower ? Ascii.EqualsIgnoreCase(bytes, place) : Ascii.Equals(bytes, place)))
        {
            var made = Encoding.ASCII.GetString(bytes);
            place = lower ? made.ToLowerInvariant() : made;
        }

        text = place;
        return true;
    }

    /// <summary>The digits of a number.</summary>
    public string Digits(long number)
    {
        ref var place = ref numbers[(int)((ulong)number % Places)];
        if (place.Text is null || place.Number != number)
        {
            place = (number, number.ToString(CultureInfo.InvariantCulture));
        }

        return place.Text!;
    }

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2166136261u;
        foreach (var one in bytes)
        {
            hash = (hash ^ (one | 0x20u)) * 16777619u;
        }

        return (int)((hash ^ (hash >> 16)) % Places);
    }
}
