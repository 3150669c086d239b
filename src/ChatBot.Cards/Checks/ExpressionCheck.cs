using ChatBot.Cards.Expressions;
using ChatBot.Cards.Templates;

namespace ChatBot.Cards.Checks;

/// <summary>Finds the shape of an expression, and refuses a path that the record does not have or that may be null where null breaks the card.</summary>
internal sealed class ExpressionCheck(Spot spot)
{
    // Functions that know what to do with null, or do not show their arguments.
    private static readonly string[] BearNull = ["exists", "empty", "coalesce", "contains", "createArray", "string"];

    public Shape Of(Expression expression, Sight sight)
    {
        switch (expression)
        {
            case DataPath path:
                return Seen(path, sight);
            case Item item:
                return Indexed(item, sight);
            case Conditional choice:
                Of(choice.Condition, sight);
                var then = Of(choice.Children[1], sight.After(choice.Condition, truth: true));
                var otherwise = Of(choice.Children[2], sight.After(choice.Condition, truth: false));
                return Either(then, otherwise);
            case Logic logic:
                var known = sight;
                var last = Shape.Scalar;
                foreach (var operand in logic.Children)
                {
                    last = Of(operand, known);
                    known = known.After(operand, logic.IsAll);
                }

                // || of nothing true is its last operand itself.
                return logic.IsAll ? Shape.Scalar : last;
            case Call call:
                return Called(call, sight);
            case Literal { Value.Kind: ValueKind.Null }:
                return Shape.Scalar with { MayBeNull = true };
            default:
                foreach (var child in expression.Children)
                {
                    Of(child, sight);
                }

                return Shape.Scalar;
        }
    }

    private Shape Called(Call call, Sight sight)
    {
        var arguments = call.Children.Select(c => Of(c, sight)).ToList();
        var nullable = arguments.FindIndex(a => a.MayBeNull);
        if (nullable >= 0 && !BearNull.Contains(call.Function.Name))
        {
            throw MayBeNull(call.Children[nullable]);
        }

        var supplied = call.Type != Returns.Boolean && call.Type != Returns.Number && arguments.Any(a => a.IsSupplied);
        return call.Function.Name switch
        {
            "coalesce" => arguments.Aggregate(Either) with { MayBeNull = arguments.All(a => a.MayBeNull) },
            "first" or "last" when arguments[0].IsList => arguments[0].Item with { MayBeNull = true },
            "first" or "last" => Shape.Anything with { IsSupplied = supplied },
            "createArray" or "split" => Shape.Anything with { IsSupplied = supplied },
            _ => Shape.Scalar with { IsSupplied = supplied },
        };
    }

    public CardTemplateException MayBeNull(Expression expression) =>
        spot.Refuse($"{Sight.TextOf(expression) ?? "the value"} may be null here; guard it with $when or with if(exists(…), …, …)");

    private static Shape Either(Shape a, Shape b) =>
        (a.Type == b.Type ? a : Shape.Anything) with { MayBeNull = a.MayBeNull || b.MayBeNull, IsSupplied = a.IsSupplied || b.IsSupplied };

    private Shape Seen(DataPath path, Sight sight)
    {
        var shape = path.Source is { } source ? Of(source, sight) : sight.Data;
        var first = 0;
        if (path.Source is null && path.Steps[0].Name!.Text is ['$', ..] start)
        {
            first = 1;
            shape = start switch
            {
                "$root" => sight.Root,
                "$data" => sight.Data,
                "$index" when sight.IsRepeated => Shape.Scalar,
                "$index" => throw spot.Refuse("there is no $index outside a repetition"),
                _ => throw spot.Refuse($"{start} is written $root, $data or $index"),
            };
        }

        for (var i = first; i < path.Steps.Count; i++)
        {
            if (path.Steps[i].Index is { } index)
            {
                Of(index, sight);
            }

            shape = Step(shape, path.Steps[i]);
            if (shape.MayBeNull && IsKnown(path.Steps.Take(i + 1), path, sight))
            {
                shape = shape with { MayBeNull = false };
            }
        }

        return shape;
    }

    private static bool IsKnown(IEnumerable<Step> steps, DataPath path, Sight sight) =>
        path.Source is null && steps.All(s => s.Name is not null || s.Index is Literal)
        && sight.Known.Contains(string.Join('.', steps.Select(s => s.Name?.Text ?? JsText.Of(((Literal)s.Index!).Value))));

    private Shape Indexed(Item item, Sight sight)
    {
        Of(item.Index, sight);
        var shape = Step(Of(item.Instance, sight), new Step(null, item.Index));
        return shape.MayBeNull && Sight.TextOf(item) is { } text && sight.Known.Contains(text) ? shape with { MayBeNull = false } : shape;
    }

    private Shape Step(Shape shape, Step step)
    {
        var name = step.Name?.Text ?? (step.Index is Literal { Value.Kind: ValueKind.Text } literal ? literal.Value.AsText : null);
        if (name is not null)
        {
            return shape.Member(name) ?? throw spot.Refuse($"the record {shape.Label} has no property {name}");
        }

        return shape.Type is null ? shape
            : shape.IsList ? shape.Item with { MayBeNull = shape.MayBeNull }
            : throw spot.Refuse($"{shape.Label} is no list that could be indexed");
    }
}
