using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ChatBot.Deliveries;
using Spectre.Console;

namespace ChatBot.Commands;

/// <summary>Says where runs stand.</summary>
internal static class DeliveriesPrint
{
    /// <summary>How often a live report is read anew.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>A line for each run.</summary>
    public static void Runs(IReadOnlyList<RunReport> runs, bool isPaused, ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine(isPaused ? "Deliveries are paused." : "Deliveries are not paused.");
        foreach (var line in runs.Select(Headline))
        {
            output.WriteLine(line);
        }

        if (parsed.GetValue(Cli.Json))
        {
            output.WriteLine(JsonSerializer.Serialize(new { paused = isPaused, runs = runs.Select(Form) }));
        }
    }

    /// <summary>How a run adds up: on a terminal until nothing of it is on its way any more, elsewhere once.</summary>
    public static async Task Watch(Func<Task<RunReport>> read, ParseResult parsed, CancellationToken cancel)
    {
        var output = parsed.InvocationConfiguration.Output;
        var report = await read();
        if (!ReferenceEquals(output, Console.Out) || Console.IsOutputRedirected || !AnsiConsole.Profile.Capabilities.Interactive || parsed.GetValue(Cli.Json))
        {
            foreach (var line in Lines(report))
            {
                await output.WriteLineAsync(line);
            }

            return;
        }

        await AnsiConsole.Live(Text(report)).StartAsync(async live =>
        {
            using var timer = new PeriodicTimer(Every);
            while (report.Open > 0 && await timer.WaitForNextTickAsync(cancel))
            {
                report = await read();
                live.UpdateTarget(Text(report));
            }
        });
    }

    /// <summary>What was done, as a sentence, and as one line with <c>--json</c>.</summary>
    public static void Done(string sentence, object form, ParseResult parsed)
    {
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine(sentence);
        if (parsed.GetValue(Cli.Json))
        {
            output.WriteLine(JsonSerializer.Serialize(form));
        }
    }

    /// <summary>The report as one line.</summary>
    public static string Json(RunReport report) => JsonSerializer.Serialize(Form(report));

    private static Text Text(RunReport report) => new(string.Join('\n', Lines(report)));

    private static IEnumerable<string> Lines(RunReport report)
    {
        yield return Headline(report);
        foreach (var (state, count) in report.States.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  {state}: {count}{(state == "Planned" && report.Held > 0 ? $" ({report.Held} held)" : string.Empty)}");
        }

        foreach (var (reason, count) in report.Withheld.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  Withheld: {reason}: {count}");
        }
    }

    private static string Headline(RunReport report)
    {
        var run = report.Run;
        var how = run.CancelledAt is not null ? "cancelled" : report.Open == 0 ? "settled" : run.ReleasedAt is null && report.Held > 0 ? "held" : "under way";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Id} {run.Kind} {run.Period} {how}: {run.Recipients} recipients = {report.Planned} planned + {report.Withheld.Values.Sum()} withheld; {report.States.GetValueOrDefault("Sent")} sent, {report.Open} open");
    }

    private static object Form(RunReport report) => new
    {
        run = report.Run.Id,
        kind = report.Run.Kind,
        period = report.Run.Period,
        recipients = report.Run.Recipients,
        planned = report.Planned,
        held = report.Held,
        states = new SortedDictionary<string, int>(report.States.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        withheld = new SortedDictionary<string, int>(report.Withheld.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        cancelled = report.Run.CancelledAt is not null,
    };
}
