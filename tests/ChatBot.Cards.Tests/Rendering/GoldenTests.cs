using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.Rendering;

/// <summary>
/// Each kind of element as text and as HTML. After a change that is meant: <c>ACCEPT_GOLDENS=1 dotnet test tests/ChatBot.Cards.Tests</c>,
/// then read the difference.
/// </summary>
public sealed class GoldenTests
{
    public static TheoryData<string> Cards => [.. Directory.GetFiles(Folder, "*.card.json").Select(f => Path.GetFileName(f).Replace(".card.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(Repository.Root, "tests", "ChatBot.Cards.Tests", "Goldens");

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_reads_as_its_golden_text(string name) => Compare(name + ".txt", CardText.Render(Card(name)) + "\n");

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_looks_as_its_golden_html(string name) =>
        Compare(name + ".html", CardHtml.Render(Card(name), "/chat/act?as=1&card=2").Replace("><", ">\n<", StringComparison.Ordinal) + "\n");

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_golden_card_keeps_the_house_rules(string name) => Assert.Equal([], CardRules.Violations(Card(name)));

    private static JsonObject Card(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".card.json")))!.AsObject();

    private static void Compare(string file, string actual)
    {
        var golden = Path.Combine(Folder, file);
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDENS") == "1")
        {
            File.WriteAllText(golden, actual);
        }

        Assert.True(File.Exists(golden), $"{file} is missing: ACCEPT_GOLDENS=1 dotnet test tests/ChatBot.Cards.Tests");
        Assert.Equal(File.ReadAllText(golden), actual);
    }
}
