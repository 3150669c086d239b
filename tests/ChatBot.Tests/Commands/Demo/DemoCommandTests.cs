using ChatBot.Commands;

namespace ChatBot.Tests.Commands.Demo;

public class DemoCommandTests
{
    [Fact]
    public async Task It_prints_the_import_commands_in_order_and_ends_with_one_line_of_json()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-demo-").FullName;
        var (code, output, _) = await Run("demo", "--people", "60", "--days", "30", "--until", "2026-11-21", "--seed", "5", "--out", folder, "--json");
        var again = await Run("demo", "--people", "60", "--days", "3", "--until", "2026-11-21", "--seed", "5", "--out", folder);

        Assert.Equal((0, 0), (code, again.Code));
        Assert.Single(Directory.EnumerateFiles(folder, "copilot-usage-2026-11-2*"), file => file.EndsWith("2026-11-20.ndjson.gz", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(folder, "copilot-usage-2026-11-1[0-8]*"));
        Assert.Equal(
            ["people", "leave", "holidays", "gaps", "copilot-seats", "copilot-usage", "claude-code", "usage-csv"],
            output.Split('\n').Where(line => line.Contains("-- import ", StringComparison.Ordinal)).Select(line => line.Split("-- import ")[1].Split(' ')[0]));
        Assert.Contains("copilot-seats.json --as-of 2026-11-21", output, StringComparison.Ordinal);
        Assert.Contains("score --as-of 2026-11-22", output, StringComparison.Ordinal);
        Assert.StartsWith("{\"people\":60,\"days\":30,", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("--people", "59")]
    [InlineData("--people", "many")]
    [InlineData("--days", "0")]
    [InlineData("--until", "21.11.2026")]
    [InlineData("--seed", "-1")]
    public async Task Bad_arguments_are_named_and_write_nothing(string option, string value)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"chatbot-demo-never-{Guid.CreateVersion7(DateTimeOffset.UnixEpoch):N}");
        string[] until = option == "--until" ? [] : ["--until", "2026-11-21"];
        var (code, _, error) = await Run(["demo", option, value, .. until, "--out", folder]);

        Assert.Equal(Cli.BadArguments, code);
        Assert.Contains(option, error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_left_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-demo-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "people.csv"), "email,name\n");
        var (code, _, error) = await Run("demo", "--until", "2026-11-21", "--out", folder);

        Assert.Equal(Cli.Failed, code);
        Assert.Contains("people.csv", error, StringComparison.Ordinal);
        Assert.Single(Directory.EnumerateFiles(folder));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
