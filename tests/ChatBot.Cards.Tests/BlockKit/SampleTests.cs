using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>Every card under cards/, tried with its sample.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Every_card_made_from_its_sample_fits_into_one_message_and_one_view() => Assert.All(Repository.Templates, name =>
    {
        var card = Card(name);
        var message = CardBlocks.Message(card);
        Assert.Equal([], BlockKitRules.Message(message.Text, message.Blocks));
        Assert.Equal([], BlockKitRules.View(CardBlocks.Home(card)));
        Assert.DoesNotContain("does not fit", message.Blocks.ToJsonString(CardJson.Options), StringComparison.Ordinal);
        Assert.DoesNotContain("more lines", message.Blocks.ToJsonString(CardJson.Options), StringComparison.Ordinal);
        if (CardBlocks.IsForm(card))
        {
            Assert.Equal([], BlockKitRules.View(CardBlocks.Modal(card)));
        }
    });

    /// <summary>The card of a template with its sample.</summary>
    internal static JsonObject Card(string name) => CardTemplate.Compile(name, Repository.Template(name)).Expand(JsonDocument.Parse(Repository.Sample(name)).RootElement);
}
