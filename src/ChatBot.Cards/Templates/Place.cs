using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Templates;

/// <summary>Where in a template something is written.</summary>
internal sealed record Place(string File, int Line)
{
    public CardTemplateException Refuse(string reason) => new($"{File}, line {Line}: {reason}.");

    public CardTemplateException Refuse(string expression, string reason) => new($"{File}, line {Line}, {expression}: {reason}.");
}

/// <summary>An expression of a template, with its source text and place.</summary>
internal sealed record Spot(Expression Expression, string Source, Place Place)
{
    public Value Evaluate(Scope scope, bool substitute)
    {
        try
        {
            return Expression.Evaluate(scope, substitute);
        }
        catch (EvaluationRefused e)
        {
            throw Refuse(e.Message);
        }
    }

    public CardTemplateException Refuse(string reason) => Place.Refuse(Source, reason);
}
