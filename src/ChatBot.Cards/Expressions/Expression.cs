namespace ChatBot.Cards.Expressions;

/// <summary>What an expression can return, known before data is: an operand of the wrong kind is refused when the template is read.</summary>
[Flags]
internal enum Returns
{
    Boolean = 1,
    Number = 2,
    Object = 4,
    String = 8,
    Array = 16,
}

/// <summary>A compiled expression: immutable, and safe to evaluate from many threads.</summary>
internal abstract class Expression
{
    /// <summary>What it returns; <see cref="Returns.Object"/> stands for anything.</summary>
    public abstract Returns Type { get; }

    /// <summary>The expressions within it, for checks.</summary>
    public abstract IReadOnlyList<Expression> Children { get; }

    /// <param name="scope">What paths see.</param>
    /// <param name="substitute">Whether a missing path becomes the text "${path}"; conditions and comparisons see it as missing instead.</param>
    public abstract Value Evaluate(Scope scope, bool substitute);

    public bool Accepted(Returns wanted) =>
        (wanted | Type).HasFlag(Returns.Object) || Enum.GetValues<Returns>().Any(r => wanted.HasFlag(r) && Type.HasFlag(r));

    /// <summary>Whether a member can be asked of it.</summary>
    public bool HasMembers => Type.HasFlag(Returns.Object);
}

/// <summary>A literal. The reference engine turns a whole <c>${literal}</c> into text, see <c>Binding</c>.</summary>
internal sealed class Literal(Value value) : Expression
{
    public Value Value { get; } = value;

    public override Returns Type => Value.Kind switch
    {
        ValueKind.Boolean => Returns.Boolean,
        ValueKind.Number => Returns.Number,
        ValueKind.Text => Returns.String,
        _ => Returns.Object,
    };

    public override IReadOnlyList<Expression> Children => [];

    public override Value Evaluate(Scope scope, bool substitute) => Value;
}

/// <summary>if(c, a, b) and c ? a : b. A condition that fails is false; only the branch taken is evaluated.</summary>
internal sealed class Conditional(Expression condition, Expression then, Expression otherwise) : Expression
{
    public Expression Condition => condition;

    public override Returns Type => Returns.Object;

    public override IReadOnlyList<Expression> Children { get; } = [condition, then, otherwise];

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var value = condition.Evaluate(scope, substitute: false);
        return (!value.IsFailure && value.IsTrue ? then : otherwise).Evaluate(scope, substitute);
    }
}

/// <summary>
/// &amp;&amp;, || and their functions; an operand that fails is false. Both give a boolean, except that || of nothing true gives
/// its last operand as it is: the reference engine does.
/// </summary>
internal sealed class Logic(bool all, IReadOnlyList<Expression> operands) : Expression
{
    /// <summary>Whether every operand must be true, or one.</summary>
    public bool IsAll => all;

    public override Returns Type => Returns.Boolean;

    public override IReadOnlyList<Expression> Children => operands;

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var value = Value.Missing;
        foreach (var operand in operands)
        {
            value = operand.Evaluate(scope, substitute: false);
            if ((!value.IsFailure && value.IsTrue) != all)
            {
                return Value.Of(!all);
            }
        }

        return all ? Value.Of(true) : value.IsFailure ? throw new EvaluationRefused(value.Reason) : value;
    }
}

/// <summary>! and not(): an operand that fails counts as false.</summary>
internal sealed class Negation(Expression operand) : Expression
{
    public override Returns Type => Returns.Boolean;

    public override IReadOnlyList<Expression> Children { get; } = [operand];

    public override Value Evaluate(Scope scope, bool substitute)
    {
        var value = operand.Evaluate(scope, substitute: false);
        return Value.Of(value.IsFailure || !value.IsTrue);
    }
}
