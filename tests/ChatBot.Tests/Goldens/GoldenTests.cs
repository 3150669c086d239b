using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Tests.Features;
using ChatBot.Tests.Layout;

namespace ChatBot.Tests.Goldens;

/// <summary>
/// Every card in every state, on every channel, as it was last accepted. A change shows as a diff of files; to accept it:
/// <c>CHATBOT_ACCEPT_GOLDENS=1 dotnet test tests/ChatBot.Tests --filter Goldens</c>.
/// </summary>
public sealed class GoldenTests
{
    private static readonly JsonSerializerOptions Readable = new(CardJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly bool Accepts = Environment.GetEnvironmentVariable("CHATBOT_ACCEPT_GOLDENS") == "1";

    public static IEnumerable<object[]> States() => CardStates.All.Select(state => new object[] { state.Template, state.State });

    public static IEnumerable<object[]> Templates() => CardStates.All.Select(state => state.Template).Distinct().Select(template => new object[] { template });

    [Theory]
    [MemberData(nameof(States))]
    public void The_card_is_as_it_was_accepted(string template, string state)
    {
        var card = Card(template, state);

        Same(template, state, "json", card.ToJsonString(Readable) + "\n");
        Same(template, state, "txt", CardText.Render(card) + "\n");
        Same(template, state, "html", CardHtml.Render(card, "/press").Replace("><", ">\n<", StringComparison.Ordinal) + "\n");
    }

    [Theory]
    [MemberData(nameof(States))]
    public void The_card_keeps_the_house_rules_and_the_soft_limit(string template, string state)
    {
        var card = Card(template, state);

        Assert.Empty(CardRules.Violations(card));
        Assert.InRange(CardJson.Bytes(card), 1, CardRules.SoftLimit);
    }

    [Theory]
    [MemberData(nameof(States))]
    public void What_somebody_hostile_supplied_is_only_ever_shown_as_text(string template, string state)
    {
        var card = Card(template, state);
        var html = CardHtml.Render(card, "/press");

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<at", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"https://evil.example", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Texts(card), text => text.Type is not ("TextRun" or "Input.Text" or Choice) && text.Value.Contains("evil.example", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_sample_of_a_template_is_its_first_state(string template)
    {
        var state = CardStates.All.First(one => one.Template == template);
        var sample = JsonSerializer.SerializeToNode(state.Data, state.Data.GetType(), CardJson.Options)!.ToJsonString(Readable) + "\n";

        Same(Path.Combine(Repository.Root, "cards", $"{template}.sample.json"), sample);
    }

    [Fact]
    public void Every_template_has_a_state_and_no_golden_is_left_over()
    {
        Assert.Equal(Parts.Cards.Names, CardStates.All.Select(state => state.Template).Distinct().Order(StringComparer.Ordinal));

        var kept = CardStates.All.SelectMany(state => new[] { "json", "txt", "html" }.Select(kind => Golden(state.Template, state.State, kind))).ToHashSet(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".cs", StringComparison.Ordinal));
        Assert.DoesNotContain(files, file => !kept.Contains(file));
    }

    private static string Folder => Path.Combine(Repository.Root, "tests", "ChatBot.Tests", "Goldens");

    private static JsonObject Card(string template, string state) =>
        Parts.Cards[template].Expand(CardStates.All.Single(one => one.Template == template && one.State == state).Data);

    private static void Same(string template, string state, string kind, string now) => Same(Golden(template, state, kind), now);

    private static string Golden(string template, string state, string kind) =>
        Path.Combine(Folder, template, $"{state.Replace(",", string.Empty, StringComparison.Ordinal).Replace(' ', '-')}.{kind}");

    private static void Same(string file, string now)
    {
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, now);
        }

        Assert.True(File.Exists(file), $"{file} was never accepted: CHATBOT_ACCEPT_GOLDENS=1 dotnet test tests/ChatBot.Tests --filter Goldens");
        Assert.Equal(File.ReadAllText(file), now);
    }

    /// <summary>Stands for the type of a choice, which has none: its title is no markup, unlike those of facts and buttons.</summary>
    private const string Choice = "choice";

    private static IEnumerable<(string Type, string Value)> Texts(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(member => member.Value is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? [((string?)element["type"] ?? member.Key, value.GetValue<string>())]
            : Texts(member.Value).Select(text => member.Key == "choices" ? text with { Type = Choice } : text)),
        JsonArray list => list.SelectMany(Texts),
        _ => [],
    };
}
