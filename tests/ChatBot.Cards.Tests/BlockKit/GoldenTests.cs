using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>
/// Each kind of element, and each card with its sample, as Block Kit: one block a line. After a change that is meant:
/// <c>ACCEPT_GOLDENS=1 dotnet test tests/ChatBot.Cards.Tests</c>, then read the difference.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Elements = Path.Combine(Repository.Root, "tests", "ChatBot.Cards.Tests", "Goldens");

    private static readonly string Samples = Path.Combine(Elements, "Slack");

    public static TheoryData<string> Kinds => [.. Directory.GetFiles(Elements, "*.card.json").Select(f => Path.GetFileName(f).Replace(".card.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Cards => [.. Repository.Templates];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_of_element_becomes_its_golden_blocks(string name) =>
        Compare(Path.Combine(Elements, name + ".slack.json"), JsonNode.Parse(File.ReadAllText(Path.Combine(Elements, name + ".card.json")))!.AsObject());

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_with_its_sample_becomes_its_golden_blocks(string name) => Compare(Path.Combine(Samples, name + ".json"), SampleTests.Card(name));

    [Fact]
    public void No_golden_is_left_of_a_card_that_is_gone() =>
        Assert.Empty(Directory.GetFiles(Samples).Select(f => Path.GetFileNameWithoutExtension(f)).Except(Repository.Templates, StringComparer.Ordinal));

    private static void Compare(string golden, JsonObject card)
    {
        var message = CardBlocks.Message(card);
        Assert.Equal([], BlockKitRules.Message(message.Text, message.Blocks));
        var actual = Written(message);
        if (CardBlocks.IsForm(card))
        {
            var view = CardBlocks.Modal(card);
            Assert.Equal([], BlockKitRules.View(view));
            actual += Written(view);
        }

        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            File.WriteAllText(golden, actual);
        }

        Assert.True(File.Exists(golden), $"{Path.GetFileName(golden)} is missing: ACCEPT_GOLDENS=1 dotnet test tests/ChatBot.Cards.Tests");
        Assert.Equal(File.ReadAllText(golden), actual);
    }

    private static string Written(BlockMessage message) =>
        $"{JsonValue.Create(message.Text)!.ToJsonString(CardJson.Options)}\n{Lines(message.Blocks)}";

    private static string Written(JsonObject view)
    {
        var head = view.DeepClone().AsObject();
        head.Remove("blocks");
        return $"{head.ToJsonString(CardJson.Options)}\n{Lines(view["blocks"]!.AsArray())}";
    }

    private static string Lines(JsonArray blocks) => string.Concat(blocks.Select(b => b!.ToJsonString(CardJson.Options) + "\n"));
}
