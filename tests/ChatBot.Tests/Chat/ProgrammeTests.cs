using ChatBot.Chat;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ChatBot.Tests.Chat;

public sealed class ProgrammeTests
{
    [Theory]
    [InlineData("", "works-7", "1", "dpo@x.example")]
    [InlineData("dpia-3", " ", "1", "dpo@x.example")]
    [InlineData("dpia-3", "works-7", "", "dpo@x.example")]
    [InlineData("dpia-3", "works-7", "1", "\t")]
    public void Until_all_four_are_named_the_service_is_private(string assessment, string consultation, string policy, string controller)
    {
        var programme = new Programme(assessment, consultation, policy, controller);

        Assert.True(programme.IsPrivate);
        Assert.Single(programme.Missing);
        Assert.False(new Programme("dpia-3", "works-7", "1", "dpo@x.example").IsPrivate);
    }

    [Fact]
    public async Task The_start_says_in_one_line_that_it_is_private_and_what_to_set()
    {
        var lines = new Lines();

        await new SayPrivateMode(new Programme(string.Empty, "works-7", "1", string.Empty), lines).StartAsync(default);
        await new SayPrivateMode(new Programme("dpia-3", "works-7", "1", "dpo@x.example"), lines).StartAsync(default);

        Assert.Equal(
            ["Private mode: people get answers about themselves only, and no team digest is made, until these are set: Programme:ImpactAssessment, Programme:Controller."],
            lines.Said);
    }

    /// <summary>What is delivered is private; only Development has values, and those say that they are a demonstration's.</summary>
    [Fact]
    public void A_service_that_nobody_has_set_up_is_private()
    {
        var delivered = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json")).Build();
        var demonstration = new ConfigurationBuilder().AddConfiguration(delivered).AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.Development.json")).Build();

        Assert.Equal(4, delivered.Read<Programme>().Missing.Count);
        Assert.False(demonstration.Read<Programme>().IsPrivate);
        Assert.Contains("demo", demonstration.Read<Programme>().PolicyVersion, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_longer_than_a_line_is_refused() =>
        Assert.Equal("Programme:PolicyVersion has 201 characters; 200 is the most.", new Programme("1", "2", new string('x', 201), "4").Problem());

    private sealed class Lines : ILogger<SayPrivateMode>
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Said.Add(formatter(state, exception));
    }
}
