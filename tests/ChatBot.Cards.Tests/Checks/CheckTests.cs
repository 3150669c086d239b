namespace ChatBot.Cards.Tests.Checks;

/// <summary>A template is checked against its record before anybody is answered with it.</summary>
public sealed class CheckTests
{
    private sealed record Tool(string Name, int Days, string? Reason, Supplied? Alias);

    private sealed record Standing(string Words, Tool Best);

    private enum Tier
    {
        Heavy,
    }

    private sealed record Given(
        string Name, double Score, Tier Tier, string? Note, int? Rank, Supplied Said, IReadOnlyList<Supplied> Quotes, IReadOnlyList<Tool> Tools, Tool? Spare, Standing Standing,
        IReadOnlyDictionary<string, string> Words, DateOnly Day, IReadOnlyList<string>? Maybe);

    [Theory]
    [InlineData("""{"v":"${name} ${score} ${tier} ${day}"}""")]
    [InlineData("""{"v":"${standing.best.name}","w":"${tools[0].days}","x":"${$root.name}"}""")]
    [InlineData("""{"b":[{"$data":"${tools}","v":"${name} ${$index} ${$root.standing.words}"}]}""")]
    [InlineData("""{"b":[{"$data":"${tools}","$when":"${exists(reason)}","v":"${reason}"}]}""")]
    [InlineData("""{"v":"${if(note == null, '–', note)}","w":"${if(exists(note), note, '')}","x":"${note ?? '–'}","y":"${coalesce(note, name)}"}""")]
    [InlineData("""{"$when":"${note != null && rank > 1}","v":"${note} ${rank}"}""")]
    [InlineData("""{"$when":"${!empty(note)}","c":{"d":["${note}"]}}""")]
    [InlineData("""{"$when":"${!(note == null)}","v":"${note}"}""")]
    [InlineData("""{"v":"${if(note == null || rank == null, 'none', concat(note, rank))}"}""")]
    [InlineData("""{"b":[{"$when":"${spare != null}","v":"${spare.name}"}]}""")]
    [InlineData("""{"b":[{"$when":"${spare != null}","c":{"$data":"${spare}","v":"${name}"}}]}""")]
    [InlineData("""{"v":"${count(tools)} ${length(said)}"}""")]
    [InlineData("""{"$when":"${said == 'x' || startsWith(said, 'a')}","v":1}""")]
    [InlineData("""{"type":"TextRun","text":"${said}"}""")]
    [InlineData("""{"type":"TextRun","text":"You said: ${toUpper(said)}"}""")]
    [InlineData("""{"inlines":[{"$data":"${quotes}","type":"TextRun","text":"${$data}"}]}""")]
    [InlineData("""{"b":[{"$data":"${tools}","$when":"${alias != null}","type":"TextRun","text":"${alias}"}]}""")]
    [InlineData("""{"type":"Input.Text","id":"a","value":"${said}","placeholder":"${said}"}""")]
    [InlineData("""{"type":"Input.ChoiceSet","choices":[{"$data":"${quotes}","title":"${$data}","value":"${$data}"}]}""")]
    [InlineData("""{"type":"Action.Execute","data":{"rank":"${rank}","note":"${note}"}}""")]
    [InlineData("""{"v":"${words['odd key'] ?? ''}"}""")]
    public void A_template_that_fits_its_record_is_accepted(string template) =>
        Assert.Null(Record.Exception(() => CardTemplate.Compile("fit", template).Check(typeof(Given))));

