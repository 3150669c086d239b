using System.Globalization;

namespace ChatBot.Cards.Expressions;

/// <summary>Functions on texts. A missing text is empty; null fails.</summary>
internal static class TextFunctions
{
    // String.prototype.trim: WhiteSpace and LineTerminator of ECMA-262, which differ from .NET's in U+0085 and U+FEFF.
    private static readonly char[] Blank = [.. "\t\n\v\f\r \u00A0\uFEFF\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029\u202F\u205F\u3000"];

    public static IReadOnlyList<Function> All { get; } =
    [
        new("length", Returns.Number, [Returns.String], 1, 1, TextOrMissing, a => Value.Of(Text(a[0]).Length)),
        new("toUpper", Returns.String, [Returns.String], 1, 1, TextOrMissing, a => Value.Of(Cased(Text(a[0])).ToUpperInvariant())),
        new("toLower", Returns.String, [Returns.String], 1, 1, TextOrMissing, a => Value.Of(Cased(Text(a[0])).ToLowerInvariant())),
        new("trim", Returns.String, [Returns.String], 1, 1, TextOrMissing, a => Value.Of(Text(a[0]).Trim(Blank))),
        new("startsWith", Returns.Boolean, [Returns.String], 2, 2, TextOrMissing, a => Value.Of(Text(a[0]).StartsWith(Text(a[1]), StringComparison.Ordinal))),
        new("endsWith", Returns.Boolean, [Returns.String], 2, 2, TextOrMissing, a => Value.Of(Text(a[0]).EndsWith(Text(a[1]), StringComparison.Ordinal))),
        new("replace", Returns.String, [Returns.String], 3, 3, TextOrMissing, Replace),
        new("split", Returns.Array, [Returns.String], 2, 2, TextOrMissing, Split),
        new("substring", Returns.String, [Returns.String, Returns.Number], 2, 3, Cut, Substring),
        new("indexOf", Returns.Number, [Returns.String, Returns.String], 2, 2, null, IndexOf),
        new("concat", Returns.String | Returns.Array, [Returns.Object], 1, int.MaxValue, null, Concat),
        new("string", Returns.String, [Returns.Object], 1, 1, null, a => Value.Of(Written(a[0]))),
    ];

    private static string Text(in Value value) => value.Kind == ValueKind.Text ? value.AsText : "";

    private static string? TextOrMissing(in Value value, int position) =>
        value.Kind is ValueKind.Text or ValueKind.Missing ? null : "an argument is not a text";

    /// <summary>Lets only such texts through whose upper and lower case need no knowledge of language or of special casing.</summary>
    private static string Cased(string text)
    {
        foreach (var c in text)
        {
            var known = c < 0x80
                || (c is >= '\u00C0' and < '\u017F' && c is not ('\u00DF' or '\u0130' or '\u0131' or '\u0149'))
                || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.OtherLetter or UnicodeCategory.DashPunctuation
                    or UnicodeCategory.OtherPunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
                    or UnicodeCategory.SpaceSeparator or UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol;
            if (!known)
            {
                throw new EvaluationRefused($"the upper or lower case of U+{(int)c:X4} is not certain");
            }
        }

        return text;
    }

    private static Value Replace(ReadOnlySpan<Value> arguments)
    {
        var sought = Text(arguments[1]);
        return sought.Length == 0
            ? Value.Failure("replace was given nothing to look for")
            : Value.Of(Text(arguments[0]).Replace(sought, Text(arguments[2]), StringComparison.Ordinal));
    }

    private static Value Split(ReadOnlySpan<Value> arguments)
    {
        var text = Text(arguments[0]);
        var separator = Text(arguments[1]);
        if (separator.Length == 0)
        {
            throw new EvaluationRefused("split was given no separator");
        }

        return Value.Of(text.Split(separator).Select(Value.Of).ToArray());
    }

    private static string? Cut(in Value value, int position) =>
        position == 0 && value.Kind == ValueKind.Missing ? throw new EvaluationRefused("substring was given a missing text") : null;

    private static Value Substring(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind != ValueKind.Text)
        {
            return Value.Failure("substring needs a text");
        }

        var text = arguments[0].AsText;
        if (!arguments[1].IsWhole || arguments[1].AsNumber < 0 || arguments[1].AsNumber > text.Length)
        {
            return Value.Failure("substring starts outside the text");
        }

        var start = (int)arguments[1].AsNumber;
        if (arguments.Length == 2)
        {
            return Value.Of(text[start..]);
        }

        return !arguments[2].IsWhole || arguments[2].AsNumber < 0 || start + arguments[2].AsNumber > text.Length
            ? Value.Failure("substring ends outside the text")
            : Value.Of(text.Substring(start, (int)arguments[2].AsNumber));
    }

    private static Value IndexOf(ReadOnlySpan<Value> arguments)
    {
        var isText = arguments[0].IsNullish || arguments[0].Kind == ValueKind.Text;
        if (!isText)
        {
            throw new EvaluationRefused("indexOf looks into texts only");
        }

        return arguments[1].Kind is ValueKind.Text or ValueKind.Missing
            ? Value.Of(Text(arguments[0]).IndexOf(Text(arguments[1]), StringComparison.Ordinal))
            : Value.Failure("indexOf looks for texts only");
    }

    private static Value Concat(ReadOnlySpan<Value> arguments)
    {
        var result = arguments[0];
        for (var i = 1; i < arguments.Length; i++)
        {
            var next = arguments[i];
            result = result.IsNullish && next.IsNullish ? Value.Missing
                : result.IsNullish && next.IsArray ? next
                : next.IsNullish && result.IsArray ? result
                : result.IsArray && next.IsArray ? Value.Of(Items(result).Concat(Items(next)).ToArray())
                : Value.Of(Joined(result) + Joined(next));
        }

        return result;
    }

    private static IEnumerable<Value> Items(Value list) => Enumerable.Range(0, list.Count).Select(i => list.ItemAt(i));

    private static string Joined(in Value value) =>
        value.IsNullish ? "" : value.IsArray || value.IsObject ? throw new EvaluationRefused("a list or object cannot be joined to a text") : JsText.Of(value);

    /// <summary>string(): numbers get thousands separators, as in the reference engine.</summary>
    private static string Written(in Value value)
    {
        if (value.Kind != ValueKind.Number)
        {
            return Joined(value);
        }

        var plain = JsText.Of(value.AsNumber);
        if (plain.Contains('e') || plain.Contains('I'))
        {
            throw new EvaluationRefused("the number is too large or too small to write out");
        }

        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return NumberFunctions.Grouped(value.AsNumber, point < 0 ? 0 : plain.Length - point - 1);
    }
}
