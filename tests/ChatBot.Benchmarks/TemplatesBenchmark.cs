using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChatBot.Cards;

namespace ChatBot.Benchmarks;

/// <summary>Expanding every card template with its sample data, beside <c>adaptivecards-templating</c> with one reused, warmed <c>Template</c> each.</summary>
internal static class TemplatesBenchmark
{
    private const int Expansions = 300;

    public static async Task<int> Run()
    {
        var cards = Path.Combine(AppContext.BaseDirectory, "cards");
        var pairs = Directory.GetFiles(cards, "*.sample.json").Order(StringComparer.Ordinal)
            .Select(sample => (Template: sample.Replace(".sample.json", ".json", StringComparison.Ordinal), Sample: sample)).ToList();
        var ours = pairs.Select(pair => (
            Template: CardTemplate.Compile(Path.GetFileName(pair.Template), File.ReadAllText(pair.Template)),
            Data: JsonDocument.Parse(File.ReadAllText(pair.Sample)).RootElement)).ToList();
        var medians = await Rounds.Medians(
            () => Task.FromResult(Ours(ours)),
            () => Theirs(pairs));
        var each = 1e6 / Expansions / pairs.Count;
        Rounds.Say($"{pairs.Count} templates, {Expansions} expansions of each");
        Rounds.Say($"ChatBot.Cards              {medians[0] * each:0.0} µs an expansion");
        Rounds.Say($"adaptivecards-templating   {medians[1] * each:0.0} µs an expansion   {medians[1] / medians[0]:0.0} x");
        return 0;
    }

    private static double Ours(IReadOnlyList<(CardTemplate Template, JsonElement Data)> pairs)
    {
        var start = TimeProvider.System.GetTimestamp();
        foreach (var (template, data) in pairs)
        {
            for (var turn = 0; turn < Expansions; turn++)
            {
                template.Expand(data);
            }
        }

        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> Theirs(IReadOnlyList<(string Template, string Sample)> pairs)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(RepositoryRoot(), "tests", "oracles", "time-expansion.mjs"));
        start.ArgumentList.Add(Expansions.ToString(CultureInfo.InvariantCulture));
        foreach (var (template, sample) in pairs)
        {
            start.ArgumentList.Add(template);
            start.ArgumentList.Add(sample);
        }

        using var node = Process.Start(start)!;
        var seconds = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return node.ExitCode == 0
            ? double.Parse(seconds, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("Node failed: run `npm ci` in tests/oracles first.");
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ChatBot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Run it inside the repository.");
        }

        return folder.FullName;
    }
}
