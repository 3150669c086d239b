using ChatBot.Simulator.Books;
using ChatBot.Simulator.Faults;
using ChatBot.Simulator.Limits;
using ChatBot.Simulator.Providers;

namespace ChatBot.Simulator;

/// <summary>Teams and Slack in one process of their own, see <see cref="CommandLine"/>.</summary>
internal static class Simulation
{
    public static Task<int> Main(string[] args) => CommandLine.Run(args, Run);

    private static async Task Run(Start start, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{start.Port}");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        await using var app = builder.Build();

        using var ledger = new Ledger(start.Ledger);
        var clock = new Clock(TimeProvider.System);
        var (calls, limiter, dice) = (new CallLog(), new Limiter(), new FaultDice { Plan = start.Plan });
        using var book = new SlackBook();
        var desk = new Desk(clock, dice, calls);
        new TeamsEndpoints(desk, ledger, limiter, clock).Map(app);
        new SlackEndpoints(desk, ledger, limiter, clock, book).Map(app);
        new ControlEndpoints(ledger, calls, dice, limiter).Map(app);

        await app.StartAsync(cancel);
        Console.WriteLine(app.Urls.Single());
        await Console.Error.WriteLineAsync($"ledger {ledger.Path}");
        if (start.WithInput)
        {
            _ = Task.Run(
                async () =>
                {
                    await Console.In.ReadToEndAsync(cancel);
                    app.Lifetime.StopApplication();
                },
                cancel);
        }

        await app.WaitForShutdownAsync(cancel);
    }
}
