using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>
/// What Slack asks of blocks and its type declarations cannot say: lengths, numbers, what must differ. Written from
/// docs.slack.dev/reference/block-kit, apart from the renderer's own figures.
/// </summary>
internal sealed partial class BlockKitRules
{
    private readonly List<string> found = [];
    private readonly HashSet<string> blockIds = new(StringComparer.Ordinal);
    private readonly HashSet<string> actionIds = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Message(string text, JsonArray blocks)
    {
        var rules = new BlockKitRules();
        rules.Length(text, 1, 4000, "text");
        rules.Require(!text.Contains('<') && !text.Contains('>'), "text", "it holds a < or >");
        rules.Require(blocks.Count is >= 1 and <= 50, "message", $"it has {blocks.Count} blocks");
        rules.Require(blocks.Count(b => Type(b) == "table") <= 1, "message", "it has two tables");
        rules.Require(blocks.All(b => Type(b) != "input"), "message", "it has inputs");
        rules.Require(blocks.ToJsonString(CardJson.Options).Length <= 13_000, "message", "msg_blocks_too_long");
        rules.Blocks(blocks);
        return rules.found;
    }

    public static IReadOnlyList<string> View(JsonObject view)
    {
        var rules = new BlockKitRules();
        var blocks = view["blocks"]!.AsArray();
        rules.Require(blocks.Count is >= 1 and <= 100, "view", $"it has {blocks.Count} blocks");
        rules.Require(blocks.All(b => Type(b) != "table"), "view", "a view takes no table");
        rules.Require(Encoding.UTF8.GetByteCount(view.ToJsonString(CardJson.Options)) <= 250_000, "view", "view_too_large");
        if (Type(view) == "modal")
        {
            rules.Text(view["title"], "plain_text", 24, "title");
            rules.Require(blocks.All(b => Type(b) != "input") || view.ContainsKey("submit"), "view", "it has inputs and no submit");
            foreach (var name in (string[])["submit", "close"])
            {
                rules.Text(view[name] ?? new JsonObject { ["type"] = "plain_text", ["text"] = "x" }, "plain_text", 24, name);
            }

            rules.Length((string?)view["private_metadata"] ?? "", 0, 3000, "private_metadata");
            rules.Length((string?)view["callback_id"] ?? "", 0, 255, "callback_id");
        }

        rules.Blocks(blocks);
        return rules.found;
    }

    private static string Type(JsonNode? node) => (string?)node?["type"] ?? "";

    private void Require(bool holds, string where, string what)
    {
        if (!holds)
        {
            found.Add($"{where}: {what}");
        }
    }

    private void Length(string text, int least, int most, string where) =>
        Require(text.Length >= least && text.Length <= most, where, string.Create(CultureInfo.InvariantCulture, $"it has {text.Length} characters of {least} to {most}"));

