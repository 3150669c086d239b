using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>What a person sent with a modal that <see cref="CardBlocks.Modal"/> wrote.</summary>
/// <param name="Action">The form's verb, and its button's data.</param>
/// <param name="Inputs">Each input's value by its id, as Teams posts them: texts, several choices joined by commas, a toggle's "true" or "false"; what was left empty is absent.</param>
public sealed record SubmittedForm(BlockAction Action, JsonObject Inputs)
{
    /// <summary>Reads the <c>view</c> of a view_submission; null when it is not one of ours. The texts are what a person supplied.</summary>
    public static SubmittedForm? Read(JsonObject view)
    {
        var verb = view.Text("callback_id");
        if (verb.Length == 0 || BlockAction.Parse(view.Text("private_metadata")) is not { } metadata)
        {
            return null;
        }

        var inputs = new JsonObject();
        foreach (var (block, actions) in (view["state"] as JsonObject)?["values"] as JsonObject ?? [])
        {
            if (actions is JsonObject { Count: > 0 } elements && elements.First().Value is JsonObject element && Value(element, block, metadata) is { } value)
            {
                inputs[block] = value;
            }
        }

        return new(new(verb, metadata["data"] is JsonObject data ? data.DeepClone().AsObject() : []), inputs);
    }

    private static string? Value(JsonObject element, string block, JsonObject metadata)
    {
        var one = element["selected_option"] as JsonObject;
        var many = element["selected_options"] as JsonArray;
        var values = metadata["values"] as JsonObject;
        var known = values?[block] as JsonObject;
        string Real(JsonObject option) => known?[option.Text("value")] is JsonValue real ? Card.TextOf(real) : option.Text("value");
        return element.Kind() switch
        {
            "checkboxes" or "multi_static_select" when many is { Count: > 0 } => string.Join(',', many.OfType<JsonObject>().Select(Real)),
            "checkboxes" => metadata["off"] is JsonObject off && off[block] is JsonValue no ? Card.TextOf(no) : null,
            "static_select" or "radio_buttons" => one is null ? null : Real(one),
            "datepicker" => Given(element["selected_date"]),
            _ => Given(element["value"]),
        };
    }

    private static string? Given(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String && node.GetValue<string>().Length > 0 ? node.GetValue<string>() : null;
}
