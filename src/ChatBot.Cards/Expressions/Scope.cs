using System.Text.Json;

namespace ChatBot.Cards.Expressions;

/// <summary>What a path can see while a template is expanded, and how much has been written so far.</summary>
internal sealed class Scope(JsonElement root)
{
    public Value Root { get; } = Value.Of(root);

    public Value Data { get; set; } = Value.Of(root);

    /// <summary>Number of the item in the innermost repetition; missing outside one.</summary>
    public Value Index { get; set; }

    /// <summary>Values written so far.</summary>
    public int Nodes { get; private set; }

    /// <summary>UTF-16 units written so far, nearly.</summary>
    public int Length { get; private set; }

    /// <summary>Adds one written value and refuses a card that grows beyond what any channel takes.</summary>
    public void Wrote(int length)
    {
        Nodes++;
        Length += length;
        if (Nodes > Limits.Nodes)
        {
            throw new EvaluationRefused($"the card has more than {Limits.Nodes} values");
        }

        if (Length > CardRules.HardLimit / 2)
        {
            throw new EvaluationRefused($"the card is larger than {CardRules.HardLimit / 1024} KB");
        }
    }
}

/// <summary>Guards against templates and data that would make a card no channel takes.</summary>
internal static class Limits
{
    /// <summary>Objects, arrays, parentheses and operators within each other.</summary>
    public const int Depth = 64;

    /// <summary>Values in one card.</summary>
    public const int Nodes = 20_000;

    /// <summary>Items over which one object is repeated.</summary>
    public const int Repeats = 1_000;
}
