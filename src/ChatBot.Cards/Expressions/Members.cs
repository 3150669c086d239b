using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace ChatBot.Cards.Expressions;

/// <summary>A property name as it is looked up: the first one that is equal but for case, as the reference engine does.</summary>
internal sealed class Name
{
    private static readonly SearchValues<byte> Plain = SearchValues.Create(Enumerable.Range(0x20, 0x5F).Select(i => (byte)i).Where(b => b != (byte)'\\').ToArray());

    private readonly byte[] utf8;

    public Name(string text)
    {
        if (!Ascii.IsValid(text) || text.Contains('\\'))
        {
            throw new EvaluationRefused($"the property name '{text}' is not plain ASCII");
        }

        Text = text;
        utf8 = Encoding.ASCII.GetBytes(text);
    }

    public string Text { get; }

    /// <summary>The value of the member, or missing. Null, false, numbers and the empty text have no members.</summary>
    public Value Of(in Value instance)
    {
        switch (instance.Kind)
        {
            case ValueKind.Element when instance.IsObject:
                return In(instance.AsElement);
            case ValueKind.Text or ValueKind.Element or ValueKind.List when utf8.Length > 0 && char.IsAsciiDigit((char)utf8[0]):
                throw new EvaluationRefused($"'{Text}' asks for a part of a text or list by name");
            default:
                return Value.Missing;
        }
    }

    private Value In(JsonElement instance)
    {
        foreach (var property in instance.EnumerateObject())
        {
            var raw = JsonMarshal.GetRawUtf8PropertyName(property);
            if (Ascii.EqualsIgnoreCase(raw, utf8))
            {
                // Among members of the very same name the last one counts.
                return Value.Of(instance.TryGetProperty(raw, out var last) ? last : property.Value);
            }

            // The Kelvin sign is the one letter outside ASCII whose lower case is within it.
            if (raw.IndexOfAnyExcept(Plain) >= 0 && Ascii.EqualsIgnoreCase(property.Name.Replace('\u212A', 'k'), Text))
            {
                return Value.Of(property.Value);
            }
        }

        return Value.Missing;
    }
}
