using System.Collections.Frozen;

namespace ChatBot.Cards.Expressions;

/// <summary>The binary operators. The unary ones bind tighter than all of these, ?: looser.</summary>
internal static class Operators
{
    /// <summary>Operator → its strength, and the function it stands for.</summary>
    public static readonly FrozenDictionary<string, (int Strength, string Function)> Binary = new Dictionary<string, (int, string)>(StringComparer.Ordinal)
    {
        ["^"] = (10, "exp"),
        ["*"] = (9, "mul"),
        ["/"] = (9, "div"),
        ["%"] = (9, "mod"),
        ["+"] = (8, "add"),
        ["-"] = (8, "sub"),
        ["=="] = (7, "equals"),
        ["!="] = (7, "!="),
        ["<"] = (5, "less"),
        ["<="] = (5, "lessOrEquals"),
        [">"] = (5, "greater"),
        [">="] = (5, "greaterOrEquals"),
        ["&&"] = (4, "and"),
        ["||"] = (3, "or"),
        ["??"] = (2, "coalesce"),
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
