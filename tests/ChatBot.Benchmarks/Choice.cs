using System.Globalization;

namespace ChatBot.Benchmarks;

/// <summary>One word per benchmark; each prints what it compares, the medians of three alternating runs and the ratio, or says what else it prints.</summary>
internal static class Choice
{
    public static Task<int> Main(string[] args) => args switch
    {
        ["turns"] => TurnsBenchmark.Run(),
        ["echo", var port] => EchoServer.Run(port),
        ["import"] => ImportBenchmark.Run(),
        ["scoring"] => ScoringBenchmark.Run(),
        ["templates"] => TemplatesBenchmark.Run(),
        ["deliveries"] => DeliveriesBenchmark.Run(10_000, null),
        ["deliveries", var count] when People(count) is { } people => DeliveriesBenchmark.Run(people, null),
        ["deliveries", var count, var database] when People(count) is { } people => DeliveriesBenchmark.Run(people, database),
        _ => Usage(),
    };

    private static int? People(string count) => int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people > 1 ? people : null;

    private static Task<int> Usage()
    {
        Console.Error.WriteLine("usage: dotnet run -c Release --project tests/ChatBot.Benchmarks -- turns|import|scoring|templates|deliveries [RECIPIENTS [CONNECTION]]");
        return Task.FromResult(2);
    }
}
