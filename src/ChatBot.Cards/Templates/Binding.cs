using System.Runtime.CompilerServices;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

/// <summary>A text of the template that holds at least one expression.</summary>
internal abstract class Binding
{
    /// <summary>The expressions in it.</summary>
    public abstract IReadOnlyList<Spot> Spots { get; }

    public abstract Value Evaluate(Scope scope);

    /// <summary>Reads a text that contains <c>${</c>.</summary>
    public static Binding Read(string text, Place place)
    {
        var parts = Interpolation.Split(text, place);
        if (parts is [{ Spot: { Expression: not Literal } only }])
        {
            // The reference engine evaluates the parts of a whole ${concat(…)} one by one, as those of a longer text.
            return only.Expression is Call { Function.Name: "concat" } concat
                ? new Mixed([.. concat.Children.Select(c => new Part(null, only with { Expression = c }))])
                : new Whole(only);
        }

        return new Mixed(parts);
    }
}

/// <summary>One expression alone: the value keeps its type.</summary>
internal sealed class Whole(Spot spot) : Binding
{
    public Spot Spot => spot;

    public override IReadOnlyList<Spot> Spots { get; } = [spot];

    public override Value Evaluate(Scope scope)
    {
        var value = spot.Evaluate(scope, substitute: true);
        return value.IsFailure ? throw spot.Refuse(value.Reason) : value;
    }
}

/// <summary>Literal text, or an expression that becomes text.</summary>
internal readonly record struct Part(string? Text, Spot? Spot);

/// <summary>Text around expressions: always a text. Null in it is refused, where the reference engine crashes.</summary>
internal sealed class Mixed(IReadOnlyList<Part> parts) : Binding
{
    public IReadOnlyList<Part> Parts => parts;

    public override IReadOnlyList<Spot> Spots { get; } = [.. parts.Where(p => p.Spot is not null).Select(p => p.Spot!)];

    public override Value Evaluate(Scope scope)
    {
        var text = new DefaultInterpolatedStringHandler(0, 0, null, stackalloc char[256]);
        foreach (var part in parts)
        {
            if (part.Spot is not { } spot)
            {
                text.AppendLiteral(part.Text!);
                continue;
            }

            var value = spot.Evaluate(scope, substitute: true);
            if (value.IsFailure)
            {
                // The reference engine would show the reader the expression itself.
                throw spot.Refuse(value.Reason);
            }

            try
            {
                text.AppendLiteral(JsText.Of(value));
            }
            catch (EvaluationRefused e)
            {
                throw spot.Refuse(e.Message);
            }
        }

        return Value.Of(text.ToStringAndClear());
    }
}
