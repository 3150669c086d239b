using System.Globalization;

namespace ChatBot.Cards.Expressions;

/// <summary>
/// Parses an expression by the reference engine's grammar (ExpressionAntlrParser.g4). Note that == binds tighter than &lt;,
/// and that a unary sign binds tighter than any binary one.
/// </summary>
internal sealed class Parser
{
    private const int Ternary = 0;

    private readonly List<Token> tokens;
    private int at;
    private int depth;

    private Parser(List<Token> tokens) => this.tokens = tokens;

    private Token Current => tokens[at];

    /// <summary>Compiles the text between <c>${</c> and <c>}</c>; throws <see cref="ExpressionRefused"/> for anything outside the language.</summary>
    public static Expression Parse(string expression)
    {
        var parser = new Parser(Tokens.Of(expression));
        var parsed = parser.Any(Ternary);
        return parser.Current.Kind == TokenKind.End ? parsed : throw parser.Unexpected();
    }

    private Expression Any(int strength)
    {
        if (++depth > Limits.Depth)
        {
            throw new ExpressionRefused($"the expression is nested deeper than {Limits.Depth}");
        }

        var left = Unary();
        while (Current.Kind == TokenKind.Sign)
        {
            if (Current.Text == "?")
            {
                if (strength > Ternary)
                {
                    break;
                }

                left = Choice(left);
                continue;
            }

            if (!Operators.Binary.TryGetValue(Current.Text, out var operation) || operation.Strength < strength)
            {
                break;
            }

            at++;
            // ^ groups to the right, everything else to the left.
            var right = Any(operation.Function == "exp" ? operation.Strength : operation.Strength + 1);
            left = Make(operation.Function, [left, right]);
        }

        depth--;
        return left;
    }

    private Conditional Choice(Expression condition)
    {
        at++;
        var then = Any(Ternary);
        Expect(":");
        var otherwise = Any(Ternary + 1);
        return Current.Text == "?" && Current.Kind == TokenKind.Sign
            ? throw new ExpressionRefused("a second ?: needs parentheses")
            : new Conditional(condition, then, otherwise);
    }

    private Expression Unary()
    {
        if (Current.Kind != TokenKind.Sign || Current.Text is not ("!" or "-" or "+"))
        {
            return Primary();
        }

        if (++depth > Limits.Depth)
        {
            throw new ExpressionRefused($"the expression is nested deeper than {Limits.Depth}");
        }

        var sign = tokens[at++].Text;
        var operand = Unary();
        depth--;
        return sign == "!" ? new Negation(operand) : Make(sign == "-" ? "sub" : "add", [new Literal(Value.Of(0)), operand]);
    }

    private Expression Primary()
    {
        var token = tokens[at++];
        var primary = token.Kind switch
        {
            TokenKind.Number => new Literal(Value.Of(double.Parse(token.Text, CultureInfo.InvariantCulture))),
            TokenKind.Text => new Literal(Value.Of(token.Text)),
            TokenKind.Name => Named(token.Text),
            TokenKind.Sign when token.Text == "(" => Grouped(),
            TokenKind.Sign when token.Text == "[" => Functions.Make("createArray", Arguments("]")),
            _ => throw Unexpected(token),
        };
        while (Current is { Kind: TokenKind.Sign, Text: "." or "[" })
        {
            primary = tokens[at++].Text == "." ? Member(primary) : Index(primary);
        }

        return Current is { Kind: TokenKind.Sign, Text: "(" } ? throw Unexpected() : primary;
    }

    private Expression Named(string name)
    {
        if (Current is { Kind: TokenKind.Sign, Text: "(" })
        {
            at++;
            return Functions.Make(name, Arguments(")"));
        }

        return name switch
        {
            "true" => new Literal(Value.Of(true)),
            "false" => new Literal(Value.Of(false)),
            "null" => new Literal(Value.Null),
            "undefined" => throw new ExpressionRefused("undefined is not part of the template language"),
            _ when name[0] == '$' && name.ToUpperInvariant() is not ("$ROOT" or "$DATA" or "$INDEX") => throw new ExpressionRefused($"{name} is none of $root, $data and $index"),
            _ => new DataPath(null, name),
        };
    }

    private Expression Grouped()
    {
        var inner = Any(Ternary);
        Expect(")");
        return inner;
    }

    private DataPath Member(Expression instance)
    {
        var name = tokens[at++];
        return name.Kind != TokenKind.Name ? throw Unexpected(name)
            : instance.HasMembers ? new DataPath(instance, name.Text)
            : throw new ExpressionRefused($".{name.Text} is asked of something that has no members");
    }

    private Item Index(Expression instance)
    {
        var index = Any(Ternary);
        Expect("]");
        return new Item(instance, index);
    }

    private List<Expression> Arguments(string close)
    {
        var arguments = new List<Expression>();
        if (Current.Kind == TokenKind.Sign && Current.Text == close)
        {
            at++;
            return arguments;
        }

        while (true)
        {
            arguments.Add(Any(Ternary));
            if (Current is { Kind: TokenKind.Sign, Text: "," })
            {
                at++;
                continue;
            }

            Expect(close);
            return arguments;
        }
    }

    private static Expression Make(string function, IReadOnlyList<Expression> operands) =>
        function == "!=" ? new Comparison(Relation.NotEqual, operands[0], operands[1]) : Functions.Make(function, operands);

    private void Expect(string sign)
    {
        if (Current.Kind != TokenKind.Sign || Current.Text != sign)
        {
            throw Unexpected();
        }

        at++;
    }

    private ExpressionRefused Unexpected() => Unexpected(Current);

    private static ExpressionRefused Unexpected(Token token) =>
        new(token.Kind == TokenKind.End ? "the expression ends too early" : $"'{token.Text}' is not expected there");
}
