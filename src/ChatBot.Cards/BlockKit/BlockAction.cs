using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>What a button says: a verb and its data. On Slack they travel as the button's action_id and value.</summary>
/// <param name="Verb">The command's name, such as <c>score.why</c>.</param>
/// <param name="Data">What the card's button carried; empty when nothing.</param>
public readonly record struct BlockAction(string Verb, JsonObject Data)
{
    /// <summary>Longest verb: its action_id may get a number behind it.</summary>
    public const int LongestVerb = 240;

    /// <summary>Name of the button that opens a form where the message shows a form; its data holds the form's verb and data.</summary>
    public const string OpenForm = "form.open";

    internal const string LinkId = "link";
    internal const string MenuId = "more";

    /// <summary>
    /// Reads one of the <c>actions</c> of a block_actions payload. Null for what carries no verb: a button that opened an address, an
    /// input, or a value that this service did not write. What is read is a claim of the sender, never an identity.
    /// </summary>
    public static BlockAction? Read(JsonObject action)
    {
        if (action.Kind() == "overflow")
        {
            return (action["selected_option"] as JsonObject)?.Text("value") is { Length: > 0 } chosen && Parse(chosen) is { } menu ? FromJson(menu) : null;
        }

        var id = action.Text("action_id");
        var verb = id.LastIndexOf('#') is var mark and > 0 ? id[..mark] : id;
        if (action.Kind() != "button" || verb is "" or LinkId)
        {
            return null;
        }

        var value = action.Text("value");
        return value.Length == 0 ? new(verb, []) : Parse(value) is { } data ? new(verb, data) : null;
    }

    /// <summary>The two as one object: <c>{"verb":…,"data":{…}}</c>.</summary>
    public JsonObject ToJson() => new() { ["verb"] = Verb, ["data"] = Data.DeepClone() };

    /// <summary>Reads what <see cref="ToJson"/> wrote; null for anything else.</summary>
    public static BlockAction? FromJson(JsonObject json) =>
        json.Text("verb") is { Length: > 0 } verb ? new(verb, json["data"] is JsonObject data ? data.DeepClone().AsObject() : []) : null;

    /// <summary>A card's Action.Execute or Action.Submit, which carries its verb within its data.</summary>
    internal static BlockAction Of(JsonObject action)
    {
        var data = action["data"] is JsonObject given ? given.DeepClone().AsObject() : [];
        var verb = action.Text("verb");
        if (verb.Length == 0)
        {
            verb = data.Text("verb");
            data.Remove("verb");
        }

        return new(verb, data);
    }

    internal static string Named(string words, string name) => words.Replace("{0}", name, StringComparison.Ordinal);

    internal static JsonObject? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
