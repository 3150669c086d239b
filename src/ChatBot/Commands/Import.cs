using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ChatBot.Sources;

namespace ChatBot.Commands;

/// <summary><c>import KIND FILE…</c>: reads files of people, leave, delegates, holidays, gaps, usage and seats.</summary>
internal static class Import
{
    private static readonly Argument<string> Kind = new("KIND") { Description = "What the files are: people, leave, holidays, gaps, copilot-usage, copilot-seats, claude-code, usage-csv." };

    private static readonly Argument<string[]> Files = new("FILE") { Description = "The files, plain or gzip.", Arity = ArgumentArity.OneOrMore };

    private static readonly Option<string?> By = new("--by") { Description = "Who imports; else it is kept as operator.", HelpName = "EMAIL" };

    private static readonly Option<string?> Scope = new("--scope") { Description = "Name of the enterprise or organisation, where rows name none or another.", HelpName = "NAME" };

    private static readonly Option<DateOnly?> From = new("--from")
    {
        Description = "From which day changed facts of people hold; else from today.", HelpName = "DATE", CustomParser = Day,
    };

    private static readonly Option<DateTimeOffset?> AsOf = new("--as-of")
    {
        Description = "When a snapshot of seats was taken; else now.", HelpName = "DATE", CustomParser = Time,
    };

    private static readonly Option<bool> Accept = new("--accept") { Description = "Takes a snapshot with under half the rows of the one before; of people: a directory that changed much." };

    private static readonly Option<string?> Rejects = new("--rejects") { Description = "Writes every rejected row to a file, by file and line.", HelpName = "FILE" };

    public static Command Build()
    {
        var command = new Command("import", "Imports files. Safe to run twice and to stop at any moment.") { Kind, Files, By, Scope, From, AsOf, Accept, Rejects };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        await using var app = await CommandHost.Open(parsed, cancel);
        var import = app.Services.GetRequiredService<ImportFiles>();
        var kind = parsed.GetValue(Kind)!;
        if (!import.Kinds.Contains(kind))
        {
            await error.WriteLineAsync($"import has no KIND {kind}; there are {string.Join(", ", import.Kinds)}.");
            return Cli.BadArguments;
        }

        await using var rejects = parsed.GetValue(Rejects) is { } path ? new StreamWriter(path) : null;
        var request = new ImportRequest(kind, parsed.GetValue(Files)!)
        {
            SetBy = parsed.GetValue(By)?.Trim().ToLowerInvariant() is { Length: > 0 } by ? by : "operator",
            Scope = parsed.GetValue(Scope),
            From = parsed.GetValue(From),
            AsOf = parsed.GetValue(AsOf),
            Accept = parsed.GetValue(Accept),
            Rejects = rejects,
        };
        var report = await ProgressBar.Show(
            "import " + kind, error, progress => import.Run(request, new Bytes(progress), cancel));
        ImportPrint.Write(report, output);
        if (parsed.GetValue(Cli.Json))
        {
            await output.WriteLineAsync(ImportPrint.Json(report));
        }

        if (report.Problem is not { } problem)
        {
            return 0;
        }

        await error.WriteLineAsync(problem);
        return Cli.Failed;
    }

    private static DateOnly? Day(ArgumentResult result)
    {
        if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        result.AddError($"{result.Tokens[0].Value} is no day like 2026-11-22.");
        return null;
    }

    private static DateTimeOffset? Time(ArgumentResult result)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        string[] forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];
        if (DateTimeOffset.TryParseExact(result.Tokens[0].Value, forms, CultureInfo.InvariantCulture, Utc, out var time))
        {
            return time;
        }

        result.AddError($"{result.Tokens[0].Value} is no day or time like 2026-11-22 or 2026-11-22T09:00:00Z.");
        return null;
    }

    /// <summary>Bytes read as a share of all. That all are read is said by the report.</summary>
    private sealed class Bytes(Action<double> share) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Read < value.Of)
            {
                share((double)value.Read / value.Of);
            }
        }
    }
}
