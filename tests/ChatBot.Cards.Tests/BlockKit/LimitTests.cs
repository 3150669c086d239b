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
        var (tried, whole) = (0, 0);
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
            if (Longest(card) <= 75)
            {
                // Where no single text is longer than its place, and the whole is no long read, all of it is shown.
                whole++;
                Assert.Equal([], Lost(card, cards.Marks).Lost);
            }
        }

        Assert.InRange(tried, Cards / 3, Cards);
        Assert.InRange(whole, 20, tried);
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
        if (CardBlocks.IsForm(card))
        {
            violations.AddRange(BlockKitRules.View(CardBlocks.Modal(card)));
        }

        Assert.True(violations.Count == 0, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {string.Join("; ", violations.Take(5))}"));
        var (lost, all) = Lost(card, marks);
        Assert.True(lost.Count == 0 || Pointer.IsMatch(all), string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {lost.Count} texts are gone, and nothing says so: {string.Join(", ", lost.Take(5))}"));
    }

    /// <summary>The marks that neither the message nor the form shows, and all texts that they show.</summary>
    private static (List<string> Lost, string Shown) Lost(JsonObject card, IReadOnlyList<string> marks)
    {
        var shown = BlockKitRules.All(CardBlocks.Message(card).Blocks).ToList();
        if (CardBlocks.IsForm(card))
        {
            shown.AddRange(BlockKitRules.All(CardBlocks.Modal(card)));
        }

        var all = string.Join('\n', shown);
        return ([.. marks.Where(m => !all.Contains(m, StringComparison.Ordinal))], all);
    }

    private static int Longest(JsonObject card) => CardJson.Bytes(card) > 20_000 ? int.MaxValue : BlockKitRules.All(card).Max(t => t.Length);

    private static readonly Regex Pointer = new("… and [0-9,]+ more|does not fit here|Only the beginning of", RegexOptions.None, TimeSpan.FromSeconds(1));
}
