using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.Checks;

/// <summary>Each house rule, broken once.</summary>
public sealed class RuleTests
{
    private const string Heading = """{"type":"TextBlock","text":"Title","style":"heading","wrap":true}""";

    [Theory]
    [InlineData("""{"type":"TextBlock","text":"x"}""", "wrap")]
    [InlineData("""{"type":"TextBlock","text":"","wrap":true}""", "has no text")]
    [InlineData("""{"type":"TextBlock","text":null,"wrap":true}""", "is null")]
    [InlineData("""{"type":"TextBlock","text":"Hi ${name}","wrap":true}""", "still holds an expression")]
    [InlineData("""{"type":"TextBlock","text":"{{DATE(2026-01-01)}}","wrap":true}""", "would replace")]
    [InlineData("""{"type":"TextBlock","text":"<at>Bob</at>","wrap":true}""", "mention")]
    [InlineData("""{"type":"TextBlock","text":"x","wrap":true,"isVisible":false}""", "isVisible")]
    [InlineData("""{"type":"Badge","text":"x"}""", "not allowed")]
    [InlineData("""{"type":"Media"}""", "not allowed")]
    [InlineData("""{"type":"Container","items":[{"type":"CodeBlock"}]}""", "not allowed")]
    [InlineData("""{"type":"Container","items":[],"selectAction":{"type":"Action.OpenUrl","url":"https://a.example"}}""", "selectAction")]
    [InlineData("""{"type":"Container","style":"attention","items":[{"type":"Image","url":"https://a.example/a.png","altText":""}]}""", "colour")]
    [InlineData("""{"type":"Image","url":"https://a.example/a.png"}""", "altText")]
    [InlineData("""{"type":"Image","url":"http://a.example/a.png","altText":"x"}""", "https")]
    [InlineData("""{"type":"FactSet","facts":[]}""", "no facts")]
    [InlineData("""{"type":"RichTextBlock","inlines":[{"type":"IconRun","name":"x"}]}""", "only TextRun")]
    [InlineData("""{"type":"Table","rows":[]}""", "no rows")]
    [InlineData("""{"type":"Table","rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"FactSet","facts":[{"title":"a","value":"b"}]}]}]}]}""", "other than text")]
    [InlineData("""{"type":"Chart.Line","title":"x","data":[{"legend":"a","values":[{"x":"1","y":1}]}]}""", "no fallback")]
    [InlineData("""{"type":"Chart.Donut","title":"x","data":[{"value":1,"color":"good"}],"fallback":{"type":"TextBlock","text":"1","wrap":true}}""", "colour alone")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.ShowCard","title":"x"}]}""", "only Action.Execute")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.OpenUrl","title":"x","url":"javascript:alert(1)"}]}""", "not https")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v"}]}""", "fallback")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v","data":{"a":1},"fallback":{"type":"Action.Submit","title":"x","data":{"verb":"v","a":2}}}]}""", "other data")]
    [InlineData("""{"type":"ActionSet","actions":[{"type":"Action.Execute","title":"x","verb":"v","fallback":{"type":"Action.Submit","title":"x","data":{"verb":"w"}}}]}""", "another verb")]
    [InlineData("""{"type":"Input.Number","id":"n","label":"N"}""", "not allowed")]
    [InlineData("""{"type":"Input.Text","id":"n"}""", "no label")]
    [InlineData("""{"type":"Input.Text","label":"N"}""", "no id")]
    [InlineData("""{"type":"Input.Text","id":"n","label":"N","isRequired":true}""", "errorMessage")]
    [InlineData("""{"type":"Input.Toggle","id":"n","label":"N"}""", "no title")]
    [InlineData("""{"type":"Input.ChoiceSet","id":"n","label":"N","choices":[]}""", "no choices")]
    [InlineData("""{"type":"Container","items":[{"type":"Input.Text","id":"n","label":"N"}]}""", "texts and inputs only")]
    public void An_element_that_breaks_a_rule_is_reported(string element, string word) =>
        Assert.Contains(CardRules.Violations(Card(element)), v => v.Contains(word, StringComparison.Ordinal));

    [Fact]
    public void Two_tables_six_buttons_another_version_and_unknown_members_are_reported()
    {
        const string table = """{"type":"Table","rows":[{"type":"TableRow","cells":[{"type":"TableCell","items":[{"type":"TextBlock","text":"x","wrap":true}]}]}]}""";
        Assert.Contains(CardRules.Violations(Card(table, table)), v => v.Contains("2 tables", StringComparison.Ordinal));
        const string link = """{"type":"Action.OpenUrl","title":"x","url":"https://a.example"}""";
        var six = Card();
        six["actions"] = JsonNode.Parse("[" + string.Join(',', Enumerable.Repeat(link, 6)) + "]");
        Assert.Contains(CardRules.Violations(six), v => v.Contains("6 buttons", StringComparison.Ordinal));
        var old = Card();
        old["version"] = "1.6";
        old["backgroundImage"] = "https://a.example";
        Assert.Equal(2, CardRules.Violations(old).Count);
    }

    [Fact]
    public void A_card_above_28_KB_is_reported()
    {
        var small = Card($$"""{"type":"TextBlock","text":"{{new string('x', 14000)}}","wrap":true}""");
        Assert.Empty(CardRules.Violations(small));
        var large = Card($$"""{"type":"TextBlock","text":"{{new string('x', 14400)}}","wrap":true}""");
        Assert.Contains(CardRules.Violations(large), v => v.Contains("bytes", StringComparison.Ordinal));
    }

    private static JsonObject Card(params string[] elements) =>
        JsonNode.Parse($$"""{"type":"AdaptiveCard","version":"1.5","body":[{{string.Join(',', [Heading, .. elements])}}]}""")!.AsObject();
}
