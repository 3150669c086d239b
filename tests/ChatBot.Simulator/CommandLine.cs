using System.CommandLine;
using System.CommandLine.Invocation;
using ChatBot.Simulator.Faults;

namespace ChatBot.Simulator;

/// <summary>How the simulator is to be started.</summary>
/// <param name="Port">0 for any that is free.</param>
/// <param name="Ledger">File of the ledger.</param>
/// <param name="Plan">What is to go wrong from the start.</param>
/// <param name="WithInput">Whether it ends when its standard input does.</param>
internal sealed record Start(int Port, string Ledger, FaultPlan Plan, bool WithInput);

/// <summary>The command line.</summary>
internal static class CommandLine
{
    /// <summary>What can be asked over HTTP.</summary>
    public const string Endpoints = """
        Teams (service URL: this address)
          POST /v3/conversations                                    opens a private chat; its id is a:<member>
          POST /v3/conversations/{id}/activities[/{activity}]       accepts a message
          PUT  /v3/conversations/{id}/activities/{activity}         replaces one
        Slack (API base: this address and /api/)
          POST /api/auth.test, users.info, users.lookupByEmail, conversations.open, chat.postMessage, chat.postEphemeral, chat.update,
                    views.open, views.update, views.publish
          POST /hooks/{id}                                          takes an answer to a command or a button
        The simulator itself
          GET  /ledger[?after=N]     every accepted message, from number N+1 on
          GET  /accepted             how many they are
          GET  /calls                every call, accepted or not, with its microsecond
          GET  /counters             calls by sort; the most calls to Teams within any second
          GET  /faults, POST /faults {"rules":[{"fault","share","recipients","on","times"}],"seed","stallSeconds",
                                      "retryAfterSeconds","latencyMilliseconds","limits","teamsPerSecond"}
          POST /reset                forgets messages, calls and limits; the faults stay

        """;

    private static readonly Option<int> Port = new("--port") { Description = "Port on 127.0.0.1; 0 is any free one. The address is the first line of stdout.", HelpName = "PORT" };

    private static readonly Option<string?> Ledger = new("--ledger")
    {
        Description = "File of accepted messages, one JSON object a line, written before the sender is answered. An old file is gone on with. Default: a new one in the temporary folder.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Fault = new("--fault")
    {
        Description = $"NAME[@message|open|any][=SHARE][:RECIPIENT,...], e.g. accept-cut=0.05 or blocked:29:abc; may be repeated, the first that strikes decides. Names: {string.Join(", ", FaultNames.All)}.",
        HelpName = "FAULT",
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "With the same seed the same messages are struck.", DefaultValueFactory = _ => 1, HelpName = "N" };

    private static readonly Option<double> Stall = new("--stall") { Description = "Seconds that accept-stall takes to answer.", DefaultValueFactory = _ => 20, HelpName = "SECONDS" };

    private static readonly Option<int> RetryAfter = new("--retry-after") { Description = "Seconds that 429 asks for.", DefaultValueFactory = _ => 2, HelpName = "SECONDS" };

    private static readonly Option<int> Latency = new("--latency") { Description = "The most milliseconds that a call takes, partly before and partly after it is accepted.", HelpName = "MS" };

    private static readonly Option<bool> NoLimits = new("--no-limits") { Description = "Switches the limiter off." };

    private static readonly Option<int> TeamsPerSecond = new("--teams-per-second") { Description = "Calls a second that Teams allows an app in a tenant.", DefaultValueFactory = _ => 50, HelpName = "N" };

    private static readonly Option<bool> WithInput = new("--with-input") { Description = "Ends when its standard input does, so that it cannot outlive who started it." };

    /// <summary>Reads the arguments and runs; gives the exit code: 2 for bad arguments.</summary>
    public static async Task<int> Run(string[] args, Func<Start, CancellationToken, Task> run)
    {
        var root = new RootCommand("Plays Microsoft Teams and Slack for a bot that sends: accepts, refuses, throttles and fails as told, and keeps a ledger of every message it accepted.\n\n" + Endpoints)
        {
            Port, Ledger, Fault, Seed, Stall, RetryAfter, Latency, NoLimits, TeamsPerSecond, WithInput,
        };
        Fault.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => FaultRule.Parse(token.Value) is null))
            {
                result.AddError($"--fault {token.Value}: cannot be read; see --help.");
            }
        });
        root.SetAction((parsed, cancel) => run(
            new Start(
                parsed.GetValue(Port),
                parsed.GetValue(Ledger) ?? Path.Combine(Directory.CreateTempSubdirectory("chatbot-simulator-").FullName, "ledger.jsonl"),
                new FaultPlan(
                    [.. (parsed.GetValue(Fault) ?? []).Select(text => FaultRule.Parse(text)!)],
                    parsed.GetValue(Seed), parsed.GetValue(Stall), parsed.GetValue(RetryAfter), parsed.GetValue(Latency), !parsed.GetValue(NoLimits), parsed.GetValue(TeamsPerSecond)),
                parsed.GetValue(WithInput)),
            cancel));
        var result = root.Parse(args);
        foreach (var error in result.Errors)
        {
            await Console.Error.WriteLineAsync(error.Message);
        }

        return result.Errors.Count > 0 ? 2 : await result.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
    }
}
