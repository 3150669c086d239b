using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ChatBot.Domain.Calendar;
using ChatBot.Features.Scores;

namespace ChatBot.Commands;

/// <summary><c>score</c>: recomputes everybody's sheets of a quarter and prints people per verdict.</summary>
internal static class ScoreCommand
{
    private static readonly Option<Quarter?> OfQuarter = new("--quarter")
    {
        Description = "The quarter; else the one of the as-of day.",
        HelpName = "2026-Q4",
        CustomParser = Reading.Of<Quarter>("--quarter", "a quarter such as 2026-Q4", Quarter.TryParse),
    };

    private static readonly Option<DateOnly?> AsOf = new("--as-of")
    {
        Description = "As of which day; else today.",
        HelpName = "DATE",
        CustomParser = Reading.Of<DateOnly>("--as-of", "a day such as 2026-11-22", Reading.Day),
    };

    private static readonly Option<string?> Out = new("--out")
    {
        Description = "Writes one JSON line per person, to check against another implementation. Development only.", HelpName = "FILE",
    };

    public static Command Build()
    {
        var command = new Command("score", "Recomputes everybody's sheets of a quarter; prints people per verdict.") { OfQuarter, AsOf, Out };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var app = await CommandHost.Open(parsed, cancel);
        if (parsed.GetValue(Out) is not null && !app.Environment.IsDevelopment())
        {
            await error.WriteLineAsync($"--out writes everybody's verdict to a file, which is for Development only; this is {app.Environment.EnvironmentName}.");
            return Cli.Failed;
        }

        var today = DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var asOf = parsed.GetValue(AsOf) ?? today;
        var quarter = parsed.GetValue(OfQuarter) ?? Quarter.Of(asOf);
        if (quarter.First > asOf)
        {
            await error.WriteLineAsync($"{quarter} has not begun on {asOf:yyyy-MM-dd}.");
            return Cli.BadArguments;
        }

        var verdicts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var reasons = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var lines = parsed.GetValue(Out) is null ? null : new ScoreLines();
        var recompute = app.Services.GetRequiredService<RecomputeSheets>();
        var report = await ProgressBar.Show(
            $"score {quarter}", error, progress => recompute.All(quarter, asOf, Each, share => Tell(progress, share), cancel));
        if (lines is not null)
        {
            await lines.Write(parsed.GetValue(Out)!, cancel);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{quarter} as of {asOf:yyyy-MM-dd}: {report.People} people, {report.Written} sheets written"));
        foreach (var (verdict, people) in reasons)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {verdict}: {people}"));
        }

        if (parsed.GetValue(Cli.Json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new { people = report.People, verdicts }));
        }

        return 0;

        void Each(ScoredPerson person)
        {
            Count(verdicts, person.Verdict.Kind.ToString());
            Count(reasons, person.Verdict.ToString());
            lines?.Add(person);
        }
    }

    private static void Count(SortedDictionary<string, int> counts, string name) => counts[name] = counts.GetValueOrDefault(name) + 1;

    /// <summary>That all is done is said by the report.</summary>
    private static void Tell(Action<double> progress, double share)
    {
        if (share < 1)
        {
            progress(share);
        }
    }
}