    [Theory]
    [InlineData("""{"v":"${scroe}"}""", "cards/fit.json, line 1, ${scroe}: the record Given has no property scroe.")]
    [InlineData("""{"v":"${Name}"}""", "has no property Name")]
    [InlineData("""{"v":"x ${standing.worst.name}"}""", "the record Standing has no property worst")]
    [InlineData("""{"b":[{"$data":"${tools}","v":"${score}"}]}""", "the record Tool has no property score")]
    [InlineData("""{"b":[{"$data":"${tools}","$when":"${dys > 1}","v":1}]}""", "has no property dys")]
    [InlineData("""{"v":"${if(true == false, missing, name)}"}""", "has no property missing")]
    [InlineData("""{"v":"${name.length}"}""", "the record String has no property length")]
    [InlineData("""{"v":"${tools.name}"}""", "has no property name")]
    [InlineData("""{"v":"${name[0]}"}""", "is no list")]
    [InlineData("""{"v":"${$index}"}""", "no $index outside")]
    [InlineData("""{"v":"${note}"}""", "note may be null")]
    [InlineData("""{"v":"Note: ${note}"}""", "note may be null")]
    [InlineData("""{"v":"${rank}"}""", "rank may be null")]
    [InlineData("""{"v":"${spare.name}"}""", "spare.name may be null")]
    [InlineData("""{"v":"${if(note == null, note, '')}"}""", "may be null")]
    [InlineData("""{"v":"${if(score > 1, note, '')}"}""", "may be null")]
    [InlineData("""{"v":"${toUpper(note)}"}""", "note may be null")]
    [InlineData("""{"$when":"${note == null}","v":"${note}"}""", "note may be null")]
    [InlineData("""{"$when":"${note != null || rank != null}","v":"${note}"}""", "note may be null")]
    [InlineData("""{"b":[{"$when":"${note != null}","c":[{"$data":"${tools}","v":"${note}"}]}]}""", "has no property note")]
    [InlineData("""{"b":[{"$data":"${maybe}","v":"${$data}"}]}""", "maybe may be null")]
    [InlineData("""{"type":"TextBlock","text":"${said}"}""", "supplied text may stand only in")]
    [InlineData("""{"type":"TextBlock","text":"You said ${said}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${toUpper(said)}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${if(score > 1, said, name)}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${said + name}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${join(quotes, ', ')}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${first(quotes) ?? ''}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${[said, name][0]}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${tools[0].alias ?? said}"}""", "supplied text")]
    [InlineData("""{"type":"TextBlock","text":"${fa || said}"}""", "has no property fa")]
    [InlineData("""{"type":"TextBlock","text":"${name == 'x' || said}"}""", "supplied text")]
    [InlineData("""{"facts":[{"title":"Said","value":"${said}"}]}""", "supplied text")]
    [InlineData("""{"a":{"$data":"x${said}","b":"${$data}"}}""", "supplied text")]
    [InlineData("""{"a":{"$data":"${concat(said, name)}","b":"${$data}"}}""", "supplied text")]
    [InlineData("""{"a":{"$data":"x${nosuch}","b":1}}""", "no property nosuch")]
    [InlineData("""{"a":{"$data":"${said}","b":"${$data}"}}""", "supplied text")]
    [InlineData("""{"facts":"${quotes}"}""", "supplied text")]
    [InlineData("""{"b":"${tools}"}""", "supplied text")]
    [InlineData("""{"type":"Action.Execute","title":"${said}"}""", "supplied text")]
    [InlineData("""{"type":"Action.OpenUrl","url":"${said}"}""", "supplied text")]
    [InlineData("""{"type":"Action.Execute","data":{"said":"${said}"}}""", "supplied text")]
    [InlineData("""{"type":"Input.Text","label":"${said}"}""", "supplied text")]
    [InlineData("""{"type":"Input.Text","value":"Re: ${said}"}""", "must stand alone")]
    [InlineData("""{"type":"TextRun","text":"x","color":"${said}"}""", "supplied text")]
    [InlineData("""{"choices":[{"$data":"${quotes}","title":"${$data}","value":"x"}]}""", "supplied text")]
    public void A_template_that_does_not_fit_is_refused_in_one_sentence(string template, string sentence)
    {
        var refusal = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("fit", template).Check(typeof(Given)));
        Assert.Contains(sentence, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("cards/fit.json, line 1, ${", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_the_line()
    {
        var refusal = Assert.Throws<CardTemplateException>(() => CardTemplate.Compile("lines", "{\n  \"a\": 1,\r\n  \"b\": [\n    \"${f(}\"\n  ]\n}"));
        Assert.StartsWith("cards/lines.json, line 4, ${f(}: ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Templates_and_records_come_in_pairs()
    {
        var json = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = """{"v":"${name}"}""" };
        var types = new Dictionary<string, Type>(StringComparer.Ordinal) { ["a"] = typeof(Given) };
        Assert.Equal(["a"], CardTemplates.Load(json, types).Names);
        Assert.Contains("a.json has no record", Assert.Throws<CardTemplateException>(() => CardTemplates.Load(json, new Dictionary<string, Type>(StringComparer.Ordinal))).Message, StringComparison.Ordinal);
        Assert.Contains("a.json is missing", Assert.Throws<CardTemplateException>(() => CardTemplates.Load(new Dictionary<string, string>(StringComparer.Ordinal), types)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_given_in_camelCase_with_enums_as_names_and_supplied_text_as_text()
    {
        var card = CardTemplate.Compile("record", """{"a":"${tier}","b":"${said}","c":"${day}","d":"${standing.best.days}"}""").Expand(
            new Given("n", 1, Tier.Heavy, null, null, new Supplied("said"), [], [], null, new Standing("w", new Tool("t", 3, null, null)), new Dictionary<string, string>(StringComparer.Ordinal), new DateOnly(2026, 11, 22), null));
        Assert.Equal("""{"a":"Heavy","b":"said","c":"2026-11-22","d":3}""", card.ToJsonString());
    }
}
