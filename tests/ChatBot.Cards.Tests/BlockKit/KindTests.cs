using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;
using ChatBot.Cards.Rules;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>What the house rules allow, Block Kit can show: a new kind of element fails here, not before a reader.</summary>
public sealed class KindTests
{
    private const string Marked = "marked";

    public static TheoryData<string> Elements => [.. Kinds.Elements];

    public static TheoryData<string> Actions => [.. Kinds.Actions];

    [Theory]
    [MemberData(nameof(Elements))]
    public void Every_allowed_kind_of_element_is_known_and_shown(string kind)
    {
        var card = Card(new JsonArray(Heading(), Example(kind)), kind.StartsWith("Input.", StringComparison.Ordinal) ? [Button("Action.Execute", "Send")] : []);
        Assert.Equal([], CardRules.Violations(card));
        Assert.Empty(Unknown(card));
        var shown = kind.StartsWith("Input.", StringComparison.Ordinal) ? CardBlocks.Modal(card) : CardBlocks.Home(card);
        Assert.Contains(Marked, shown.ToJsonString(CardJson.Options), StringComparison.Ordinal);
        Assert.Contains(kind.StartsWith("Input.", StringComparison.Ordinal) ? "form.open" : Marked, CardBlocks.Message(card).Blocks.ToJsonString(CardJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void Every_allowed_kind_of_action_becomes_a_button(string kind)
    {
        var card = Card([Heading()], [Button(kind, Marked)]);
        Assert.Equal([], CardRules.Violations(card));
        var button = CardBlocks.Message(card).Blocks[1]!["elements"]![0]!;
        Assert.Equal(("button", Marked), ((string)button["type"]!, (string)button["text"]!["text"]!));
    }

    [Fact]
    public void A_kind_that_is_not_known_is_noticed_and_still_read()
    {
        var card = Card(new JsonArray(Heading(), JsonNode.Parse("""{"type":"Carousel","pages":[{"type":"Page","items":[{"type":"TextBlock","text":"inside"}]}]}""")), []);
        Assert.NotEmpty(CardRules.Violations(card));
        Assert.Equal(["Carousel"], Unknown(card));
        Assert.Contains("inside", CardBlocks.Message(card).Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Unknown(JsonObject card)
    {
        var elements = new Elements(Surface.Modal, new Buttons(BlockWords.English), new Inputs(BlockWords.English), BlockWords.English);
        elements.Body(card);
        return elements.Unknown;
    }

    private static JsonObject Card(JsonArray body, JsonArray actions) => actions.Count > 0
        ? new() { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = body, ["actions"] = actions }
        : new() { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = body };

    private static JsonObject Heading() => new() { ["type"] = "TextBlock", ["text"] = "Title", ["style"] = "heading", ["wrap"] = true };

    private static JsonObject Button(string kind, string title) => kind == "Action.OpenUrl"
        ? new() { ["type"] = kind, ["title"] = title, ["url"] = "https://ours.example/" }
        : new() { ["type"] = kind, ["title"] = title, ["verb"] = "v", ["fallback"] = new JsonObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = new JsonObject { ["verb"] = "v" } } };

    /// <summary>The smallest element of a kind that the house rules allow; a new kind needs its line here.</summary>
    private static JsonObject Example(string kind)
    {
        var text = """{"type":"TextBlock","text":"marked","wrap":true}""";
        var members = kind switch
        {
            "TextBlock" => """ "text":"marked","wrap":true """,
            "RichTextBlock" => """ "inlines":[{"type":"TextRun","text":"marked"}] """,
            "FactSet" => """ "facts":[{"title":"a","value":"marked"}] """,
            "ColumnSet" => $$""" "columns":[{"type":"Column","items":[{{text}}]}] """,
            "Container" => $$""" "items":[{{text}}] """,
            "Table" => $$""" "rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{{text}}]}]}] """,
            "Image" => """ "url":"https://a.example/a.png","altText":"marked" """,
            "ActionSet" => $$""" "actions":[{{Button("Action.OpenUrl", Marked).ToJsonString()}}] """,
            "Chart.Donut" or "Chart.Pie" => $$""" "title":"t","data":[{"legend":"marked","value":1}],"fallback":{{text}} """,
            "Chart.VerticalBar" or "Chart.HorizontalBar" => $$""" "title":"t","data":[{"x":"marked","y":1}],"fallback":{{text}} """,
            "Chart.VerticalBar.Grouped" or "Chart.Line" => $$""" "title":"t","data":[{"legend":"marked","values":[{"x":"a","y":1}]},{"legend":"b","values":[{"x":"a","y":1}]}],"fallback":{{text}} """,
            "Chart.HorizontalBar.Stacked" => $$""" "title":"t","data":[{"title":"marked","data":[{"legend":"b","value":1}]}],"fallback":{{text}} """,
            "Chart.Gauge" => $$""" "title":"t","subLabel":"marked","value":1,"fallback":{{text}} """,
            "Input.ChoiceSet" => """ "id":"i","label":"l","choices":[{"title":"marked","value":"v"}] """,
            "Input.Toggle" => """ "id":"i","label":"l","title":"marked" """,
            "Input.Text" or "Input.Date" => """ "id":"i","label":"marked" """,
            _ => throw new ArgumentException($"{kind} has no example: write one, and teach it to the renderers.", nameof(kind)),
        };
        return JsonNode.Parse($$"""{"type":"{{kind}}",{{members}}}""")!.AsObject();
    }
}
