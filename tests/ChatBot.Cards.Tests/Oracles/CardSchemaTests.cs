using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.Oracles;

/// <summary>Cards against the schema made from Microsoft's own type declarations.</summary>
[Trait("Category", "Node")]
public sealed class CardSchemaTests
{
    [NodeFact]
    public void Every_golden_card_and_every_sample_is_valid_for_Teams()
    {
        var folder = Directory.CreateTempSubdirectory("cards");
        try
        {
            foreach (var name in Repository.Templates)
            {
                var card = CardTemplate.Compile(name, Repository.Template(name)).Expand(JsonDocument.Parse(Repository.Sample(name)).RootElement);
                File.WriteAllText(Path.Combine(folder.FullName, name + ".json"), card.ToJsonString());
            }

            var goldens = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "ChatBot.Cards.Tests", "Goldens"), "*.card.json");
            var (code, output, error) = Node.Script("card-schema.mjs", [.. goldens, .. Directory.GetFiles(folder.FullName)]);
            Assert.True(code == 0, output + error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [NodeFact]
    public void The_schema_notices_a_wrong_card()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"x","colour":"red"}]}""");
            Assert.Equal(1, Node.Script("card-schema.mjs", file).Code);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [NodeFact]
    public void Every_template_with_its_sample_expands_as_the_official_engine_expands_it()
    {
        var names = Repository.Templates;
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, names.Select(n => $"{{\"template\":{Line(Repository.Template(n))},\"data\":{Line(Repository.Sample(n))}}}"));
            var answers = Node.Script("templating.mjs", file).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var (name, answer) in names.Zip(answers))
            {
                var ours = CardTemplate.Compile(name, Repository.Template(name)).Expand(JsonDocument.Parse(Repository.Sample(name)).RootElement);
                Assert.True(
                    JsonNode.Parse(answer)!["value"] is { } official && Templating.Vector.Same(JsonSerializer.SerializeToElement(official), JsonSerializer.SerializeToElement(ours)),
                    $"{name}: official {answer}");
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Line(string json) => JsonNode.Parse(json)!.ToJsonString();
}
