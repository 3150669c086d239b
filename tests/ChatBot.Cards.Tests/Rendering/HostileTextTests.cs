using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatBot.Cards.Tests.Rendering;

/// <summary>Texts that people or files supplied, in every place where a card may hold one: read as they are, never acted on.</summary>
public sealed class HostileTextTests
{
    private const string Template = """
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "Title", "style": "heading", "wrap": true },
            { "type": "RichTextBlock", "inlines": [ { "type": "TextRun", "text": "${said}" }, { "type": "TextRun", "text": "and: ${said}", "weight": "Bolder" } ] },
            { "type": "Input.Text", "id": "t", "label": "Text", "value": "${said}", "placeholder": "${said}" },
            { "type": "Input.Text", "id": "m", "label": "Lines", "isMultiline": true, "value": "${said}" },
            { "type": "Input.ChoiceSet", "id": "c", "label": "Choice", "value": "${said}", "choices": [ { "title": "${said}", "value": "${said}" } ] },
            { "type": "Input.ChoiceSet", "id": "d", "label": "Choice", "style": "expanded", "choices": [ { "title": "${said}", "value": "${said}" } ] }
          ],
          "actions": [ { "type": "Action.Execute", "title": "Go", "verb": "go", "fallback": { "type": "Action.Submit", "title": "Go", "data": { "verb": "go" } } } ]
        }
        """;

    private sealed record Given(Supplied Said);

    public static TheoryData<string> Texts =>
    [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</textarea><script>alert(1)</script>", "</form><form action=//evil.example>",
        "[click](https://evil.example)", "[click](javascript:alert(1))", "**bold** _it_ - list", "https://evil.example/x", "<at>Everyone</at>", "<!channel> <@U123> &lt;b&gt;", "{{DATE(2026-01-01)}} {{TIME(x)}}",
        "${$root.secret} \\${x}", "\u202Egnp.exe\u202C", "a\u0000b\u001B[31mred\u0007", "\u2028\u2029", "&#60;script&#62;", "<a href=https://evil.example>x</a>", "`code` ```", "\uFFFE\uFFFF", "😀\u200D", "style=\"x\" class=\"y\"",
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Supplied_text_stays_text_in_html(string text)
    {
        var html = CardHtml.Render(Card(text), "/act");
        var tags = Regex.Matches(html, "<(?<tag>/?[a-z0-9]+)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["tag"].Value.TrimStart('/')).Distinct(StringComparer.Ordinal);
        string[] ours = ["form", "h3", "p", "span", "bdi", "div", "label", "input", "textarea", "select", "option", "fieldset", "legend", "button", "br"];
        Assert.Empty(tags.Except(ours, StringComparer.Ordinal));
        Assert.Equal(CardHtml.Render(Card("harmless"), "/act").Count(c => c == '<'), html.Count(c => c == '<') - (html.Split("<br>").Length - 1));
        Assert.DoesNotContain("<a ", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', html);
        Assert.DoesNotMatch(new Regex(" on[a-z]+=[^&]", RegexOptions.None, TimeSpan.FromSeconds(1)), Regex.Replace(html, "\"[^\"]*\"|>[^<]*<", "", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Supplied_text_does_not_act_on_a_terminal(string text)
    {
        var plain = CardText.Render(Card(text));
        Assert.DoesNotContain(plain, c => char.IsControl(c) && c != '\n' && c != '\t');
        Assert.DoesNotContain(plain, c => c is >= '\u202A' and <= '\u202E');
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Supplied_text_breaks_no_house_rule(string text)
    {
        var card = Card(text);
        Assert.Equal([], CardRules.Violations(card));
        Assert.InRange(CardText.Summary(card).Length, 1, CardText.SummaryLength);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Even_in_markdown_nothing_but_https_becomes_a_link(string text)
    {
        var card = new JsonObject
        {
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = text },
                new JsonObject { ["type"] = "FactSet", ["facts"] = new JsonArray(new JsonObject { ["title"] = text, ["value"] = text }) }),
        };
        var html = CardHtml.Render(card, "/act");
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.All(Regex.Matches(html, "<a href=\"(?<url>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["url"].Value), url => Assert.StartsWith("https://", url, StringComparison.Ordinal));
    }

    private static JsonObject Card(string text)
    {
        var template = CardTemplate.Compile("hostile", Template);
        template.Check(typeof(Given));
        return template.Expand(new Given(new Supplied(text)));
    }
}
