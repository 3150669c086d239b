using System.Globalization;
using static ChatBot.Cards.Expressions.Verified;

namespace ChatBot.Cards.Expressions;

/// <summary>Arithmetic as the reference engine does it: IEEE doubles, integer division rounds down.</summary>
internal static class NumberFunctions
{
    // Above this, whole doubles are no longer exact and the digits of two runtimes may differ.
    private const double Exact = 9007199254740992;

    private static readonly double[] Powers = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    public static IReadOnlyList<Function> All { get; } =
    [
        new("add", Returns.String | Returns.Number, [Returns.String | Returns.Number], 2, int.MaxValue, NumberOrText, a => Fold(a, Add)),
        Arithmetic("sub", (a, b) => a - b),
        Arithmetic("mul", (a, b) => a * b),
        Arithmetic("div", Divide, (in Value v, int i) => Number(v, i) ?? (i > 0 && v.AsNumber == 0 ? "division by 0" : null)),
        Arithmetic("exp", Power, (in Value v, int i) => v.IsArray ? throw new EvaluationRefused("a list has no power") : Number(v, i)),
        new("mod", Returns.Number, [Returns.Number], 2, 2, Whole, Remainder),
        Transform("floor", Math.Floor),
        Transform("ceiling", Math.Ceiling),
        Transform("abs", Math.Abs),
        new("round", Returns.Number, [Returns.Number], 1, 2, Number, Round),
        new("min", Returns.Number, [Returns.Object], 1, int.MaxValue, NumberOrNumbers, a => Extreme(a, double.PositiveInfinity, Math.Min)),
        new("max", Returns.Number, [Returns.Object], 1, int.MaxValue, NumberOrNumbers, a => Extreme(a, double.NegativeInfinity, Math.Max)),
        new("sum", Returns.Number, [Returns.Array], 1, 1, Numbers, a => Sum(a[0])),
        new("average", Returns.Number, [Returns.Object], 1, 1, Numbers, Average),
        new("formatNumber", Returns.String, [Returns.Number, Returns.Number, Returns.String], 2, 3, null, Format),
    ];

    /// <summary>Number with thousands separators and a fixed number of decimals; the minus is U+2212, as the reference engine writes it.</summary>
    public static string Grouped(double number, int decimals)
    {
        if (Math.Abs(number) >= 1e15)
        {
            throw new EvaluationRefused("the number is too large to format");
        }

        var text = Math.Abs(number).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return number < 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? "\u2212" + text : text;
    }

    private static Function Arithmetic(string name, Func<double, double, double> compute, Verify? verify = null) =>
        new(name, Returns.Number, [Returns.Number], 2, int.MaxValue, verify ?? Number, a => Fold(a, (x, y) => Value.Of(compute(x.AsNumber, y.AsNumber))));

    private static Function Transform(string name, Func<double, double> compute) =>
        new(name, Returns.Number, [Returns.Number], 1, 1, Number, a => Value.Of(compute(a[0].AsNumber)));

    private static Value Fold(ReadOnlySpan<Value> arguments, Func<Value, Value, Value> step)
    {
        var result = arguments[0];
        for (var i = 1; i < arguments.Length && !result.IsFailure; i++)
        {
            result = step(result, arguments[i]);
        }

        return result;
    }

    private static Value Add(Value a, Value b)
    {
        if (a.Kind == ValueKind.Number && b.Kind == ValueKind.Number)
        {
            return Value.Of(a.AsNumber + b.AsNumber);
        }

        var one = a.IsNullish ? b : a;
        var other = a.IsNullish ? a : b;
        return !other.IsNullish ? Value.Of(JsText.Of(a) + JsText.Of(b))
            : one.IsNullish ? Value.Of("")
            : one.Kind == ValueKind.Number ? Value.Failure("a number cannot be added to null")
            : Value.Of(one.AsText);
    }

    private static double Divide(double a, double b)
    {
        var result = a / b;
        return Math.Floor(a) == a && Math.Floor(b) == b && double.IsFinite(a) && double.IsFinite(b) ? Math.Floor(result) : result;
    }

    private static double Power(double a, double b)
    {
        var result = Math.Pow(a, b);
        return Math.Floor(a) == a && Math.Floor(b) == b && b >= 0 && Math.Abs(result) <= Exact
            ? Math.Round(result)
            : throw new EvaluationRefused("only whole powers of whole numbers are exact");
    }

    private static Value Remainder(ReadOnlySpan<Value> arguments) => arguments[1].AsNumber == 0
        ? Value.Failure("remainder by 0")
        : Value.Of(arguments[0].AsNumber % arguments[1].AsNumber);

    private static Value Round(ReadOnlySpan<Value> arguments)
    {
        if (arguments.Length == 2 && (!arguments[1].IsWhole || arguments[1].AsNumber is < 0 or > 15))
        {
            return Value.Failure("round takes 0 to 15 decimals");
        }

        return Value.Of(To(arguments[0].AsNumber, arguments.Length == 2 ? (int)arguments[1].AsNumber : 0));
    }

    /// <summary>Math.round(x * 10^d) / 10^d: halves go up.</summary>
    private static double To(double number, int decimals)
    {
        var scale = Powers[decimals];
        var scaled = number * scale;
        var below = Math.Floor(scaled);
        return (scaled - below >= 0.5 ? below + 1 : below) / scale;
    }

    private static Value Extreme(ReadOnlySpan<Value> arguments, double start, Func<double, double, double> choose)
    {
        foreach (var argument in arguments)
        {
            if (argument.Kind == ValueKind.Number)
            {
                start = choose(start, argument.AsNumber);
                continue;
            }

            for (var i = 0; i < argument.Count; i++)
            {
                start = choose(start, argument.ItemAt(i).AsNumber);
            }
        }

        return Value.Of(start);
    }

    private static Value Sum(in Value list)
    {
        if (list.Count == 0)
        {
            return Value.Failure("an empty list has no sum");
        }

        var sum = list.ItemAt(0).AsNumber;
        for (var i = 1; i < list.Count; i++)
        {
            sum += list.ItemAt(i).AsNumber;
        }

        return Value.Of(sum);
    }

    private static Value Average(ReadOnlySpan<Value> arguments)
    {
        var sum = Sum(arguments[0]);
        return sum.IsFailure ? sum : Value.Of(sum.AsNumber / arguments[0].Count);
    }

    private static Value Format(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].Kind != ValueKind.Number)
        {
            return Value.Failure("formatNumber formats numbers only");
        }

        if (!arguments[1].IsWhole || arguments[1].AsNumber is < 0 or > 15)
        {
            throw new EvaluationRefused("formatNumber takes 0 to 15 decimals");
        }

        if (arguments.Length == 3 && !(arguments[2].Kind == ValueKind.Text && arguments[2].AsText == "en-US"))
        {
            throw new EvaluationRefused("formatNumber knows the locale 'en-US' only");
        }

        var decimals = (int)arguments[1].AsNumber;
        return Value.Of(Grouped(To(arguments[0].AsNumber, decimals), decimals));
    }
}
