using System.Text.Json;

namespace ChatBot.Cards.Tests;

/// <summary>Every card under cards/, tried with its sample.</summary>
public sealed class CardFilesTests
{
    [Fact]
    public void Every_template_has_a_sample_and_every_sample_a_template()
    {
        var samples = Directory.GetFiles(Repository.Cards, "*.sample.json").Select(f => Path.GetFileName(f).Replace(".sample.json", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal(Repository.Templates, samples);
    }

    [Fact]
    public void Every_card_made_from_its_sample_keeps_the_house_rules_and_reads_well() => Assert.All(Repository.Templates, name =>
    {
        var card = CardTemplate.Compile(name, Repository.Template(name)).Expand(JsonDocument.Parse(Repository.Sample(name)).RootElement);
        Assert.Equal([], CardRules.Violations(card));
        Assert.InRange(CardText.Summary(card).Length, 1, CardText.SummaryLength);
        Assert.DoesNotContain("${", CardText.Render(card), StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", CardHtml.Render(card, "/"), StringComparison.Ordinal);
    });
}
