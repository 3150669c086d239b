using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Cards.BlockKit;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>Random cards: whatever is in them, Slack takes what is made of them, and nothing is lost without a word.</summary>
public sealed class LimitTests
{
    private const int Cards = 300;

    [Fact]
    public void Every_random_card_within_the_house_rules_becomes_blocks_that_hold_every_text()
    {
        var tried = 0;
        for (var seed = 1; seed <= Cards; seed++)
        {
            var cards = new RandomCards(seed, isWild: false);
            var card = cards.Next();
            if (CardRules.Violations(card).Count > 0)
            {
                continue;
            }

            tried++;
            Holds(seed, card, cards.Marks);
        }

        Assert.InRange(tried, Cards / 3, Cards);
    }

    [Fact]
    public void Every_wild_card_becomes_blocks_that_Slack_takes_and_that_say_what_is_missing()
    {
        for (var seed = 1; seed <= Cards; seed++)
        {
            var cards = new RandomCards(seed, isWild: true);
            Holds(seed, cards.Next(), cards.Marks);
        }
    }

    /// <summary>Every text is there, or something says that more was there.</summary>
    private static void Holds(int seed, JsonObject card, IReadOnlyList<string> marks)
    {
        var message = CardBlocks.Message(card);
        var violations = new List<string>(BlockKitRules.Message(message.Text, message.Blocks));
        violations.AddRange(BlockKitRules.View(CardBlocks.Home(card)));
        var shown = BlockKitRules.All(message.Blocks).ToList();
        if (CardBlocks.IsForm(card))
        {
            var modal = CardBlocks.Modal(card);
            violations.AddRange(BlockKitRules.View(modal));
            shown.AddRange(BlockKitRules.All(modal));
        }

        Assert.True(violations.Count == 0, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {string.Join("; ", violations.Take(5))}"));
        var all = string.Join('\n', shown);
        var lost = marks.Where(m => !all.Contains(m, StringComparison.Ordinal)).ToList();
        Assert.True(lost.Count == 0 || Pointer.IsMatch(all) || all.Contains('…'), string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {lost.Count} texts are gone, and nothing says so: {string.Join(", ", lost.Take(5))}"));
    }

    private static readonly Regex Pointer = new("… and [0-9,]+ more|does not fit here", RegexOptions.None, TimeSpan.FromSeconds(1));
}
