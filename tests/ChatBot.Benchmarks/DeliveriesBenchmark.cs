using System.Globalization;
using ChatBot.Domain.Deliveries;
using ChatBot.Simulator.Books;
using ChatBot.Simulator.Client;
using ChatBot.Simulator.Faults;
using ChatBot.Storage;
using ChatBot.Tests.Crash;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Benchmarks;

/// <summary>
/// Weekly summaries through the whole service to a simulator of Teams. First with Teams' limits at the configured rate: what share of that rate is reached,
/// and the most calls within any second. Then without limits: messages a second, until the last row's last state is committed.
/// </summary>
internal static class DeliveriesBenchmark
{
    /// <summary>80 % of Teams' limit, the default of <c>Deliveries:TeamsPerSecond</c>.</summary>
    private const int Rate = 40;

    private const int TeamsLimit = 50;
    private const int LatencyMilliseconds = 50;

    /// <param name="people">Recipients of each of the two runs.</param>
    /// <param name="postgres">An empty PostgreSQL database; null for SQLite.</param>
    public static async Task<int> Run(int people, string? postgres)
    {
        var paced = await Send(people, Rate, postgres);
        var seconds = (paced.Calls[^1] - paced.Calls[0]) / 1e6;
        var reached = (paced.Calls.Count - 1) / seconds;
        var highest = Counters.Highest(paced.Calls, TimeSpan.FromSeconds(1));
        Rounds.Say($"{people} recipients with Teams' limits, {Rate} calls/s configured, {LatencyMilliseconds} ms at most a call");
        Rounds.Say($"  {seconds:0.0} s   {reached:0.00} calls/s   {100 * reached / Rate:0.0} % of the configured rate   sent {paced.Sent}   refused by the limiter {paced.Refused}");
        Rounds.Say($"  most calls in any second {highest} (limit {TeamsLimit})");

        var free = await Send(people, 0, postgres);
        Rounds.Say($"{people} recipients without limits");
        Rounds.Say($"  {free.Seconds:0.0} s   {free.Sent / free.Seconds:0} messages/s, from the first call to the last commit   sent {free.Sent}");
        return paced.Sent == people && free.Sent == people && reached >= 0.95 * Rate && highest <= TeamsLimit ? 0 : 1;
    }

    private static async Task<Figures> Send(int people, int rate, string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-deliveries-");
        try
        {
            var connection = postgres ?? $"Data Source={Path.Combine(folder.FullName, "bot.db")}";
            var address = DatabaseAddress.Of(connection, new StorageSettings(folder.FullName, 5000));
            var databases = new Contexts(address);
            await Databases.Migrate(databases);
            await using (var db = databases.CreateDbContext())
            {
                await db.Deliveries.ExecuteDeleteAsync();
                await db.Addresses.ExecuteDeleteAsync();
            }

            await using var simulator = await SimulatorProcess.Start(Path.Combine(folder.FullName, "ledger.jsonl"));
            await simulator.Plan(new FaultPlan(Limits: rate > 0, TeamsPerSecond: TeamsLimit, LatencyMilliseconds: rate > 0 ? LatencyMilliseconds : 0));
            var shift = DigestCompany.Tuesday - TimeProvider.System.GetUtcNow();
            await DigestCompany.Fill(connection, shift, people, simulator.Address.ToString());
            using var service = ServiceProcess.Start(["serve"], new Dictionary<string, string>
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__BotDb"] = connection,
                ["Storage__DataFolder"] = folder.FullName,
                ["Clock__Shift"] = shift.ToString("c", CultureInfo.InvariantCulture),
                ["Listening__Url"] = "http://127.0.0.1:0",
                ["Logging__LogLevel__Default"] = "Warning",
                ["Deliveries__TeamsPerSecond"] = rate.ToString(CultureInfo.InvariantCulture),
            });
            await Drained(databases);
            var calls = await simulator.Calls();
            await using var end = databases.CreateDbContext();
            var last = await end.Deliveries.Where(x => x.Kind == "digest").MaxAsync(x => x.StateAt) - shift;
            var moments = calls.Select(call => call.At).Order().ToArray();
            return new Figures(
                moments,
                calls.Count(call => call.Status == 429),
                await end.Deliveries.CountAsync(x => x.Kind == "digest" && x.State == DeliveryState.Sent),
                (last - DateTimeOffset.UnixEpoch).TotalSeconds - (moments[0] / 1e6));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Drained(Contexts databases)
    {
        DeliveryState[] open = [DeliveryState.Planned, DeliveryState.Claimed, DeliveryState.Sending];
        using var again = new PeriodicTimer(TimeSpan.FromSeconds(1));
        await using var db = databases.CreateDbContext();
        while (await db.Deliveries.AnyAsync(x => x.Kind == "digest" && EF.Constant(open).Contains(x.State)))
        {
            await again.WaitForNextTickAsync();
        }
    }

    /// <param name="Calls">When each call reached Teams, microseconds, in order.</param>
    /// <param name="Refused">Calls that the limiter refused.</param>
    /// <param name="Sent">Deliveries that ended as sent.</param>
    /// <param name="Seconds">From the first call to the last state.</param>
    private sealed record Figures(IReadOnlyList<long> Calls, int Refused, int Sent, double Seconds);

    private sealed class Contexts(DatabaseAddress address) : IDbContextFactory<BotDb>
    {
        private readonly DbContextOptions<BotDb> options =
            (DbContextOptions<BotDb>)new DbContextOptionsBuilder<BotDb>().UseAddress(address, new StorageSettings(".data", 5000)).Options;

        public BotDb CreateDbContext() => new(options);
    }
}
