using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Tests.BlockKit;

namespace ChatBot.Cards.Tests.Oracles;

/// <summary>Blocks against the schema made from Slack's own type declarations.</summary>
[Trait("Category", "Node")]
public sealed class BlockSchemaTests
{
    [SlackNodeFact]
    public void Every_card_and_300_random_ones_are_valid_for_Slack()
    {
        var goldens = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "ChatBot.Cards.Tests", "Goldens"), "*.card.json");
        IEnumerable<JsonObject> cards =
        [
            .. goldens.Select(f => JsonNode.Parse(File.ReadAllText(f))!.AsObject()),
            .. Repository.Templates.Select(SampleTests.Card),
            .. Enumerable.Range(1000, 200).Select(seed => new RandomCards(seed, isWild: false).Next()),
            .. Enumerable.Range(2000, 100).Select(seed => new RandomCards(seed, isWild: true).Next()),
        ];
        var (code, output, error) = Validate(new JsonArray([.. cards.SelectMany(Shown)]));
        Assert.True(code == 0, output + error);
        Assert.True(int.Parse(output.Split('\n')[^2].Split(' ')[0], CultureInfo.InvariantCulture) >= 600, output);
    }

    [SlackNodeFact]
    public void The_schema_notices_wrong_blocks()
    {
        string[] wrong =
        [
            """{"text":"x","blocks":[{"type":"nonsense"}]}""",
            """{"text":"x","blocks":[{"type":"section","txt":"x"}]}""",
            """{"text":"x","blocks":[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]}""",
            """{"text":"x","blocks":[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"green"}]}]}""",
            """{"type":"modal","blocks":[]}""",
        ];
        var (code, output, _) = Validate([.. wrong.Select(w => new JsonArray(JsonNode.Parse(w)))]);
        Assert.Equal(1, code);
        Assert.DoesNotContain(": valid", output, StringComparison.Ordinal);
        Assert.Contains($"{wrong.Length} checked", output, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonNode> Shown(JsonObject card)
    {
        var message = CardBlocks.Message(card);
        yield return new JsonObject { ["text"] = message.Text, ["blocks"] = message.Blocks };
        yield return CardBlocks.Home(card);
        if (CardBlocks.IsForm(card))
        {
            yield return CardBlocks.Modal(card);
        }
    }

    private static (int Code, string Output, string Error) Validate(params JsonArray[] shown)
    {
        var folder = Directory.CreateTempSubdirectory("blocks");
        try
        {
            var files = shown.Select((list, i) =>
            {
                var file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{i}.json"));
                File.WriteAllText(file, list.ToJsonString());
                return file;
            });
            return Node.ScriptOf("oracles-slack", "blocks-schema.mjs", [.. files]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
