using System.Globalization;
using System.Text.Json.Nodes;
using ChatBot.Simulator.Books;
using ChatBot.Simulator.Faults;
using ChatBot.Simulator.Limits;
using ChatBot.Simulator.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>The simulator's Slack on a port of this process, so that a test can read what it was sent.</summary>
internal sealed class FakeSlack : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TempFolder folder = new();
    private readonly Ledger ledger;
    private readonly FaultDice dice = new() { Plan = new FaultPlan(Limits: false) };

    private FakeSlack()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        ledger = new Ledger(folder.Path("ledger.jsonl"));
        var clock = new Simulator.Books.Clock(TimeProvider.System);
        Log = new CallLog();
        new SlackEndpoints(new Desk(clock, dice, Log), ledger, new Limiter(), clock, Book).Map(app);
    }

    /// <summary>Users, and what was accepted.</summary>
    public SlackBook Book { get; } = new();

    /// <summary>Every call, accepted or not.</summary>
    public CallLog Log { get; }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    /// <summary>What was accepted and shows something to somebody, in order.</summary>
    public IReadOnlyList<SlackCall> Shown => [.. Book.Calls.Where(Shows)];

    public static async Task<FakeSlack> Start()
    {
        var fake = new FakeSlack();
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>What goes wrong from now on. <c>On</c> is a method's name, <c>message</c> for posting and updating.</summary>
    public void Fail(params FaultRule[] rules) => dice.Plan = new FaultPlan(Rules: rules, Limits: false, RetryAfterSeconds: 1);

    /// <summary>Waits until so many things are shown in all, and gives the last.</summary>
    public async Task<SlackCall> Wait(int shown)
    {
        while (Shown.Count < shown)
        {
            if (!await Book.Accepted.WaitAsync(TimeSpan.FromSeconds(20)))
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Only {Shown.Count} of {shown} were shown: {string.Join(", ", Book.Calls.Select(call => call.Method))}"));
            }
        }

        return Shown[shown - 1];
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        ledger.Dispose();
        Book.Dispose();
        folder.Dispose();
    }

    private static bool Shows(SlackCall call) =>
        call.Method is "response_url" or "chat.postMessage" or "chat.update" or "chat.postEphemeral" or "views.open" or "views.update" or "views.publish";
}

/// <summary>Reads what was shown.</summary>
internal static class Shown
{
    /// <summary>The text for notifications and screen readers.</summary>
    public static string Text(this SlackCall call) => (string)call.Arguments["text"]!;

    /// <summary>The blocks of a message or a view.</summary>
    public static JsonArray Blocks(this SlackCall call) => (call.Arguments["blocks"] ?? call.Arguments["view"]!["blocks"]!).AsArray();

    /// <summary>The buttons, wherever they stand.</summary>
    public static IReadOnlyList<JsonObject> Buttons(this SlackCall call) =>
        [.. call.Blocks().OfType<JsonObject>().Where(block => (string?)block["type"] == "actions").SelectMany(block => block["elements"]!.AsArray().OfType<JsonObject>())];

    /// <summary>The button that says so.</summary>
    public static JsonObject Button(this SlackCall call, string title) => call.Buttons().First(button => (string?)button["text"]?["text"] == title);
}
