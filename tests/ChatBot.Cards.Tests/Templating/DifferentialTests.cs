using System.Globalization;
using System.Text.Json;
using ChatBot.Cards.Tests.Oracles;
using Xunit.Abstractions;

namespace ChatBot.Cards.Tests.Templating;

/// <summary>Random templates through the official engine and through ours.</summary>
[Trait("Category", "Node")]
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static int Seed => int.Parse(Environment.GetEnvironmentVariable("TEMPLATING_SEED") ?? "20261122", CultureInfo.InvariantCulture);

    private static int Count => int.Parse(Environment.GetEnvironmentVariable("TEMPLATING_COUNT") ?? "3000", CultureInfo.InvariantCulture);

    [NodeFact]
    public void Random_templates_give_the_official_answer_or_are_refused() => Run(new RandomCases(Seed).Next, least: Count / 4);

    [NodeFact]
    public void Garbled_texts_give_the_official_answer_or_are_refused() => Run(new RandomCases(Seed).NextGarbled, least: Count / 4);

    private void Run(Func<(System.Text.Json.Nodes.JsonNode? Template, System.Text.Json.Nodes.JsonNode? Data)> next, int least)
    {
        var cases = Enumerable.Range(0, Count).Select(_ => next()).Select(c => $"{{\"template\":{c.Template?.ToJsonString() ?? "null"},\"data\":{c.Data?.ToJsonString() ?? "null"}}}").ToList();
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(file, cases);
            var (code, answers, error) = Node.Script("templating.mjs", file);
            Assert.True(code == 0, error);
            Compare(cases, answers.Split('\n', StringSplitOptions.RemoveEmptyEntries), least);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private void Compare(List<string> cases, string[] answers, int least)
    {
        Assert.Equal(cases.Count, answers.Length);
        var results = cases.Zip(answers, (c, a) => (Case: c, Result: Run(JsonDocument.Parse(c).RootElement, JsonDocument.Parse(a).RootElement))).ToList();
        int Number(Outcome outcome) => results.Count(r => r.Result.Outcome == outcome);
        var expanded = answers.Count(a => !a.StartsWith("{\"throws\"", StringComparison.Ordinal));
        output.WriteLine($"seed {Seed}: {expanded} official expansions; {Number(Outcome.Same)} same, {Number(Outcome.Refused)} refused, {Number(Outcome.Different)} different.");
        var different = results.Where(r => r.Result.Outcome == Outcome.Different).Take(10).Select(r => $"{r.Case}\n  {r.Result.Detail}").ToList();
        Assert.True(different.Count == 0, $"seed {Seed}\n" + string.Join('\n', different));
        Assert.True(Number(Outcome.Same) > least, "Too few are within the language for the comparison to mean anything.");
    }

    private static (Outcome Outcome, string Detail) Run(JsonElement given, JsonElement answer) => new Vector(
        "random",
        given.GetProperty("template"),
        given.GetProperty("data"),
        answer.TryGetProperty("value", out var value) ? value : null,
        answer.TryGetProperty("throws", out _)).Run();
}
