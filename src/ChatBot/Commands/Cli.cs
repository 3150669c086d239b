using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;

namespace ChatBot.Commands;

/// <summary>The command line. <c>serve</c> is what happens when no command is named.</summary>
internal static class Cli
{
    /// <summary>Bad arguments.</summary>
    public const int BadArguments = 2;

    /// <summary>It did not do what it said.</summary>
    public const int Failed = 1;

    /// <summary>The database, for every command: <c>Host=…</c> or <c>postgresql://…</c>, or a SQLite file.</summary>
    public static readonly Option<string?> Database = new("--database")
    {
        Description = "PostgreSQL when it starts with Host= or postgresql://, else a SQLite file. Wins over ConnectionStrings__BotDb.",
        HelpName = "CONNECTION",
        Recursive = true,
    };

    /// <summary>Ends a report with one JSON object on one line.</summary>
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Ends what is reported with one JSON object, on one line, the last of stdout.",
        Recursive = true,
    };

    /// <summary>The commands, in the order of <c>--help</c>. One file each; a new one is added here and nowhere else.</summary>
    private static IEnumerable<Command> Commands() =>
    [
        Serve.Build(),
        Ask.Build(),
        Import.Build(),
        ScoreCommand.Build(),
        SendCommand.Build(),
        DeliveriesCommand.Build(),
        RubricCommand.Build(),
        CardCommand.Build(),
        DemoCommand.Build(),
        ManifestCommand.Build(),
        DoctorCommand.Build(),
        BackupCommand.Build(),
    ];

    /// <summary>The whole command line, for running and for tests.</summary>
    public static RootCommand Build()
    {
        var root = new RootCommand("ChatBot: AI-tool usage data that reaches people so that it helps them. Without a command it serves.") { Database, Json };
        foreach (var command in Commands())
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    /// <summary>Runs a command and gives the exit code: 0 done, 1 not done, 2 bad arguments.</summary>
    public static async Task<int> Run(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        error ??= Console.Error;
        var root = Build();
        var parsed = root.Parse(IsServe(root, args) ? ["serve", .. args] : args);
        var invocation = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // The web host handles SIGTERM itself; other commands may die at any moment.
        };
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var mistake in Mistakes.Of(parsed))
            {
                await error.WriteLineAsync(mistake);
            }

            await error.WriteLineAsync($"See {(parsed.CommandResult.Command is RootCommand ? string.Empty : parsed.CommandResult.Command.Name + " ")}--help.");
            return BadArguments;
        }

        try
        {
            return await parsed.InvokeAsync(invocation);
        }
        catch (Exception exception) when (exception is SettingsException or IOException or UnauthorizedAccessException or DbException)
        {
            await error.WriteLineAsync(exception.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Stopped before it was done.");
            return Failed;
        }
    }

    /// <summary>No command named: only settings (<c>--urls=…</c>) or nothing at all. A word that is no command is a mistake, not a setting.</summary>
    private static bool IsServe(RootCommand root, string[] args) =>
        args.Length == 0
        || (args[0].StartsWith("--", StringComparison.Ordinal) && args[0] is not ("--help" or "--version")
            && !args.Any(arg => root.Subcommands.Any(command => command.Name == arg)));
}
