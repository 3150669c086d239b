using Microsoft.Extensions.Configuration;
using Xunit;

namespace ChatBot.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void A_section_is_read_and_checked()
    {
        var settings = From(("Kitchen:Ovens", "2"), ("Kitchen:Cook", "Ada")).Read<KitchenSettings>();

        Assert.Equal(new KitchenSettings("Ada", 2), settings);
    }

    [Fact]
    public void A_key_that_nobody_knows_is_refused_and_the_known_ones_are_named()
    {
        var refused = Assert.Throws<SettingsException>(() => From(("Kitchen:Cook", "Ada"), ("Kitchen:Ovns", "3")).Read<KitchenSettings>());

        Assert.Equal("The settings under Kitchen cannot be used: nobody knows 'Ovns'. Known are Cook.", refused.Message);
    }

    [Theory]
    [InlineData("many", "Failed to convert configuration value 'many' at 'Kitchen:Ovens'")]
    [InlineData("0", "The settings under Kitchen cannot be used: A kitchen needs an oven.")]
    public void A_wrong_value_is_refused_with_a_sentence(string ovens, string sentence)
    {
        var refused = Assert.Throws<SettingsException>(() => From(("Kitchen:Cook", "Ada"), ("Kitchen:Ovens", ovens)).Read<KitchenSettings>());

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_is_missing_is_refused()
    {
        var refused = Assert.Throws<SettingsException>(() => From().Read<KitchenSettings>());

        Assert.Equal("The settings under Kitchen are missing from appsettings.json.", refused.Message);
    }

    private static IConfiguration From(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(x => x.Key, x => (string?)x.Value)).Build();

    private sealed record KitchenSettings(string Cook, int Ovens = 1) : ISettings
    {
        public static string Section => "Kitchen";

        public string? Problem() => Ovens > 0 ? null : "A kitchen needs an oven.";
    }
}
