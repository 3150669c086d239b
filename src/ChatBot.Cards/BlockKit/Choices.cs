using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>Writes a ChoiceSet as radio buttons, boxes to tick, or a menu.</summary>
internal sealed class Choices(BlockWords words, JsonObject values)
{
    public JsonObject Write(JsonObject input, string id, List<string> hints)
    {
        var choices = input.List("choices").ToList();
        var isMany = input.IsTrue("isMultiSelect");
        string[] chosen = isMany ? input.Text("value").Split(',', StringSplitOptions.RemoveEmptyEntries) : [input.Text("value")];
        if (choices.Count <= Limits.TickOptions && (isMany || input.Is("style", "expanded")))
        {
            return isMany ? Ticks(id, choices, chosen, hints) : Chosen("radio_buttons", id, choices, chosen, hints);
        }

        var menu = Chosen(isMany ? "multi_static_select" : "static_select", id, choices, chosen, hints);
        Inputs.Placeholder(menu, input);
        return menu;
    }

    /// <summary>Boxes, any number of which may be ticked.</summary>
    public JsonObject Ticks(string id, IReadOnlyList<JsonObject> choices, IReadOnlyList<string> chosen, List<string> hints) =>
        Chosen("checkboxes", id, choices, chosen, hints);

    private JsonObject Chosen(string type, string id, IReadOnlyList<JsonObject> choices, IReadOnlyList<string> chosen, List<string> hints)
    {
        // What is chosen stays among those that fit.
        var shown = choices.Count <= Limits.SelectOptions ? choices : [.. choices.OrderByDescending(c => chosen.Contains(c.Text("value"))).Take(Limits.SelectOptions)];
        if (shown.Count < choices.Count)
        {
            hints.Add(BlockWords.Number(words.Choices, choices.Count - shown.Count));
        }

        var options = new JsonArray();
        var initial = new JsonArray();
        for (var i = 0; i < shown.Count; i++)
        {
            var option = Option(shown[i], id, i, hints);
            options.Add(option);
            if (chosen.Contains(shown[i].Text("value")) && (initial.Count == 0 || type is "checkboxes" or "multi_static_select"))
            {
                initial.Add(option.DeepClone());
            }
        }

        var element = new JsonObject { ["type"] = type, ["options"] = options };
        if (initial.Count > 0)
        {
            var isMany = type is "checkboxes" or "multi_static_select";
            element[isMany ? "initial_options" : "initial_option"] = isMany ? initial : initial[0]!.DeepClone();
        }

        return element;
    }

    /// <summary>A title that is cut off stands in full in the hint; a value that does not fit is replaced by a number.</summary>
    private JsonObject Option(JsonObject choice, string id, int number, List<string> hints)
    {
        var title = Plain.Clean(choice.Text("title")).Trim();
        if (title.Length > Limits.OptionText)
        {
            hints.Add(title);
        }

        var value = choice.Text("value");
        if (value.Length is 0 or > Limits.OptionValue || value.StartsWith('#') || value != Plain.Clean(value))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"#{number}");
            var known = values[id] as JsonObject ?? [];
            known[key] = value;
            values[id] = known;
            value = key;
        }

        return new JsonObject { ["text"] = Plain.Text(title, Limits.OptionText), ["value"] = value };
    }
}
