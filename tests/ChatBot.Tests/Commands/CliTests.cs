using ChatBot.Commands;
using Xunit;

namespace ChatBot.Tests.Commands;

public sealed class CliTests
{
    [Theory]
    [InlineData("srve", "ChatBot has no command srve. Did you mean serve?")]
    [InlineData("quite-wrong", "ChatBot has no command quite-wrong.")]
    [InlineData("serve nonsense", "serve has no argument nonsense.")]
    [InlineData("serve --databse=x", "serve has no option --databse. Did you mean --database?")]
    [InlineData("--databse=x", "serve has no option --databse. Did you mean --database?")]
    [InlineData("demo --out x --until 2026-11-21 --peple 300", "demo has no option --peple. Did you mean --people?")]
    [InlineData("demo --out x", "Option '--until' is required.")]
    [InlineData("deliveries show nonsense", "RUN takes the id of a run, as deliveries show lists them, not nonsense.")]
    [InlineData("deliveries cancel nonsense", "RUN takes the id of a run, as deliveries show lists them, not nonsense.")]
    [InlineData("deliveries resume nonsense", "RUN takes the id of a run, as deliveries show lists them, not nonsense.")]
    public async Task A_mistake_is_named_and_nothing_is_run(string line, string sentence)
    {
        var (code, output, error) = await Run(line);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var (code, output, _) = await Run("--help");

        Assert.Equal(0, code);
        Assert.All(Cli.Build().Subcommands, command => Assert.Contains($"  {command.Name} ", output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("ask")]
    [InlineData("import")]
    [InlineData("score")]
    [InlineData("send")]
    [InlineData("deliveries show")]
    [InlineData("deliveries cancel")]
    [InlineData("deliveries pause")]
    [InlineData("deliveries resume")]
    [InlineData("rubric check")]
    [InlineData("card")]
    [InlineData("manifest build")]
    [InlineData("demo")]
    public void The_commands_that_are_promised_are_there(string name)
    {
        System.CommandLine.Command? at = Cli.Build();
        foreach (var word in name.Split(' '))
        {
            at = at?.Subcommands.SingleOrDefault(command => command.Name == word);
        }

        Assert.NotNull(at?.Action);
    }

    [Fact]
    public void Every_command_and_option_says_what_it_is_for()
    {
        var silent = Cli.Build().Subcommands.SelectMany(command => command.Subcommands.Prepend(command))
            .SelectMany(command => command.Options.Cast<System.CommandLine.Symbol>().Concat(command.Arguments).Prepend(command))
            .Where(symbol => string.IsNullOrWhiteSpace(symbol.Description)).Select(symbol => symbol.Name);

        Assert.Empty(silent);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_used_stops_the_service_with_a_sentence()
    {
        var (code, _, error) = await Run("serve --environment=Production --Clock:Now=2026-11-22T09:00:00Z");

        Assert.Equal(1, code);
        Assert.StartsWith("Clock:Now (2026-11-22 09:00:00Z) stops the clock, which is for Development only", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serve --environment=Production --Clock:Shift=2.00:00:00", "Clock:Shift (2.00:00:00) sets the clock wrong, which is for Development only")]
    [InlineData("serve --environment=Development --Clock:Shift=2.00:00:00 --Clock:Now=2026-11-22T09:00:00Z", "The settings under Clock cannot be used: Now stops the clock and Shift lets it run")]
    public async Task The_clock_is_set_wrong_in_development_only_and_in_one_way(string line, string sentence)
    {
        var (code, _, error) = await Run(line);

        Assert.Equal(1, code);
        Assert.StartsWith(sentence, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_local_page_cannot_be_asked_for_outside_development()
    {
        var (code, _, error) = await Run("serve --environment=Production --LocalPage:Enabled=true --Help:Contact=help@example.com");

        Assert.Equal(1, code);
        Assert.StartsWith("LocalPage:Enabled lets anybody talk as anybody", error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(string line)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(line.Split(' '), output, error);
        return (code, output.ToString(), error.ToString());
    }
}
