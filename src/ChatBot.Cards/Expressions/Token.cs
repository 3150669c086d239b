namespace ChatBot.Cards.Expressions;

internal enum TokenKind
{
    Name,
    Number,
    Text,
    Sign,
    End,
}

internal readonly record struct Token(TokenKind Kind, string Text);

/// <summary>
/// Cuts an expression into tokens as the reference engine's lexer does (ExpressionAntlrLexer.g4), and refuses what that one
/// reads in surprising ways: object literals, nested templates, names that begin with # @ or %, most escapes.
/// </summary>
internal static class Tokens
{
    private static readonly string[] Signs = ["==", "!=", "&&", "||", "<=", ">=", "??", "+", "-", "*", "/", "%", "^", "!", "<", ">", "(", ")", "[", "]", ",", ".", "?", ":"];

    public static List<Token> Of(string expression)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < expression.Length)
        {
            var c = expression[at];
            if (c is ' ' or '\t')
            {
                at++;
            }
            else if (char.IsAsciiDigit(c))
            {
                tokens.Add(new(TokenKind.Number, Number(expression, ref at)));
            }
            else if (char.IsAsciiLetter(c) || c is '_' or '$')
            {
                tokens.Add(new(TokenKind.Name, Name(expression, ref at)));
            }
            else if (c is '\'' or '"')
            {
                tokens.Add(new(TokenKind.Text, Text(expression, ref at)));
            }
            else
            {
                tokens.Add(Sign(expression, ref at));
            }
        }

        tokens.Add(new(TokenKind.End, ""));
        return tokens;
    }

    private static string Number(string expression, ref int at)
    {
        var start = at;
        Digits(expression, ref at);
        if (at + 1 < expression.Length && expression[at] == '.' && char.IsAsciiDigit(expression[at + 1]))
        {
            at++;
            Digits(expression, ref at);
        }

        return expression[start..at];
    }

    private static void Digits(string expression, ref int at)
    {
        while (at < expression.Length && char.IsAsciiDigit(expression[at]))
        {
            at++;
        }
    }

    private static string Name(string expression, ref int at)
    {
        var start = at++;
        while (at < expression.Length && (char.IsAsciiLetterOrDigit(expression[at]) || expression[at] == '_'))
        {
            at++;
        }

        return expression[start..at];
    }

    private static string Text(string expression, ref int at)
    {
        var quote = expression[at++];
        var text = new System.Text.StringBuilder();
        while (at < expression.Length && expression[at] != quote)
        {
            if (expression[at] == '\\')
            {
                at++;
                if (at >= expression.Length || expression[at] != quote)
                {
                    throw new ExpressionRefused("a text may escape nothing but its own quotation mark");
                }
            }

            text.Append(expression[at++]);
        }

        if (at++ >= expression.Length)
        {
            throw new ExpressionRefused("a text has no closing quotation mark");
        }

        return text.ToString();
    }

    private static Token Sign(string expression, ref int at)
    {
        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(expression, at, sign, 0, sign.Length) == 0)
            {
                at += sign.Length;
                if (sign == "%" && at < expression.Length && (char.IsAsciiLetterOrDigit(expression[at]) || expression[at] == '_'))
                {
                    throw new ExpressionRefused("% needs a space after it");
                }

                return sign == "<" && at < expression.Length && expression[at] == '>'
                    ? throw new ExpressionRefused("<> is not an operator, write !=")
                    : new(TokenKind.Sign, sign);
            }
        }

        throw new ExpressionRefused($"'{expression[at]}' is not part of the template language");
    }
}
