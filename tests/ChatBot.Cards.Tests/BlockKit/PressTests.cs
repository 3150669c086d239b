using System.Text.Json.Nodes;
using ChatBot.Cards.BlockKit;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>What comes back from Slack is what the card's button and inputs said.</summary>
public sealed class PressTests
{
    [Fact]
    public void A_verb_that_comes_again_keeps_its_name_and_its_data()
    {
        var card = Card("", """{"title":"A","verb":"score.why","data":{"week":"2026-W46"}}""", """{"title":"B","verb":"score.why","data":{"week":"2026-W47"}}""", """{"title":"C","verb":"score.why"}""");
        var buttons = CardBlocks.Message(card).Blocks[^1]!["elements"]!.AsArray().Select(b => b!.AsObject()).ToList();
        Assert.Equal(["score.why", "score.why#2", "score.why#3"], buttons.Select(b => (string)b["action_id"]!));
        var read = buttons.Select(b => BlockAction.Read(b)!.Value).ToList();
        Assert.All(read, r => Assert.Equal("score.why", r.Verb));
        Assert.Equal(["2026-W46", "2026-W47", null], read.Select(r => (string?)r.Data["week"]));
    }

    [Fact]
    public void Buttons_beyond_a_row_stand_in_a_menu_and_say_the_same()
    {
        var card = Card("", [.. Enumerable.Range(0, 9).Select(i => $$$"""{"title":"T{{{i}}}","verb":"v{{{i}}}","data":{"n":{{{i}}}}}""")]);
        var elements = CardBlocks.Message(card).Blocks[^1]!["elements"]!.AsArray().Select(b => b!.AsObject()).ToList();
        Assert.Equal(5, elements.Count);
        var options = elements[4]["options"]!.AsArray();
        Assert.Equal(["T4", "T5", "T6", "T7", "T8"], options.Select(o => (string)o!["text"]!["text"]!));
        var chosen = new JsonObject { ["type"] = "overflow", ["action_id"] = "more", ["selected_option"] = options[2]!.DeepClone() };
        var read = BlockAction.Read(chosen)!.Value;
        Assert.Equal(("v6", 6), (read.Verb, (int)read.Data["n"]!));
    }

    [Theory]
    [InlineData("""{"type":"button","action_id":"link","url":"https://ours.example"}""")]
    [InlineData("""{"type":"button","action_id":"link#2"}""")]
    [InlineData("""{"type":"button","action_id":""}""")]
    [InlineData("""{"type":"button"}""")]
    [InlineData("""{"type":"button","action_id":"v","value":"not json"}""")]
    [InlineData("""{"type":"button","action_id":"v","value":"[1]"}""")]
    [InlineData("""{"type":"button","action_id":7,"value":null}""")]
    [InlineData("""{"type":"static_select","action_id":"v"}""")]
    [InlineData("""{"type":"overflow","action_id":"more"}""")]
    [InlineData("""{"type":"overflow","action_id":"more","selected_option":{"value":"{}"}}""")]
    [InlineData("""{"type":"overflow","action_id":"more","selected_option":"x"}""")]
    public void What_is_no_button_of_ours_says_nothing(string action) =>
        Assert.True(BlockAction.Read(JsonNode.Parse(action)!.AsObject()) is null or { Verb: "7" });

