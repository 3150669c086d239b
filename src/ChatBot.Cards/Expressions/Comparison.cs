using System.Text.Json;

namespace ChatBot.Cards.Expressions;

internal enum Relation
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>== != &lt; &lt;= &gt; &gt;= and their functions. An operand that fails makes the comparison false, and so does null for an order.</summary>
internal sealed class Comparison(Relation relation, Expression left, Expression right) : Expression
{
    public override Returns Type => Returns.Boolean;

    public override IReadOnlyList<Expression> Children { get; } = [left, right];

    /// <summary>Whether neither operand can be null when the comparison came out as <paramref name="truth"/>.</summary>
    public bool RulesOutNull(bool truth)
    {
        var aNull = left is Literal { Value.Kind: ValueKind.Null } || right is Literal { Value.Kind: ValueKind.Null };
        var aValue = left is Literal { Value.IsNullish: false } || right is Literal { Value.IsNullish: false };
        return relation switch
        {
            Relation.Equal => truth ? aValue : aNull,
            Relation.NotEqual => truth ? aNull : aValue,
            _ => truth,
        };
    }

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var ordered = relation is not (Relation.Equal or Relation.NotEqual);
        var a = left.Evaluate(scope, substitute: false);
        if (a.IsFailure || (ordered && a.IsNullish))
        {
            return Value.Of(false);
        }

        var b = right.Evaluate(scope, substitute: false);
        if (b.IsFailure || (ordered && b.IsNullish))
        {
            return Value.Of(false);
        }

        return ordered ? Order(a, b) : Value.Of(Equality.Same(a, b) == (relation == Relation.Equal));
    }

    private Value Order(in Value a, in Value b)
    {
        if (a.Kind == ValueKind.Number && b.Kind == ValueKind.Number)
        {
            return Value.Of(Holds(a.AsNumber.CompareTo(b.AsNumber)));
        }

        return a.Kind == ValueKind.Text && b.Kind == ValueKind.Text
            ? Value.Of(Holds(string.CompareOrdinal(a.AsText, b.AsText)))
            : Value.Failure("only two numbers or two texts have an order");
    }

    private bool Holds(int order) => relation switch
    {
        Relation.Less => order < 0,
        Relation.LessOrEqual => order <= 0,
        Relation.Greater => order > 0,
        _ => order >= 0,
    };
}

/// <summary>Equality by type and content: '5' is not 5, null equals missing, lists and objects by their members.</summary>
internal static class Equality
{
    // Number.EPSILON: numbers closer than this are the same to the reference engine, outside objects.
    private const double Epsilon = 2.220446049250313e-16;

    public static bool Same(in Value a, in Value b)
    {
        if (a.IsNullish || b.IsNullish)
        {
            return a.IsNullish && b.IsNullish;
        }

        if (a.IsArray && b.IsArray)
        {
            var count = a.Count;
            for (var i = 0; i < count; i++)
            {
                if (i >= b.Count || !Same(a.ItemAt(i), b.ItemAt(i)))
                {
                    return false;
                }
            }

            return count == b.Count;
        }

        if (a.IsObject && b.IsObject)
        {
            return JsonElement.DeepEquals(Normal(a.AsElement), Normal(b.AsElement));
        }

        return a.Kind == b.Kind && a.Kind switch
        {
            ValueKind.Number => a.AsNumber == b.AsNumber || Math.Abs(a.AsNumber - b.AsNumber) < Epsilon,
            ValueKind.Text => string.Equals(a.AsText, b.AsText, StringComparison.Ordinal),
            ValueKind.Boolean => a.AsBoolean == b.AsBoolean,
            _ => false,
        };
    }

    /// <summary>Numbers as doubles, so that 1.0 and 1 are one value.</summary>
    private static JsonElement Normal(JsonElement element) =>
        JsonSerializer.SerializeToElement(Templates.Written.From(Value.Of(element), null), CardJson.Options);
}
