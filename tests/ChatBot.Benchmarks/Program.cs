using ChatBot.Benchmarks;

// One word per benchmark; each prints what it compares, the medians of three alternating runs, and the ratio.
return args switch
{
    ["turns"] => await TurnsBenchmark.Run(),
    ["echo", var port] => await EchoServer.Run(port),
    ["import"] => await ImportBenchmark.Run(),
    ["scoring"] => await ScoringBenchmark.Run(),
    ["templates"] => await TemplatesBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/ChatBot.Benchmarks -- turns|import|scoring|templates");
    return 2;
}