    [Fact]
    public void A_form_comes_back_as_Teams_would_post_it()
    {
        var long1 = new string('a', 200);
        var card = Card(
            $$"""
            {"type":"Input.Text","id":"why","label":"Why"}, {"type":"Input.Text","id":"empty","label":"E"}, {"type":"Input.Date","id":"from","label":"From"}, {"type":"Input.Date","id":"to","label":"To"},
            {"type":"Input.ChoiceSet","id":"one","label":"One","choices":[{"title":"x","value":"{{long1}}"},{"title":"y","value":"y"}]},
            {"type":"Input.ChoiceSet","id":"many","label":"Many","isMultiSelect":true,"choices":[{"title":"x","value":"x"},{"title":"y","value":"{{long1}}b"}]},
            {"type":"Input.Toggle","id":"on","label":"On","title":"on","valueOn":"yes","valueOff":"no"}, {"type":"Input.Toggle","id":"off","label":"Off","title":"off","valueOn":"yes","valueOff":"no"}
            """,
            """{"title":"Send","verb":"appeal.file","data":{"token":"t0k"}}""");
        var view = CardBlocks.Modal(card);
        Assert.Equal([], BlockKitRules.View(view));
        JsonNode? Option(string block, int number) => view["blocks"]!.AsArray().First(b => (string?)b!["block_id"] == block)!["element"]!["options"]![number]!.DeepClone();
        view["state"] = new JsonObject
        {
            ["values"] = new JsonObject
            {
                ["why"] = new JsonObject { ["why"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = "I was on leave" } },
                ["empty"] = new JsonObject { ["empty"] = new JsonObject { ["type"] = "plain_text_input", ["value"] = null } },
                ["from"] = new JsonObject { ["from"] = new JsonObject { ["type"] = "datepicker", ["selected_date"] = "2026-11-02" } },
                ["to"] = new JsonObject { ["to"] = new JsonObject { ["type"] = "datepicker", ["selected_date"] = null } },
                ["one"] = new JsonObject { ["one"] = new JsonObject { ["type"] = "static_select", ["selected_option"] = Option("one", 0) } },
                ["many"] = new JsonObject { ["many"] = new JsonObject { ["type"] = "checkboxes", ["selected_options"] = new JsonArray(Option("many", 0), Option("many", 1)) } },
                ["on"] = new JsonObject { ["on"] = new JsonObject { ["type"] = "checkboxes", ["selected_options"] = new JsonArray(Option("on", 0)) } },
                ["off"] = new JsonObject { ["off"] = new JsonObject { ["type"] = "checkboxes", ["selected_options"] = new JsonArray() } },
            },
        };

        var form = SubmittedForm.Read(view)!;
        Assert.Equal(("appeal.file", "t0k"), (form.Action.Verb, (string?)form.Action.Data["token"]));
        Assert.Equal($$"""{"why":"I was on leave","from":"2026-11-02","one":"{{long1}}","many":"x,{{long1}}b","on":"yes","off":"no"}""", form.Inputs.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"modal","private_metadata":"{}"}""")]
    [InlineData("""{"type":"modal","callback_id":"v"}""")]
    [InlineData("""{"type":"modal","callback_id":"v","private_metadata":"broken"}""")]
    public void A_view_of_somebody_else_is_not_read(string view) => Assert.Null(SubmittedForm.Read(JsonNode.Parse(view)!.AsObject()));

    [Fact]
    public void A_form_in_a_message_is_its_texts_and_one_button_that_opens_it()
    {
        var card = Card("""{"type":"TextBlock","text":"Say why.","wrap":true}, {"type":"Input.Text","id":"why","label":"Why"}""", """{"title":"Send","verb":"appeal.file","data":{"token":"t0k"}}""");
        var own = CardBlocks.Message(card, new BlockAction("score.wrong", new JsonObject { ["sheet"] = "42" })).Blocks;
        Assert.Equal(["header", "section", "actions"], own.Select(b => (string)b!["type"]!));
        var opened = BlockAction.Read(own[2]!["elements"]![0]!.AsObject())!.Value;
        Assert.Equal(("score.wrong", "42"), (opened.Verb, (string?)opened.Data["sheet"]));
        var usual = BlockAction.Read(CardBlocks.Message(card).Blocks[2]!["elements"]![0]!.AsObject())!.Value;
        Assert.Equal((BlockAction.OpenForm, "appeal.file"), (usual.Verb, BlockAction.FromJson(usual.Data)!.Value.Verb));
    }

    private static JsonObject Card(string elements, params string[] actions)
    {
        var card = JsonNode.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"Title","style":"heading","wrap":true}{{(elements.Length > 0 ? "," : "")}}{{elements}}]}""")!.AsObject();
        var list = new JsonArray();
        foreach (var action in actions)
        {
            var written = JsonNode.Parse(action)!.AsObject();
            written["type"] = "Action.Execute";
            list.Add(written);
        }

        card["actions"] = list;
        return card;
    }
}
