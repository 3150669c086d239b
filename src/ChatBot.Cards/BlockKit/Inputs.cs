using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Cards.Rendering;

namespace ChatBot.Cards.BlockKit;

/// <summary>Writes inputs as input blocks. An input's id is its block_id and its action_id, so an error can be shown at it.</summary>
internal sealed class Inputs(BlockWords words)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Values of choices that are too long for Slack, by input and the number that stands for each; goes with the form.</summary>
    public JsonObject Values { get; } = [];

    /// <summary>What a toggle means when it is off, by input: Slack then sends nothing.</summary>
    public JsonObject Off { get; } = [];

    public Piece Write(JsonObject input)
    {
        var id = Once(input.Text("id"));
        var hints = new List<string>();
        var element = input.Kind() switch
        {
            "Input.Date" => Date(input),
            "Input.Toggle" => Toggle(input, id, hints),
            "Input.ChoiceSet" => new Choices(words, Values).Write(input, id, hints),
            _ => Text(input, hints),
        };
        element["action_id"] = id;
        var label = Plain.Clean(input.Text("label"));
        var block = new JsonObject
        {
            ["type"] = "input", ["block_id"] = id, ["label"] = Plain.Text(label, Limits.Label), ["element"] = element, ["optional"] = !input.IsTrue("isRequired"),
        };
        if (hints.Count > 0)
        {
            block["hint"] = Plain.Text(string.Join('\n', hints), Limits.Hint);
        }

        return new(block, IsKept: true);
    }

    private JsonObject Text(JsonObject input, List<string> hints)
    {
        var value = Plain.Clean(input.Text("value"));
        var style = input.Text("style").ToLowerInvariant();
        var isMail = style == "email" && (value.Length == 0 || (value.Count(c => c == '@') == 1 && !value.Any(char.IsWhiteSpace)));
        var isUrl = style == "url" && (value.Length == 0 || Markdown.IsSafe(value));
        var element = new JsonObject { ["type"] = isMail ? "email_text_input" : isUrl ? "url_text_input" : "plain_text_input" };
        var most = CardJson.Number(input["maxLength"]) is { } given and >= 1 and < Limits.InitialText ? (int)given : Limits.InitialText;
        if (!isMail && !isUrl)
        {
            element["max_length"] = most;
            if (input.IsTrue("isMultiline"))
            {
                element["multiline"] = true;
            }
        }

        if (value.Length > most)
        {
            hints.Add(BlockWords.Number(words.Shortened, value.Length));
        }

        if (value.Length > 0)
        {
            element["initial_value"] = Cut.Short(value, most);
        }

        Placeholder(element, input);
        return element;
    }

    private static JsonObject Date(JsonObject input)
    {
        var element = new JsonObject { ["type"] = "datepicker" };
        if (DateOnly.TryParseExact(input.Text("value"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            element["initial_date"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        Placeholder(element, input);
        return element;
    }

    /// <summary>One box to tick.</summary>
    private JsonObject Toggle(JsonObject input, string id, List<string> hints)
    {
        var on = input.Text("valueOn") is { Length: > 0 } named ? named : "true";
        Off[id] = input.Text("valueOff") is { Length: > 0 } off ? off : "false";
        var choice = new JsonObject { ["title"] = input.Text("title"), ["value"] = on };
        return new Choices(words, Values).Ticks(id, [choice], input.Text("value") == on ? [on] : [], hints);
    }

    internal static void Placeholder(JsonObject element, JsonObject input)
    {
        if (!string.IsNullOrWhiteSpace(Plain.Clean(input.Text("placeholder"))))
        {
            element["placeholder"] = Plain.Text(input.Text("placeholder"), Limits.Placeholder);
        }
    }

    /// <summary>Ids are written by templates: short, plain, and each once. One that is not is given a number, so that Slack takes the form.</summary>
    private string Once(string id)
    {
        var name = id.Length is > 0 and <= Limits.Id && id.All(c => c is > ' ' and <= '~') ? id : "input";
        for (var number = 2; !taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"input#{number}");
        }

        return name;
    }
}
