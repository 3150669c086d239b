using System.Text.Json;

namespace ChatBot.Cards.Expressions;

internal enum ValueKind : byte
{
    Missing,
    Null,
    Boolean,
    Number,
    Text,
    Element,
    List,
    Failure,
}

/// <summary>
/// What an expression evaluates to. Missing is JavaScript's undefined; Failure is the engine's soft error, which conditions
/// read as false; an object or array of the data stays a <see cref="JsonElement"/> until it is written.
/// </summary>
internal readonly struct Value
{
    private readonly object? reference;
    private readonly double number;
    private readonly JsonElement element;

    private Value(ValueKind kind, object? reference = null, double number = 0, JsonElement element = default)
    {
        Kind = kind;
        this.reference = reference;
        this.number = number;
        this.element = element;
    }

    public ValueKind Kind { get; }

    public static Value Missing => default;

    public static Value Null => new(ValueKind.Null);

    public bool AsBoolean => number != 0;

    public double AsNumber => number;

    public string AsText => (string)reference!;

    public JsonElement AsElement => element;

    public Value[] AsList => (Value[])reference!;

    /// <summary>Why an evaluation failed.</summary>
    public string Reason => (string)reference!;

    public bool IsNullish => Kind is ValueKind.Missing or ValueKind.Null;

    public bool IsFailure => Kind == ValueKind.Failure;

    public bool IsArray => Kind == ValueKind.List || (Kind == ValueKind.Element && element.ValueKind == JsonValueKind.Array);

    public bool IsObject => Kind == ValueKind.Element && element.ValueKind == JsonValueKind.Object;

    /// <summary>A number without fraction, as JavaScript's Number.isInteger says.</summary>
    public bool IsWhole => Kind == ValueKind.Number && double.IsFinite(number) && Math.Floor(number) == number;

    /// <summary>Anything but false, null and missing: 0 and the empty text are true.</summary>
    public bool IsTrue => Kind == ValueKind.Boolean ? AsBoolean : !IsNullish;

    public int Count => Kind == ValueKind.List ? AsList.Length : element.GetArrayLength();

    public static Value Of(bool value) => new(ValueKind.Boolean, number: value ? 1 : 0);

    public static Value Of(double value) => double.IsNaN(value) ? throw new EvaluationRefused("the result is not a number") : new(ValueKind.Number, number: value);

    public static Value Of(string value) => new(ValueKind.Text, value);

    public static Value Of(Value[] items) => new(ValueKind.List, items);

    public static Value Failure(string reason) => new(ValueKind.Failure, reason);

    public static Value Of(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                return Of(Text(element));
            case JsonValueKind.Number:
                return Of(element.GetDouble());
            case JsonValueKind.True:
                return Of(true);
            case JsonValueKind.False:
                return Of(false);
            case JsonValueKind.Null:
                return Null;
            case JsonValueKind.Undefined:
                return Missing;
            default:
                return new(ValueKind.Element, element: element);
        }
    }

    public Value ItemAt(int index) => Kind == ValueKind.List ? AsList[index] : Of(element[index]);

    private static string Text(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new EvaluationRefused("the data holds half of a surrogate pair");
        }
    }
}

/// <summary>Data for which the reference engine stops, or does what this one does not copy. Becomes a <see cref="CardTemplateException"/> with its place.</summary>
internal sealed class EvaluationRefused(string reason) : Exception(reason);
