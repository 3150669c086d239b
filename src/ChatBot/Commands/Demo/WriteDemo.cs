using System.Collections.Concurrent;
using System.Globalization;

namespace ChatBot.Commands.Demo;

/// <summary>The files of one <c>import KIND</c> call.</summary>
internal sealed record DemoImport(string Kind, IReadOnlyList<string> Files);

/// <summary>What was written, in the order in which it is to be imported.</summary>
/// <param name="People">How many people.</param>
/// <param name="Imports">The calls of <c>import</c>, in order.</param>
/// <param name="TruthFile">Path of <c>truth.csv</c>.</param>
internal sealed record DemoFiles(int People, IReadOnlyList<DemoImport> Imports, string TruthFile);

/// <summary>Writes a made-up organisation in the formats that vendors really use, named after the KIND that each file is for.</summary>
internal static class WriteDemo
{
    /// <summary>
    /// Writes everything into <paramref name="folder"/>, which is created when it is missing. <paramref name="progress"/> is told the share of days
    /// written, 0–1, from any thread.
    /// </summary>
    public static DemoFiles Run(DemoOrder order, string folder, Action<double>? progress, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var organisation = Organisation.Of(order);
        var activity = new Activity(order.Seed);
        var people = Path.Combine(folder, "people.csv");
        var leave = Path.Combine(folder, "leave.csv");
        var holidays = Path.Combine(folder, "holidays.csv");
        var gaps = Path.Combine(folder, "gaps.csv");
        DirectoryFiles.WritePeople(people, organisation);
        DirectoryFiles.WriteLeave(leave, organisation);
        DirectoryFiles.WriteHolidays(holidays, organisation);
        DirectoryFiles.WriteGaps(gaps, organisation);

        var (copilotFiles, claudeFiles) = (new ConcurrentBag<string>(), new ConcurrentBag<string>());
        var (copilot, claude) = (new int[order.Days], new int[order.Days]);
        var done = 0;
        Parallel.For(0, order.Days, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancel }, index =>
        {
            var day = order.First.AddDays(index);
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"copilot-usage-{day:yyyy-MM-dd}.ndjson.gz"));
            copilot[index] = CopilotUsageFile.Write(file, organisation, activity, day);
            if (copilot[index] > 0)
            {
                copilotFiles.Add(file);
            }

            (var pages, claude[index]) = ClaudeCodePages.Write(folder, organisation, activity, day);
            foreach (var page in pages)
            {
                claudeFiles.Add(page);
            }

            progress?.Invoke(Interlocked.Increment(ref done) / (double)order.Days);
        });

        var otherFile = Path.Combine(folder, "usage-csv.csv");
        var other = OtherToolFile.Write(otherFile, organisation, activity);
        var truth = new Truth(
            organisation, activity, new ReportDays(order.First, copilot), new ReportDays(order.First, claude), new ReportDays(order.First, other));
        var seats = CopilotSeatPages.Write(folder, organisation, truth.LastActivity);
        var truthFile = Path.Combine(folder, "truth.csv");
        truth.Write(truthFile);
        return new DemoFiles(
            organisation.Members.Count,
            [
                new("people", [people]), new("leave", [leave]), new("holidays", [holidays]), new("gaps", [gaps]), new("copilot-seats", seats),
                new("copilot-usage", [.. copilotFiles.Order(StringComparer.Ordinal)]), new("claude-code", [.. claudeFiles.Order(StringComparer.Ordinal)]),
                new("usage-csv", [otherFile]),
            ],
            truthFile);
    }
}
