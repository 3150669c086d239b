using ChatBot.Cards.Expressions;
using ChatBot.Cards.Templates;

namespace ChatBot.Cards.Checks;

/// <summary>Walks a template with the record that it will be given.</summary>
internal sealed class TemplateCheck(Type record)
{
    public void Run(TemplateNode root)
    {
        var shape = Shape.Of(record, mayBeNull: false);
        Walk(root, new Sight(shape, shape, IsRepeated: false, []), new Position("", "", ""));
    }

    private static void Walk(TemplateNode node, Sight sight, Position position)
    {
        switch (node)
        {
            case ArrayNode array:
                foreach (var item in array.Items)
                {
                    Walk(item, sight, position);
                }

                break;
            case BoundNode { Binding: Whole whole }:
                Output(whole.Spot, sight, position, isAlone: true);
                break;
            case BoundNode bound:
                foreach (var spot in bound.Binding.Spots)
                {
                    Output(spot, sight, position, isAlone: false);
                }

                break;
            case ObjectNode written:
                Object(written, sight, position);
                break;
        }
    }

    private static void Object(ObjectNode node, Sight sight, Position position)
    {
        if (node.Data is { } data)
        {
            sight = Within(data, sight);
        }

        if (node.When is { } when)
        {
            new ExpressionCheck(when).Of(when.Expression, sight);
            sight = sight.After(when.Expression, truth: true);
        }

        var type = node.Properties.FirstOrDefault(p => p.Name == "type").Node is StaticNode { Value.Kind: ValueKind.Text } name ? name.Value.AsText : "";
        foreach (var property in node.Properties)
        {
            Walk(property.Node, sight, position.Enter(type, property.Name));
        }
    }

    private static Sight Within(DataSource data, Sight sight)
    {
        if (data.Binding is not Whole { Spot: var spot })
        {
            var parts = data.Binding?.Spots.Select(s => new ExpressionCheck(s).Of(s.Expression, sight)).ToList() ?? [];
            return sight with { Data = Shape.Anything with { IsSupplied = parts.Exists(p => p.IsSupplied) }, IsRepeated = true, Known = [] };
        }

        var check = new ExpressionCheck(spot);
        var shape = check.Of(spot.Expression, sight);
        if (shape.MayBeNull)
        {
            throw check.MayBeNull(spot.Expression);
        }

        // Only what is said of $root still holds where paths start from something else.
        return sight with
        {
            Data = shape.IsList ? shape.Item : shape,
            IsRepeated = sight.IsRepeated || shape.IsList || shape.Type is null,
            Known = [.. sight.Known.Where(k => k.StartsWith("$root.", StringComparison.Ordinal))],
        };
    }

    private static void Output(Spot spot, Sight sight, Position position, bool isAlone)
    {
        var check = new ExpressionCheck(spot);
        var shape = check.Of(spot.Expression, sight);
        if (shape.MayBeNull && !position.IsActionData)
        {
            throw check.MayBeNull(spot.Expression);
        }

        if (shape.IsSupplied && !position.TakesSupplied(isAlone && spot.Expression is DataPath or Item))
        {
            throw spot.Refuse(position.IsSuppliedPlace
                ? "supplied text must stand alone here, as one ${path}"
                : "supplied text may stand only in TextRun.text, in value and placeholder of Input.Text, and in choices of Input.ChoiceSet");
        }
    }
}

/// <summary>Which property of which object is being written; <paramref name="Holder"/> is the object around, such as the Input.ChoiceSet of a choice.</summary>
internal readonly record struct Position(string Holder, string Type, string Property)
{
    /// <summary>Within the data of a button, where null is a value like any other.</summary>
    public bool IsActionData { get; private init; }

    public bool IsSuppliedPlace => TakesSupplied(isPath: true);

    public Position Enter(string type, string property) => new(Property == "choices" ? $"{Type}.choices" : "", type, property)
    {
        IsActionData = IsActionData || (property == "data" && type.StartsWith("Action.", StringComparison.Ordinal)),
    };

    public bool TakesSupplied(bool isPath) => !IsActionData && ((Holder, Type, Property) switch
    {
        (_, "TextRun", "text") => true,
        (_, "Input.Text", "value" or "placeholder") => isPath,
        (_, "Input.ChoiceSet", "value") => isPath,
        ("Input.ChoiceSet.choices", "", "title" or "value") => isPath,
        _ => false,
    });
}
