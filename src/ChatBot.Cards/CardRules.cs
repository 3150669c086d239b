using System.Text.Json.Nodes;
using ChatBot.Cards.Rules;

namespace ChatBot.Cards;

/// <summary>
/// The house rules for cards: what Teams shows, what Slack's Block Kit can hold, what a screen reader can read. They are
/// written out in cards/README.md.
/// </summary>
public static class CardRules
{
    /// <summary>Bytes (two for each UTF-16 unit) that a card should stay below: what the narrowest ways into Teams take.</summary>
    public const int SoftLimit = 28 * 1024;

    /// <summary>Bytes beyond which a card is never made (Teams: 413 above about 100 KB for the whole message; its advice is 80 KB).</summary>
    public const int HardLimit = 80 * 1024;

    /// <summary>Buttons on one card, wherever they stand.</summary>
    public const int MostButtons = 5;

    /// <summary>One sentence for each rule that the card breaks, with where; empty for a good card.</summary>
    public static IReadOnlyList<string> Violations(JsonObject card) => new CardCheck().Run(card);
}
