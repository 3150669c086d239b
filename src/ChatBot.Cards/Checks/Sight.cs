using System.Collections.Immutable;
using ChatBot.Cards.Expressions;

namespace ChatBot.Cards.Checks;

/// <summary>What the paths at one place of a template can see, and which of them are known not to be null there.</summary>
internal sealed record Sight(Shape Root, Shape Data, bool IsRepeated, ImmutableHashSet<string> Known)
{
    /// <summary>The same place after a condition came out as <paramref name="truth"/>.</summary>
    public Sight After(Expression condition, bool truth) => this with { Known = Known.Union(Learnt(condition, truth)) };

    /// <summary>A path as text, or null for one that is computed.</summary>
    public static string? TextOf(Expression expression) => expression switch
    {
        DataPath { Source: null } path when path.Steps.All(s => s.Name is not null || s.Index is Literal) =>
            string.Join('.', path.Steps.Select(s => s.Name?.Text ?? JsText.Of(((Literal)s.Index!).Value))),
        Item { Index: Literal index } item when TextOf(item.Instance) is { } instance => $"{instance}.{JsText.Of(index.Value)}",
        _ => null,
    };

    private static IEnumerable<string> Learnt(Expression condition, bool truth)
    {
        switch (condition)
        {
            case Negation not:
                return Learnt(not.Children[0], !truth);
            case Logic logic when logic.IsAll == truth:
                return logic.Children.SelectMany(c => Learnt(c, truth));
            case Call { Function.Name: "exists" } exists when truth:
                return Named(exists.Children[0]);
            case Call { Function.Name: "empty" } empty when !truth:
                return Named(empty.Children[0]);
            case Comparison comparison when comparison.RulesOutNull(truth):
                return comparison.Children.SelectMany(Named);
            case DataPath or Item when truth:
                return Named(condition);
            default:
                return [];
        }
    }

    private static IEnumerable<string> Named(Expression expression) => TextOf(expression) is { } text ? [text] : [];
}
