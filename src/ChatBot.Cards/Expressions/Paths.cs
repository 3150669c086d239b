using System.Globalization;
using System.Text;

namespace ChatBot.Cards.Expressions;

/// <summary>One step of a path: a member by name, or an index that is an expression.</summary>
internal readonly record struct Step(Name? Name, Expression? Index);

/// <summary>A name, or a member of something: a, a.b, a[0].b, first(list).b.</summary>
internal sealed class DataPath : Expression
{
    private readonly Step[] steps;
    private readonly string? text;

    public DataPath(Expression? instance, string name)
    {
        var chain = new List<Step> { new(new Name(name), null) };
        while (instance is DataPath or Item)
        {
            if (instance is DataPath path)
            {
                chain.InsertRange(0, path.steps);
                instance = path.Source;
                break;
            }

            var item = (Item)instance;
            chain.Insert(0, new(null, item.Index));
            instance = item.Instance;
        }

        steps = [.. chain];
        Source = instance;
        text = steps.All(s => s.Name is not null) ? string.Join('.', steps.Select(s => s.Name!.Text)) : null;
    }

    /// <summary>The expression that the path starts from, or null when it starts from the scope.</summary>
    public Expression? Source { get; }

    public IReadOnlyList<Step> Steps => steps;

    public override Returns Type => Returns.Object;

    public override IReadOnlyList<Expression> Children =>
        [.. steps.Where(s => s.Index is not null).Select(s => s.Index!), .. Source is null ? [] : new[] { Source }];

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var written = text is null ? new StringBuilder() : null;
        var current = default(Value);
        var first = 0;
        if (Source is not null)
        {
            current = Source.Evaluate(scope, substitute);
            if (current.IsFailure)
            {
                return current;
            }
        }
        else
        {
            current = Start(scope, out first);
            written?.Append(steps[0].Name!.Text);
            first = 1;
        }

        for (var i = first; i < steps.Length; i++)
        {
            if (steps[i].Name is { } name)
            {
                current = name.Of(current);
                written?.Append(written.Length > 0 ? "." : "").Append(name.Text);
                continue;
            }

            var index = steps[i].Index!.Evaluate(scope, substitute);
            if (index.IsFailure)
            {
                return index;
            }

            current = At(current, index, written!);
        }

        return current.Kind == ValueKind.Missing && substitute ? Value.Of("${" + (text ?? written!.ToString()) + "}") : current;
    }

    private Value Start(Scope scope, out int first)
    {
        first = 1;
        var name = steps[0].Name!;
        return name.Text[0] != '$' ? name.Of(scope.Data)
            : name.Text.ToUpperInvariant() switch
            {
                "$ROOT" => scope.Root,
                "$DATA" => scope.Data,
                _ => scope.Index,
            };
    }

    /// <summary>An index within a path: out of range is missing here, where a path that ends in an index fails.</summary>
    private static Value At(in Value current, in Value index, StringBuilder written)
    {
        if (index.IsWhole && index.AsNumber is >= 0 and < int.MaxValue)
        {
            var digits = ((int)index.AsNumber).ToString(CultureInfo.InvariantCulture);
            written.Append('[').Append(digits).Append(']');
            return current.IsArray
                ? index.AsNumber < current.Count ? current.ItemAt((int)index.AsNumber) : Value.Missing
                : new Name(digits).Of(current);
        }

        if (index.Kind == ValueKind.Text && IsSimple(index.AsText))
        {
            written.Append("['").Append(index.AsText).Append("']");
            return new Name(index.AsText).Of(current);
        }

        throw new EvaluationRefused("an index in the middle of a path is neither a whole number from 0 nor a plain name");
    }

    private static bool IsSimple(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or ' ');
}

/// <summary>A path that ends in an index: list[0], object['odd key'].</summary>
internal sealed class Item(Expression instance, Expression index) : Expression
{
    public Expression Instance => instance;

    public Expression Index => index;

    public override Returns Type => Returns.Object;

    public override IReadOnlyList<Expression> Children { get; } = [instance, index];

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var from = instance.Evaluate(scope, substitute);
        var at = index.Evaluate(scope, substitute: false);
        if (from.IsFailure || at.IsFailure)
        {
            // The reference engine crashes here instead of failing softly.
            throw new EvaluationRefused((from.IsFailure ? from : at).Reason);
        }

        if (at.IsWhole)
        {
            return from.IsNullish ? Value.Missing
                : !from.IsArray ? Value.Failure("what is indexed is not a list")
                : at.AsNumber >= 0 && at.AsNumber < from.Count ? from.ItemAt((int)at.AsNumber)
                : Value.Failure("the index is out of range");
        }

        return at.Kind == ValueKind.Text ? new Name(at.AsText).Of(from) : Value.Failure("the index is neither a whole number nor a text");
    }
}