    private void Blocks(JsonArray blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            Block(blocks[i]!.AsObject(), string.Create(CultureInfo.InvariantCulture, $"blocks[{i}] {Type(blocks[i])}"));
            Strings(blocks[i], string.Create(CultureInfo.InvariantCulture, $"blocks[{i}]"));
        }
    }

    private void Block(JsonObject block, string where)
    {
        if ((string?)block["block_id"] is { } id)
        {
            Length(id, 1, 255, where);
            Require(blockIds.Add(id), where, $"block_id {id} is used twice");
        }

        switch (Type(block))
        {
            case "header":
                Text(block["text"], "plain_text", 150, where);
                break;
            case "section":
                Require(block["text"] is not null || block["fields"] is not null, where, "it has neither text nor fields");
                if (block["text"] is { } text)
                {
                    Text(text, null, 3000, where);
                }

                Each(block["fields"], 10, where, (f, at) => Text(f, null, 2000, at));
                break;
            case "context":
                Each(block["elements"], 10, where, (e, at) => Text(e, null, 2000, at));
                break;
            case "actions":
                Each(block["elements"], 25, where, (e, at) => Element(e!.AsObject(), at));
                break;
            case "input":
                Text(block["label"], "plain_text", 2000, where);
                if (block["hint"] is { } hint)
                {
                    Text(hint, "plain_text", 2000, where);
                }

                Element(block["element"]!.AsObject(), where);
                break;
            case "image":
                Length((string)block["image_url"]!, 1, 3000, where);
                Length((string)block["alt_text"]!, 1, 2000, where);
                break;
            case "rich_text":
                Require(Rich(block, where) is > 0 and <= 3000, where, "its text is empty or above 3,000");
                break;
            case "table":
                Table(block, where);
                break;
            case "divider":
                break;
            default:
                found.Add($"{where}: a kind of block that is not meant to be written");
                break;
        }
    }

    private void Element(JsonObject element, string where)
    {
        var id = (string?)element["action_id"] ?? "";
        Length(id, 1, 255, where);
        Require(actionIds.Add(id), where, $"action_id {id} is used twice");
        if (element["placeholder"] is { } placeholder)
        {
            Text(placeholder, "plain_text", 150, where);
        }

        switch (Type(element))
        {
            case "button":
                Text(element["text"], "plain_text", 75, where);
                Length((string?)element["value"] ?? "x", 1, 2000, where);
                Length((string?)element["url"] ?? "https://", 8, 3000, where);
                Require((string?)element["url"] is null or ['h', 't', 't', 'p', 's', ':', ..], where, "its address is not https");
                break;
            case "overflow":
                Options(element, 2, 5, 150, where);
                break;
            case "checkboxes" or "radio_buttons":
                Options(element, 1, 10, 150, where);
                break;
            case "static_select" or "multi_static_select":
                Options(element, 1, 100, 150, where);
                break;
            case "plain_text_input":
                var most = (int?)element["max_length"] ?? 3000;
                Require(most is >= 1 and <= 3000, where, "its max_length is not 1 to 3,000");
                Length((string?)element["initial_value"] ?? "", 0, most, where);
                break;
            case "datepicker":
                Require(element["initial_date"] is null || Day().IsMatch((string)element["initial_date"]!), where, "its date is none");
                break;
        }
    }

    private void Options(JsonObject element, int least, int most, int value, string where)
    {
        var options = element["options"]!.AsArray();
        Require(options.Count >= least && options.Count <= most, where, $"it has {options.Count} options");
        foreach (var option in options)
        {
            Text(option!["text"], "plain_text", 75, where);
            Length((string?)option["value"] ?? "x", 1, value, where);
        }

        var chosen = element["initial_options"]?.AsArray().ToList() ?? (element["initial_option"] is { } one ? [one] : []);
        Require(chosen.TrueForAll(c => options.Any(o => JsonNode.DeepEquals(o, c))), where, "what is chosen is not among the options");
        Require(element["initial_options"] is null || chosen.Count > 0, where, "its initial_options are empty");
    }

    private void Table(JsonObject block, string where)
    {
        var rows = block["rows"]!.AsArray();
        Require(rows.Count is >= 1 and <= 100, where, $"it has {rows.Count} rows");
        Require(rows.All(r => r!.AsArray().Count is >= 1 and <= 20), where, "a row has no cells or more than 20");
        Require(rows.Select(r => r!.AsArray().Count).Distinct().Count() == 1, where, "its rows differ in length");
        Require((block["column_settings"]?.AsArray().Count ?? 0) <= 20, where, "it has more than 20 settings");
        var text = 0;
        foreach (var cell in rows.SelectMany(r => r!.AsArray()))
        {
            var length = Type(cell) == "raw_text" ? ((string)cell!["text"]!).Length : Rich(cell!.AsObject(), where);
            Require(length > 0, where, "a cell is empty");
            text += length;
        }

        Require(text <= 10_000, where, $"its cells have {text} characters");
    }

    /// <summary>Characters of a rich text; nothing but text and links may be in it.</summary>
    private int Rich(JsonObject node, string where)
    {
        var elements = node["elements"]!.AsArray();
        Require(elements.Count > 0, where, "it has no elements");
        var length = 0;
        foreach (var element in elements.Select(e => e!.AsObject()))
        {
            if (Type(element) is "rich_text_section" or "rich_text_list" or "rich_text_preformatted")
            {
                length += Rich(element, where);
                continue;
            }

            Require(Type(element) is "text" or "link", where, $"{Type(element)} may not be in it");
            Require(Type(element) != "link" || ((string)element["url"]!).StartsWith("https://", StringComparison.Ordinal), where, "a link is not https");
            Length((string?)element["text"] ?? "", 1, 3000, where);
            length += ((string?)element["text"])?.Length ?? 0;
        }

        return length;
    }

    private void Text(JsonNode? text, string? type, int most, string where)
    {
        Require(type is null || Type(text) == type, where, $"its text is {Type(text)}");
        var content = (string?)text?["text"] ?? "";
        Length(content, 1, most, where);
        Require(content.Trim().Length > 0, where, "its text is blank");
        if (Type(text) == "mrkdwn")
        {
            Require((bool?)text!["verbatim"] == true, where, "Slack would make links and mentions of its own");
            var rest = Link().Replace(content, "");
            Require(!rest.Contains('<') && !rest.Contains('>'), where, $"it holds what is no link of ours: {content}");
            Require(!Entity().Replace(content, "").Contains('&'), where, "an & is not escaped");
        }
    }

    private void Each(JsonNode? list, int most, string where, Action<JsonNode?, string> check)
    {
        if (list is not JsonArray items)
        {
            return;
        }

        Require(items.Count >= 1 && items.Count <= most, where, $"it has {items.Count} of at most {most}");
        for (var i = 0; i < items.Count; i++)
        {
            check(items[i], string.Create(CultureInfo.InvariantCulture, $"{where}[{i}]"));
        }
    }

    /// <summary>No text has half a surrogate pair, or a control character.</summary>
    private void Strings(JsonNode? node, string where)
    {
        foreach (var text in All(node))
        {
            Require(!HasLoneSurrogate(text), where, "a surrogate pair is cut");
            Require(!text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')), where, "it holds a control character");
        }
    }

    public static IEnumerable<string> All(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(m => All(m.Value)),
        JsonArray list => list.SelectMany(All),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"<https://[^<>|\s]+\|[^<>\n]+>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("&(amp|lt|gt);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Day();
}
