namespace ChatBot.Cards.Expressions;

/// <summary>Computes a function from its arguments, which have passed its check.</summary>
internal delegate Value Compute(ReadOnlySpan<Value> arguments);

/// <summary>Why an argument is not acceptable, or null.</summary>
internal delegate string? Verify(in Value argument, int position);

/// <summary>A function of the template language.</summary>
/// <param name="Name">The name that a template writes.</param>
/// <param name="Type">What it returns.</param>
/// <param name="Accepts">What each argument must be able to return; the last entry stands for all that follow.</param>
/// <param name="Least">Fewest arguments.</param>
/// <param name="Most">Most arguments.</param>
/// <param name="Verify">Checks each argument in turn, before the next one is evaluated.</param>
/// <param name="Compute">The result.</param>
internal sealed record Function(string Name, Returns Type, Returns[] Accepts, int Least, int Most, Verify? Verify, Compute Compute);

/// <summary>A function applied. An argument that fails makes the call fail.</summary>
internal sealed class Call(Function function, IReadOnlyList<Expression> arguments) : Expression
{
    public Function Function => function;

    public override Returns Type => function.Type;

    public override IReadOnlyList<Expression> Children => arguments;

    public override Value Evaluate(Scope scope, bool substitute)
    {
        // exists and empty are comparisons to the reference engine: they see missing as missing, and fail as false.
        var isTest = function.Type == Returns.Boolean && function.Name is "exists" or "empty";
        var values = new Value[arguments.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var value = arguments[i].Evaluate(scope, substitute && !isTest);
            if (value.IsFailure)
            {
                return isTest || function.Name == "contains" ? Value.Of(false) : value;
            }

            if (function.Verify?.Invoke(value, i) is { } reason)
            {
                return isTest ? Value.Of(false) : Value.Failure($"{function.Name}: {reason}");
            }

            values[i] = value;
        }

        return function.Compute(values);
    }
}
