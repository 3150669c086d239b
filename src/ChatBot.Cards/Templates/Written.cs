using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

/// <summary>Values as the JSON of a card.</summary>
internal static class Written
{
    // What JSON escapes; each costs at least one unit more.
    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '"', '\\']);

    /// <summary>The value as JSON; null and missing are both JSON's null. The scope, if given, counts what is written.</summary>
    public static JsonNode? From(in Value value, Scope? scope)
    {
        switch (value.Kind)
        {
            case ValueKind.Text:
                return Text(value.AsText, scope);
            case ValueKind.Number:
                return Number(value.AsNumber, scope);
            case ValueKind.Boolean:
                scope?.Wrote(5);
                return JsonValue.Create(value.AsBoolean);
            case ValueKind.List or ValueKind.Element:
                return value.IsArray ? List(value, scope) : Members(value.AsElement, scope);
            case ValueKind.Failure:
                throw new EvaluationRefused(value.Reason);
            default:
                scope?.Wrote(5);
                return null;
        }
    }

    public static JsonValue Text(string text, Scope? scope)
    {
        scope?.Wrote(text.Length + 3 + Escapes(text));
        return JsonValue.Create(text);
    }

    private static JsonValue Number(double number, Scope? scope)
    {
        if (!double.IsFinite(number))
        {
            throw new EvaluationRefused("the result is not a finite number");
        }

        scope?.Wrote(8);
        return Math.Floor(number) == number && Math.Abs(number) < 9e15 ? JsonValue.Create((long)number) : JsonValue.Create(number);
    }

    private static JsonArray List(in Value list, Scope? scope)
    {
        scope?.Wrote(2);
        var array = new JsonArray();
        for (var i = 0; i < list.Count; i++)
        {
            array.Add(From(list.ItemAt(i), scope));
        }

        return array;
    }

    private static JsonObject Members(JsonElement element, Scope? scope)
    {
        scope?.Wrote(2);
        var written = new JsonObject();
        foreach (var property in element.EnumerateObject())
        {
            scope?.Wrote(property.Name.Length + 3);
            written[property.Name] = From(Value.Of(property.Value), scope);
        }

        return written;
    }

    private static int Escapes(string text)
    {
        var first = text.AsSpan().IndexOfAny(Escaped);
        if (first < 0)
        {
            return 0;
        }

        var extra = 0;
        foreach (var c in text.AsSpan(first))
        {
            extra += c is '"' or '\\' or '\n' or '\r' or '\t' or '\b' or '\f' ? 1 : c < ' ' ? 5 : 0;
        }

        return extra;
    }
}
