using System.Text.Json;
using ChatBot.Commands;
using ChatBot.Tests.Layout;

namespace ChatBot.Tests.Commands;

public sealed class AskCommandTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "cards", "score.sample.json");

    [Fact]
    public async Task Ask_answers_on_every_channel_that_there_is()
    {
        await using var database = await TestDatabase.Create();

        var text = await Run("ask", "--as", "nobody@example.com", "--database", database.Address.Connection, "what", "is", "this", "for");
        var teams = await Run("ask", "--as", "nobody@example.com", "--channel", "teams", "--database", database.Address.Connection, "my score");
        var html = await Run("ask", "--as", "nobody@example.com", "--channel", "html", "--database", database.Address.Connection, "my score");
        var slack = await Run("ask", "--as", "nobody@example.com", "--channel", "slack", "--database", database.Address.Connection, "my score");

        Assert.StartsWith("What this is for\n", text.Output, StringComparison.Ordinal);
        Assert.Equal("AdaptiveCard", JsonDocument.Parse(teams.Output).RootElement.GetProperty("type").GetString());
        Assert.Contains("I don&#x27;t know you yet</h", html.Output, StringComparison.Ordinal);
        Assert.Equal("header", JsonDocument.Parse(slack.Output).RootElement.GetProperty("blocks")[0].GetProperty("type").GetString());
        Assert.Equal([0, 0, 0, 0], [text.Code, teams.Code, html.Code, slack.Code]);
    }

    [Fact]
    public async Task Ask_needs_somebody_and_something_to_say()
    {
        Assert.Equal(Cli.BadArguments, (await Run("ask", "my score")).Code);
        Assert.Equal(Cli.BadArguments, (await Run("ask", "--as", "ada@example.com")).Code);
        Assert.Equal(Cli.BadArguments, (await Run("ask", "--as", "ada@example.com", "--channel", "fax", "my score")).Code);
    }

    [Fact]
    public async Task Card_shows_a_template_with_data_or_says_in_a_sentence_why_not()
    {
        var named = await Run("card", "score", "--data", Sample, "--channel", "text");
        var missing = await Run("card", "no-such-card", "--data", Sample);
        var noData = await Run("card", "score", "--data", Path.Combine(Repository.Root, "no-such-data.json"));
        var notJson = await Run("card", "score", "--data", Path.Combine(Repository.Root, "README.md"));

        Assert.Equal((0, true), (named.Code, named.Output.StartsWith("Light: 17.1 of 100\n", StringComparison.Ordinal)));
        Assert.Equal([1, 1, 1], [missing.Code, noData.Code, notJson.Code]);
        Assert.Contains("There is no file", missing.Error, StringComparison.Ordinal);
        Assert.Contains("There is no file", noData.Error, StringComparison.Ordinal);
        Assert.StartsWith("README.md is not JSON", notJson.Error, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
