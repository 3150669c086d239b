using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Cards.BlockKit;
using ChatBot.Chat;

namespace ChatBot.Tests.Conversations;

/// <summary>
/// The same answer as somebody on Slack has it. Every answer of every conversation passes here: what can be pressed or filled in on Teams can be on Slack,
/// and says the same to the bot. So one description of a conversation holds for both.
/// </summary>
internal static class HeardOnSlack
{
    /// <summary>Compares the two renderings of an answer.</summary>
    public static void Check(Answer answer)
    {
        var isForm = CardBlocks.IsForm(answer.Card);
        var message = CardBlocks.Message(answer.Card);
        Assert.InRange(message.Blocks.Count, 1, 50);
        Assert.InRange(message.Text.Length, 1, 4000);
        if (isForm)
        {
            Form(answer.Card, CardBlocks.Modal(answer.Card));
            return;
        }

        var pressed = Elements(message.Blocks).SelectMany(Said).Select(Written).Order(StringComparer.Ordinal);
        var meant = Buttons(answer.Card).Select(button => Written(button.Verb, button.Data)).Order(StringComparer.Ordinal);
        Assert.Equal(meant, pressed);
    }

    /// <summary>A form's button and its inputs come back from the view as the card has them.</summary>
    private static void Form(JsonObject card, JsonObject view)
    {
        var sent = view.DeepClone().AsObject();
        sent["state"] = new JsonObject { ["values"] = new JsonObject() };
        var read = SubmittedForm.Read(sent);
        Assert.NotNull(read);
        Assert.Contains(Buttons(card), button => Written(button.Verb, button.Data) == Written(read.Action.Verb, read.Action.Data));
        Assert.Equal(
            Inputs(card).Order(StringComparer.Ordinal),
            view["blocks"]!.AsArray().OfType<JsonObject>().Where(block => (string?)block["type"] == "input").Select(block => (string)block["block_id"]!).Order(StringComparer.Ordinal));
    }

    private static string Written(BlockAction action) => Written(action.Verb, action.Data);

    private static string Written(string verb, JsonObject data) => $"{verb} {data.ToJsonString()}";

    private static IEnumerable<JsonObject> Elements(JsonArray blocks) =>
        blocks.OfType<JsonObject>().Where(block => (string?)block["type"] == "actions").SelectMany(block => block["elements"]!.AsArray().OfType<JsonObject>());

    /// <summary>What an element says when it is pressed; a menu has several things to say.</summary>
    private static IEnumerable<BlockAction> Said(JsonObject element)
    {
        var presses = (string?)element["type"] == "overflow"
            ? element["options"]!.AsArray().Select(option => new JsonObject { ["type"] = "overflow", ["action_id"] = (string?)element["action_id"], ["selected_option"] = option!.DeepClone() })
            : [element];
        return presses.Select(BlockAction.Read).Where(action => action is not null).Select(action => action!.Value);
    }

    private static IEnumerable<(string Verb, JsonObject Data)> Buttons(JsonNode? node) => node switch
    {
        JsonObject one when (string?)one["type"] == "Action.Execute" => [((string)one["verb"]!, one["data"]?.DeepClone().AsObject() ?? [])],
        JsonObject one => one.SelectMany(member => Buttons(member.Value)),
        JsonArray all => all.SelectMany(Buttons),
        _ => [],
    };

    private static IEnumerable<string> Inputs(JsonNode? node) => node switch
    {
        JsonObject one when ((string?)one["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true => [(string)one["id"]!],
        JsonObject one => one.SelectMany(member => Inputs(member.Value)),
        JsonArray all => all.SelectMany(Inputs),
        _ => [],
    };
}
