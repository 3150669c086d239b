using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace ChatBot.Benchmarks;

/// <summary>
/// Turns per second of "what's my score" through <c>/api/messages</c> at 32 concurrent people, each waiting until the card has reached the connector, with
/// inbox, access record, delivery row and FULL sync on; beside a bare ASP.NET Core echo asked by the same client.
/// </summary>
internal static class TurnsBenchmark
{
    private const int Concurrent = 32;
    private const int TurnsPerRun = 6_000;

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-turns-");
        try
        {
            var settings = await Prepare(folder.FullName);
            var people = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "entra.txt"));
            await using var connector = await FakeConnector.Start();
            var (servicePort, echoPort) = (FreePort(), FreePort());
            using var service = ServiceProcess.Start(
                ["serve", "--database", settings["ConnectionStrings__BotDb"]],
                new Dictionary<string, string>(settings) { ["Listening__Url"] = $"http://127.0.0.1:{servicePort}" });
            using var echo = ServiceProcess.StartSelf(["echo", echoPort.ToString(CultureInfo.InvariantCulture)]);
            using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Concurrent });
            await Ready(client, new Uri($"http://127.0.0.1:{servicePort}/health/ready"), HttpStatusCode.OK);
            await Ready(client, new Uri($"http://127.0.0.1:{echoPort}/"), HttpStatusCode.NotFound);

            var times = new List<double>();
            var turn = 0;
            var medians = await Rounds.Medians(
                async () => await Measure(client, new Uri($"http://127.0.0.1:{echoPort}/api/messages"), people, connector, () => Interlocked.Increment(ref turn), null),
                async () => await Measure(client, new Uri($"http://127.0.0.1:{servicePort}/api/messages"), people, connector, () => Interlocked.Increment(ref turn), times));
            service.Look();
            times.RemoveRange(0, TurnsPerRun); // the round that warms up
            times.Sort();
            Rounds.Say($"{TurnsPerRun} turns a run, {Concurrent} concurrent");
            Rounds.Say($"bare echo         {medians[0]:0} requests/s");
            Rounds.Say($"what's my score   {medians[1]:0} turns/s   1/{medians[0] / medians[1]:0.0} of the echo");
            Rounds.Say($"                  p50 {At(times, 0.50):0} ms   p99 {At(times, 0.99):0} ms   max {times[^1]:0} ms   peak {service.PeakMemory / 1e6:0} MB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static async Task<double> Measure(
        HttpClient client, Uri address, string[] people, FakeConnector connector, Func<int> next, List<double>? times)
    {
        var left = TurnsPerRun;
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Concurrent).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var turn = next();
                var began = TimeProvider.System.GetTimestamp();
                var reply = times is null ? Task.CompletedTask : connector.Expect(turn);
                using var response = await client.PostAsJsonAsync(address, Activity(turn, people[turn % people.Length], connector.Address));
                response.EnsureSuccessStatusCode();
                await reply.WaitAsync(TimeSpan.FromSeconds(30));
                if (times is not null)
                {
                    var took = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
                    lock (times)
                    {
                        times.Add(took);
                    }
                }
            }
        }));
        return TurnsPerRun / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static object Activity(int turn, string person, string serviceUrl) => new
    {
        type = "message",
        id = turn.ToString(CultureInfo.InvariantCulture),
        channelId = "msteams",
        serviceUrl,
        text = "what's my score",
        from = new { id = "29:" + person, aadObjectId = person, name = "Engineer" },
        recipient = new { id = "28:bot", name = "ChatBot" },
        conversation = new { id = "a:" + person, conversationType = "personal", tenantId = "11111111-1111-4111-8111-111111111111" },
        channelData = new { tenant = new { id = "11111111-1111-4111-8111-111111111111" } },
    };

    /// <summary>A demo organisation, imported and scored; the Entra ids of its people in a file.</summary>
    private static async Task<Dictionary<string, string>> Prepare(string folder)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ConnectionStrings__BotDb"] = $"Data Source={Path.Combine(folder, "turns.db")}",
            ["Clock__Now"] = "2026-11-22T09:00:00Z",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var demo = Path.Combine(folder, "demo");
        await Do("demo", "--people", "1000", "--days", "60", "--until", "2026-11-21", "--seed", "1", "--out", demo);
        foreach (var kind in (string[])["people", "leave", "holidays", "gaps", "copilot-seats", "copilot-usage", "claude-code"])
        {
            string[] files = [.. Directory.GetFiles(demo, kind + "*").Order(StringComparer.Ordinal)];
            if (files.Length > 0)
            {
                await Do(["import", kind, .. files, .. kind == "copilot-seats" ? (string[])["--as-of", "2026-11-21"] : []]);
            }
        }

        await Do("score");
        var header = File.ReadLines(Path.Combine(demo, "people.csv")).First().Split(',');
        var column = Array.IndexOf(header, "entra_object_id");
        await File.WriteAllLinesAsync(
            Path.Combine(folder, "entra.txt"), File.ReadLines(Path.Combine(demo, "people.csv")).Skip(1).Select(line => line.Split(',')[column]));
        return settings;

        async Task Do(params string[] arguments)
        {
            using var run = ServiceProcess.Start(arguments, settings);
            await run.Finish();
        }
    }

    private static async Task Ready(HttpClient client, Uri address, HttpStatusCode expected)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await again.WaitForNextTickAsync(patience.Token))
        {
            try
            {
                using var response = await client.GetAsync(address, patience.Token);
                if (response.StatusCode == expected)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>A connector that accepts every message and tells who waits for it.</summary>
    private sealed class FakeConnector(WebApplication app, ConcurrentDictionary<string, TaskCompletionSource> waiting) : IAsyncDisposable
    {
        public string Address => app.Urls.First();

        public static async Task<FakeConnector> Start()
        {
            var waiting = new ConcurrentDictionary<string, TaskCompletionSource>(StringComparer.Ordinal);
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var app = builder.Build();
            app.MapPost("/v3/conversations/{conversation}/activities/{replyTo}", (string replyTo, JsonElement activity) => Take(replyTo, activity));
            app.MapPost("/v3/conversations/{conversation}/activities", (JsonElement activity) =>
                Take(activity.TryGetProperty("replyToId", out var id) ? id.GetString()! : string.Empty, activity));
            await app.StartAsync();
            return new FakeConnector(app, waiting);

            IResult Take(string replyTo, JsonElement activity)
            {
                if (activity.GetProperty("type").GetString() == "message" && waiting.TryRemove(replyTo, out var wait))
                {
                    wait.SetResult();
                }

                return Results.Json(new { id = "m" + replyTo }, statusCode: 201);
            }
        }

        public Task Expect(int turn)
        {
            var wait = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting[turn.ToString(CultureInfo.InvariantCulture)] = wait;
            return wait.Task;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
