using System.Globalization;
using System.Text;

namespace ChatBot.Cards.Expressions;

/// <summary>Values as text, by the rules of ECMAScript: the reference engine is written in JavaScript.</summary>
internal static class JsText
{
    /// <summary>toString() of a value: arrays are joined by commas, an object is "[object Object]". Null and missing have none.</summary>
    public static string Of(in Value value) => value.Kind switch
    {
        ValueKind.Text => value.AsText,
        ValueKind.Number => Of(value.AsNumber),
        ValueKind.Boolean => value.AsBoolean ? "true" : "false",
        ValueKind.List or ValueKind.Element => value.IsArray ? Join(value, ",") : "[object Object]",
        _ => throw new EvaluationRefused("null cannot stand in a longer text"),
    };

    /// <summary>Array.prototype.join: null and missing items are empty.</summary>
    public static string Join(in Value list, string separator, int? count = null)
    {
        var text = new StringBuilder();
        for (var i = 0; i < (count ?? list.Count); i++)
        {
            if (i > 0)
            {
                text.Append(separator);
            }

            var item = list.ItemAt(i);
            if (!item.IsNullish)
            {
                text.Append(Of(item));
            }
        }

        return text.ToString();
    }

    /// <summary>Number::toString (ECMA-262 6.1.6.1.20): shortest digits, exponent from 1e21 up and below 1e-6.</summary>
    public static string Of(double number)
    {
        if (number == 0)
        {
            return "0";
        }

        if (!double.IsFinite(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        if (Math.Floor(number) == number && Math.Abs(number) < 1e15)
        {
            return ((long)number).ToString(CultureInfo.InvariantCulture);
        }

        var plain = number.ToString(CultureInfo.InvariantCulture);
        var sign = plain[0] == '-' ? "-" : "";
        var (digits, point) = Digits(plain.AsSpan(sign.Length));
        return sign + Lay(digits, point);
    }

    /// <summary>Significant digits without leading or trailing zeros, and where the decimal point is, counted from their start.</summary>
    private static (string Digits, int Point) Digits(ReadOnlySpan<char> plain)
    {
        var exponent = 0;
        var e = plain.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(plain[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            plain = plain[..e];
        }

        var dot = plain.IndexOf('.');
        var point = (dot < 0 ? plain.Length : dot) + exponent;
        var all = dot < 0 ? plain.ToString() : string.Concat(plain[..dot], plain[(dot + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), point - leading);
    }

    private static string Lay(string digits, int point)
    {
        var count = digits.Length;
        if (count <= point && point <= 21)
        {
            return digits + new string('0', point - count);
        }

        if (point is > 0 and <= 21)
        {
            return string.Concat(digits.AsSpan(0, point), ".", digits.AsSpan(point));
        }

        if (point is > -6 and <= 0)
        {
            return string.Concat("0.", new string('0', -point), digits);
        }

        var power = (point - 1).ToString("+0;-0", CultureInfo.InvariantCulture);
        return count == 1 ? $"{digits}e{power}" : $"{digits[..1]}.{digits[1..]}e{power}";
    }
}
