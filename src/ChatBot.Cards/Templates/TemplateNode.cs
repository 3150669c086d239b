using System.Text.Json.Nodes;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

/// <summary>A compiled piece of a template: immutable, and safe to expand from many threads.</summary>
internal abstract class TemplateNode
{
    /// <summary>Expands as a property or as the root. False means that the property is left out.</summary>
    public abstract bool TryExpand(Scope scope, out JsonNode? written);

    /// <summary>Expands as an item: an array is spliced in, null is dropped.</summary>
    public virtual void AppendTo(JsonArray target, Scope scope)
    {
        if (TryExpand(scope, out var written) && written is not null)
        {
            target.Add(written);
        }
    }
}

/// <summary>A text, number, boolean or null without an expression.</summary>
internal sealed class StaticNode(Value value) : TemplateNode
{
    public Value Value => value;

    public override bool TryExpand(Scope scope, out JsonNode? written)
    {
        written = Written.From(value, scope);
        return true;
    }
}

/// <summary>A text with expressions.</summary>
internal sealed class BoundNode(Binding binding) : TemplateNode
{
    public Binding Binding => binding;

    public override bool TryExpand(Scope scope, out JsonNode? written)
    {
        var value = binding.Evaluate(scope);
        written = Write(value, scope);
        return value.Kind != ValueKind.Missing;
    }

    public override void AppendTo(JsonArray target, Scope scope)
    {
        var value = binding.Evaluate(scope);
        if (value.IsArray)
        {
            for (var i = 0; i < value.Count; i++)
            {
                target.Add(Write(value.ItemAt(i), scope));
            }
        }
        else if (value.Kind != ValueKind.Null)
        {
            // A missing value is undefined in JavaScript: kept in an array, where it is written as null.
            target.Add(Write(value, scope));
        }
    }

    private JsonNode? Write(in Value value, Scope scope)
    {
        try
        {
            return Written.From(value, scope);
        }
        catch (EvaluationRefused e)
        {
            throw binding.Spots[0].Refuse(e.Message);
        }
    }
}

/// <summary>An array of the template.</summary>
internal sealed class ArrayNode(IReadOnlyList<TemplateNode> items) : TemplateNode
{
    public IReadOnlyList<TemplateNode> Items => items;

    public override bool TryExpand(Scope scope, out JsonNode? written)
    {
        scope.Wrote(2);
        var array = new JsonArray();
        AppendTo(array, scope);
        written = array;
        return true;
    }

    public override void AppendTo(JsonArray target, Scope scope)
    {
        foreach (var item in items)
        {
            item.AppendTo(target, scope);
        }
    }
}
