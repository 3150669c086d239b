namespace ChatBot.Cards.Expressions;

/// <summary>Functions on lists and objects, and on whether something is there.</summary>
internal static class ListFunctions
{
    public static IReadOnlyList<Function> All { get; } =
    [
        new("exists", Returns.Boolean, [Returns.Object], 1, 1, null, a => Value.Of(!a[0].IsNullish)),
        new("empty", Returns.Boolean, [Returns.Object], 1, 1, Holder, a => Value.Of(a[0].IsNullish || Size(a[0]) == 0)),
        new("count", Returns.Number, [Returns.String | Returns.Array], 1, 1, Holder, a => a[0].IsNullish ? Value.Failure("null has no count") : Value.Of(Size(a[0]))),
        new("contains", Returns.Boolean, [Returns.Object], 2, 2, null, Contains),
        new("first", Returns.Object, [Returns.Object], 1, 1, null, a => End(a[0], last: false)),
        new("last", Returns.Object, [Returns.Object], 1, 1, null, a => End(a[0], last: true)),
        new("join", Returns.String, [Returns.Array, Returns.String, Returns.String], 2, 3, null, Join),
        new("createArray", Returns.Array, [Returns.Object], 0, int.MaxValue, null, a => Value.Of(a.ToArray())),
        new("coalesce", Returns.Object, [Returns.Object], 1, int.MaxValue, null, Coalesce),
    ];

    private static string? Holder(in Value value, int position) =>
        value.IsNullish || value.Kind == ValueKind.Text || value.IsArray || value.IsObject ? null : "an argument is neither a text nor a list nor an object";

    private static int Size(in Value value) =>
        value.Kind == ValueKind.Text ? value.AsText.Length
        : value.IsArray ? value.Count
        : value.AsElement.EnumerateObject().Select(p => p.Name).Distinct(StringComparer.Ordinal).Count();

    private static Value Contains(ReadOnlySpan<Value> arguments)
    {
        var sought = arguments[1];
        if (arguments[0].Kind == ValueKind.Text && sought.Kind == ValueKind.Text)
        {
            return Value.Of(arguments[0].AsText.Contains(sought.AsText, StringComparison.Ordinal));
        }

        if (!arguments[0].IsArray)
        {
            return Value.Of(sought.Kind == ValueKind.Text && new Name(sought.AsText).Of(arguments[0]).Kind != ValueKind.Missing);
        }

        for (var i = 0; i < arguments[0].Count; i++)
        {
            if (Equality.Same(arguments[0].ItemAt(i), sought))
            {
                return Value.Of(true);
            }
        }

        return Value.Of(false);
    }

    private static Value End(in Value value, bool last)
    {
        if (value.Kind == ValueKind.Text && value.AsText.Length > 0)
        {
            var unit = value.AsText[last ? ^1 : 0];
            return char.IsSurrogate(unit) ? throw new EvaluationRefused("the text would be cut within a character") : Value.Of(unit.ToString());
        }

        return value.IsArray && value.Count > 0 ? value.ItemAt(last ? value.Count - 1 : 0) : Value.Missing;
    }

    private static Value Join(ReadOnlySpan<Value> arguments)
    {
        var list = arguments[0];
        if (!list.IsArray)
        {
            return Value.Failure("join needs a list");
        }

        foreach (var separator in arguments[1..])
        {
            if (separator.Kind != ValueKind.Text)
            {
                throw new EvaluationRefused("join needs texts as separators");
            }
        }

        if (arguments.Length == 2 || list.Count < 3)
        {
            return Value.Of(JsText.Join(list, arguments[^1].AsText));
        }

        var last = list.ItemAt(list.Count - 1);
        var head = JsText.Join(list, arguments[1].AsText, list.Count - 1);
        return Value.Of(head + arguments[2].AsText + (last.Kind == ValueKind.Null ? "null" : JsText.Of(last)));
    }

    private static Value Coalesce(ReadOnlySpan<Value> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsNullish)
            {
                return argument;
            }
        }

        return Value.Missing;
    }
}
