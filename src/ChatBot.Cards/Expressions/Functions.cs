using System.Collections.Frozen;

namespace ChatBot.Cards.Expressions;

/// <summary>Every function a template may use. What is not here is refused when the template is read.</summary>
internal static class Functions
{
    private static readonly FrozenDictionary<string, Function> All =
        NumberFunctions.All.Concat(TextFunctions.All).Concat(ListFunctions.All).ToFrozenDictionary(f => f.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys.Concat(["if", "and", "or", "not", .. Relations.Keys]).Order(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Relation> Relations = new Dictionary<string, Relation>(StringComparer.Ordinal)
    {
        ["equals"] = Relation.Equal,
        ["less"] = Relation.Less,
        ["lessOrEquals"] = Relation.LessOrEqual,
        ["greater"] = Relation.Greater,
        ["greaterOrEquals"] = Relation.GreaterOrEqual,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Makes a call, or throws <see cref="ExpressionRefused"/> with what is wrong with it.</summary>
    public static Expression Make(string name, IReadOnlyList<Expression> arguments)
    {
        switch (name)
        {
            case "if":
                Arity(name, arguments, 3, 3);
                return new Conditional(arguments[0], arguments[1], arguments[2]);
            case "and" or "or":
                Arity(name, arguments, 1, int.MaxValue);
                return new Logic(name == "and", arguments);
            case "not":
                Arity(name, arguments, 1, 1);
                return new Negation(arguments[0]);
        }

        if (Relations.TryGetValue(name, out var relation))
        {
            Arity(name, arguments, 2, 2);
            return new Comparison(relation, arguments[0], arguments[1]);
        }

        if (!All.TryGetValue(name, out var function))
        {
            throw new ExpressionRefused($"the function {name} is not part of the template language");
        }

        Arity(name, arguments, function.Least, function.Most);
        for (var i = 0; i < arguments.Count; i++)
        {
            if (!arguments[i].Accepted(function.Accepts[Math.Min(i, function.Accepts.Length - 1)]))
            {
                throw new ExpressionRefused($"argument {i + 1} of {name} has the wrong type");
            }
        }

        return new Call(function, arguments);
    }

    private static void Arity(string name, IReadOnlyList<Expression> arguments, int least, int most)
    {
        if (arguments.Count < least || arguments.Count > most)
        {
            throw new ExpressionRefused($"{name} was given {arguments.Count} arguments");
        }
    }
}

/// <summary>Why an expression is not part of the template language; becomes a <see cref="CardTemplateException"/> with its place.</summary>
internal sealed class ExpressionRefused(string reason) : Exception(reason);
