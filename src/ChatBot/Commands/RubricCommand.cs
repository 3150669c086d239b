using System.CommandLine;
using ChatBot.Domain.Scores;

namespace ChatBot.Commands;

/// <summary><c>rubric check FILE</c>: says whether a rubric can be used.</summary>
internal static class RubricCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "The rubric, JSON." };

    public static Command Build()
    {
        var check = new Command("check", "Says everything that is wrong with a rubric, or that nothing is.") { File };
        check.SetAction(Check);
        return new Command("rubric", "Works on rubrics: weights, caps and thresholds.") { check };
    }

    private static async Task<int> Check(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var path = parsed.GetValue(File)!;
        if (!System.IO.File.Exists(path))
        {
            await error.WriteLineAsync($"There is no file {path}.");
            return Cli.Failed;
        }

        var reading = Rubric.Read(await System.IO.File.ReadAllTextAsync(path, cancel));
        foreach (var problem in reading.Problems)
        {
            await error.WriteLineAsync(problem);
        }

        if (reading.Rubric is not { } rubric)
        {
            return Cli.Failed;
        }

        await output.WriteLineAsync($"Rubric {rubric.Version} can be used.");
        return 0;
    }
}
