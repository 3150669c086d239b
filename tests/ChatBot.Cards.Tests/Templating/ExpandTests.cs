using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace ChatBot.Cards.Tests.Templating;

/// <summary>What holds for every template and every data, and the guards.</summary>
public sealed class ExpandTests
{
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void Expansion_does_not_depend_on_the_culture(string culture)
    {
        var random = new RandomCases(7);
        var cases = Enumerable.Range(0, 300).Select(_ => random.Next()).ToList();
        var expected = cases.Select(Outcome).ToList();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, cases.Select(Outcome));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Expansion_is_a_function_of_template_and_data()
    {
        var property = Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var (template, data) = new RandomCases(seed).Next();
            var given = data?.ToJsonString();
            return Outcome((template, data)) == Outcome((template, data)) && given == data?.ToJsonString();
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(new Replay(new Rnd(20261122, 1), 1)), property);
    }

    [Fact]
    public void Many_threads_expand_one_template_alike()
    {
        var template = CardTemplate.Compile("threads", """{"b":[{"$data":"${rows}","$when":"${n != 3}","v":"${n} of ${count($root.rows)}, ${$index}"}]}""");
        var results = Enumerable.Range(0, 64).AsParallel().Select(i => template.Expand(new { rows = Enumerable.Range(0, i).Select(n => new { n }).ToList() })).ToList();
        Assert.All(results.Select(r => r["b"]!.AsArray()), rows => Assert.All(rows.Select(r => r!["v"]!.GetValue<string>()), v => Assert.Matches(@"^\d+ of \d+, \d+$", v)));
        Assert.Equal(64, results.Count);
    }

    [Fact]
    public void Data_is_never_read_as_a_template()
    {
        var card = CardTemplate.Compile("data", """{"a":"${v}","b":"x ${v}","c":"${toUpper(v)}","d":"${o}"}""").Expand(new { v = "${w} \\${x} `", w = "secret", o = new { k = "${w}" } });
        Assert.Equal("${w} \\${x} `", card["a"]!.GetValue<string>());
        Assert.DoesNotContain("secret", card.ToJsonString(CardJson.Options), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"a":"x ${v}"}""", """{"v":null}""")]
    [InlineData("""{"a":"${v[3]}"}""", """{"v":[1]}""")]
    [InlineData("""{"a":"${1 / v}"}""", """{"v":0}""")]
    [InlineData("""{"a":"${min(v)}"}""", """{"v":[]}""")]
    [InlineData("""{"a":"${v ^ 0.5}"}""", """{"v":2}""")]
    [InlineData("""{"a":"${toUpper(v)}"}""", """{"v":"ß"}""")]
    [InlineData("""{"a":"${v}"}""", """{"v":"\ud800"}""")]
    [InlineData("""{"a":"${v}"}""", """{"v":1e999}""")]
    public void Data_that_has_no_certain_answer_is_refused_with_its_place(string template, string data)
    {
        var refusal = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("data", template).Expand(JsonDocument.Parse(data).RootElement));
        Assert.StartsWith("cards/data.json, line 1, ${", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[1]""")]
    [InlineData("""{"$when":"${v == 2}","a":1}""")]
    [InlineData("""{"$data":"${l}","a":1}""")]
    public void What_expands_to_no_object_is_no_card(string template) =>
        Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("root", template).Expand(new { v = 1, l = new[] { 1, 2 } }));

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("{} {}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"$when":true,"a":1}""")]
    [InlineData("""{"$data":{"a":"${b}"}}""")]
    [InlineData("""{"a":"${constructor.name(1)}"}""")]
    [InlineData("""{"a":"${{}}"}""")]
    [InlineData("""{"a":"${setProperty(v, 'a', 1)}"}""")]
    [InlineData("""{"a":"${'a\\nb'}"}""")]
    [InlineData("""{"a":"${n%m}"}""")]
    [InlineData("""{"a":"${a ? b : c ? d : e}"}""")]
    public void What_is_not_the_language_is_refused_when_it_is_read(string template) =>
        Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("language", template));

    [Fact]
    public void Guards_hold_against_depth_repetition_and_size()
    {
        Refused("{\"a\":" + new string('[', 80) + new string(']', 80) + "}", new { });
        Refused("{\"a\":\"${" + new string('(', 80) + "1" + new string(')', 80) + "}\"}", new { });
        Refused("{\"a\":\"${" + new string('!', 80) + "v}\"}", new { v = true });
        Refused("""{"b":[{"$data":"${l}","v":1}]}""", new { l = Enumerable.Range(0, 1001) });
        Refused("""{"b":[{"$data":"${l}","i":[{"$data":"${$root.l}","v":1}]}]}""", new { l = Enumerable.Range(0, 900) });
        Refused("""{"b":"${s}"}""", new { s = new string('x', CardRules.HardLimit / 2) });
        Refused("""{"b":"${s}"}""", new { s = new string('\u0001', CardRules.HardLimit / 10) });
        var card = CardTemplate.Compile("size", """{"b":"${s}"}""").Expand(new { s = new string('x', (CardRules.HardLimit / 2) - 100) });
        Assert.True(CardJson.Bytes(card) <= CardRules.HardLimit);
    }

    private static void Refused(string template, object data) =>
        Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("guard", template).Expand(data));

    private static string Outcome((JsonNode? Template, JsonNode? Data) given)
    {
        try
        {
            return CardTemplate.Compile("case", given.Template?.ToJsonString() ?? "null").ExpandNode(JsonSerializer.SerializeToElement(given.Data))?.ToJsonString() ?? "null";
        }
        catch (CardTemplateException e)
        {
            return e.Message;
        }
    }
}
