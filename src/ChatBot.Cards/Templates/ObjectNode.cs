using System.Text.Json.Nodes;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

internal readonly record struct Property(string Name, TemplateNode Node, Place Place);

/// <summary>An object of the template: repeated over <c>$data</c> if that is a list, kept only where <c>$when</c> is true.</summary>
internal sealed class ObjectNode(Property[] properties, DataSource? data, Spot? when, Place place) : TemplateNode
{
    public IReadOnlyList<Property> Properties => properties;

    public DataSource? Data => data;

    public Spot? When => when;

    public Place Place => place;

    public override bool TryExpand(Scope scope, out JsonNode? written)
    {
        if (data is null)
        {
            written = Keep(scope) ? Once(scope) : null;
            return true;
        }

        var copies = new JsonArray();
        AppendTo(copies, scope);
        written = copies.Count switch
        {
            0 => null,
            1 => Only(copies),
            _ => copies,
        };
        return true;
    }

    public override void AppendTo(JsonArray target, Scope scope)
    {
        if (data is null)
        {
            if (Keep(scope))
            {
                target.Add(Once(scope));
            }

            return;
        }

        var (outerData, outerIndex) = (scope.Data, scope.Index);
        var value = data.Evaluate(scope);
        if (value.IsArray)
        {
            Repeat(target, scope, value);
        }
        else
        {
            scope.Data = value.Kind == ValueKind.Missing ? outerData : value;
            if (Keep(scope))
            {
                target.Add(Once(scope));
            }
        }

        (scope.Data, scope.Index) = (outerData, outerIndex);
    }

    private void Repeat(JsonArray target, Scope scope, in Value list)
    {
        if (list.Count > Limits.Repeats)
        {
            throw place.Refuse($"an object is repeated more than {Limits.Repeats} times");
        }

        for (var i = 0; i < list.Count; i++)
        {
            scope.Index = Value.Of((double)i);
            scope.Data = list.ItemAt(i);
            if (Keep(scope))
            {
                target.Add(Once(scope));
            }
        }
    }

    /// <summary>Whether <c>$when</c> is true itself; whatever else it gives, or a failure, drops the object.</summary>
    private bool Keep(Scope scope) => when is null || when.Evaluate(scope, substitute: false) is { Kind: ValueKind.Boolean, AsBoolean: true };

    private JsonObject Once(Scope scope)
    {
        scope.Wrote(2);
        var written = new JsonObject();
        foreach (var property in properties)
        {
            if (property.Node.TryExpand(scope, out var value))
            {
                scope.Wrote(property.Name.Length + 3);
                written.Add(property.Name, value);
            }
        }

        return written;
    }

    private static JsonNode? Only(JsonArray copies)
    {
        var only = copies[0];
        copies.Clear();
        return only;
    }
}

/// <summary>What <c>$data</c> names: an expression, or a literal without any.</summary>
internal sealed class DataSource(Binding? binding, Value literal)
{
    public Binding? Binding => binding;

    public Value Evaluate(Scope scope) => binding is null ? literal : binding.Evaluate(scope);
}
