using System.Text;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

/// <summary>Cuts a text at its <c>${…}</c>. <c>\$</c> and <c>\`</c> stand for the sign itself; a bare back-tick is refused, as the reference engine refuses it.</summary>
internal static class Interpolation
{
    public static List<Part> Split(string text, Place place)
    {
        var parts = new List<Part>();
        var literal = new StringBuilder();
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '`' or '$')
            {
                literal.Append(text[at + 1]);
                at += 2;
            }
            else if (text[at] == '\\' && at + 1 == text.Length)
            {
                throw place.Refuse(text, "a text with an expression cannot end in a backslash");
            }
            else if (text[at] == '`')
            {
                throw place.Refuse(text, "a back-tick beside an expression must be written \\`");
            }
            else if (text[at] == '$' && at + 1 < text.Length && text[at + 1] == '{')
            {
                if (literal.Length > 0)
                {
                    parts.Add(new(literal.ToString(), null));
                    literal.Clear();
                }

                var end = End(text, at, place);
                parts.Add(new(null, Read(text[at..end], place)));
                at = end;
            }
            else
            {
                literal.Append(text[at++]);
            }
        }

        if (literal.Length > 0)
        {
            parts.Add(new(literal.ToString(), null));
        }

        return parts;
    }

    /// <summary>The position behind the closing brace.</summary>
    private static int End(string text, int start, Place place)
    {
        for (var at = start + 2; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '}':
                    return at + 1;
                case '\'' or '"':
                    at = Quoted(text, at, place, start);
                    break;
                case '\r' or '\n' or '{' or '`':
                    throw place.Refuse(text[start..], "a line break, a brace or a back-tick cannot stand in an expression");
            }
        }

        throw place.Refuse(text[start..], "the expression has no closing brace");
    }

    private static int Quoted(string text, int at, Place place, int start)
    {
        var quote = text[at++];
        while (at < text.Length && text[at] != quote)
        {
            at += text[at] == '\\' ? 2 : 1;
        }

        return at < text.Length ? at : throw place.Refuse(text[start..], "a text has no closing quotation mark");
    }

    private static Spot Read(string source, Place place)
    {
        var inner = source[2..^1].Trim(' ', '\t');
        if (inner.Length == 0)
        {
            throw place.Refuse(source, "there is no expression between the braces");
        }

        try
        {
            return new Spot(Parser.Parse(inner), source, place);
        }
        catch (Exception e) when (e is ExpressionRefused or EvaluationRefused)
        {
            throw place.Refuse(source, e.Message);
        }
    }
}
