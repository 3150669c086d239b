using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using ChatBot.Commands.Demo;

namespace ChatBot.Commands;

/// <summary><c>demo</c>: writes a synthetic organisation in the vendors' real file formats, and what it is known to hold.</summary>
internal static class DemoCommand
{
    private static readonly Option<int> People = Number("--people", "N", "How many people.", 300, DemoOrder.FewestPeople, DemoOrder.MostPeople);

    private static readonly Option<int> Days = Number("--days", "D", "How many days of usage.", 100, 1, DemoOrder.MostDays);

    private static readonly Option<DateOnly> Until = new("--until")
    {
        Description = "The last of the days, also the day of the seat snapshot, as 2026-11-21.",
        HelpName = "DATE",
        Required = true,
        CustomParser = ReadDay,
    };

    private static readonly Option<int> Seed = Number("--seed", "S", "The same seed gives the same bytes.", 1, 0, int.MaxValue);

    private static readonly Option<DirectoryInfo> Out = new("--out") { Description = "The folder to write to; made when missing.", HelpName = "DIR", Required = true };

    public static Command Build()
    {
        var command = new Command("demo", "Writes a synthetic organisation in the vendors' real file formats, with truth.csv: who should be told what.")
        {
            People, Days, Until, Seed, Out,
        };
        command.SetAction(Run);
        return command;
    }

    private static DateOnly ReadDay(ArgumentResult argument)
    {
        if (DateOnly.TryParseExact(argument.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2016 and < 2100)
        {
            return day;
        }

        argument.AddError($"--until takes a day such as 2026-11-21, not {argument.Tokens[0].Value}.");
        return default;
    }

    private static Option<int> Number(string name, string helpName, string description, int otherwise, int least, int most) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => otherwise,
        CustomParser = argument =>
        {
            if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            {
                return number;
            }

            argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} to {most}, not {argument.Tokens[0].Value}."));
            return otherwise;
        },
    };

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var order = new DemoOrder(parsed.GetValue(People), parsed.GetValue(Days), parsed.GetValue(Until), (ulong)parsed.GetValue(Seed));
        var folder = parsed.GetRequiredValue(Out).FullName;
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (DemoFolder.Refuse(folder) is { } refusal)
        {
            await error.WriteLineAsync(refusal);
            return Cli.Failed;
        }

        var written = await ProgressBar.Show("Writing days", error, progress => Task.Run(() => WriteDemo.Run(order, folder, progress, cancel), cancel));

        await output.WriteLineAsync($"{written.People} people and {order.Days} days until {Iso(order.Until)} are in {folder}. To load them:");
        foreach (var import in written.Imports)
        {
            await output.WriteLineAsync($"  dotnet run --project src/ChatBot -- import {import.Kind} {Arguments(folder, import, order)}");
        }

        await output.WriteLineAsync($"  dotnet run --project src/ChatBot -- score --as-of {Iso(order.AsOf)}");
        await output.WriteLineAsync($"What each person should then be told is in {written.TruthFile}.");
        if (parsed.GetValue(Cli.Json))
        {
            var files = written.Imports.Sum(import => import.Files.Count) + 1;
            await output.WriteLineAsync(JsonSerializer.Serialize(new { people = written.People, days = order.Days, files }));
        }

        return 0;
    }

    private static string Arguments(string folder, DemoImport import, DemoOrder order) =>
        (import.Files switch
        {
            [] => string.Empty,
            [var only] => Quote(only),
            _ => Quote(folder) + Path.DirectorySeparatorChar + import.Kind + (import.Kind == "copilot-usage" ? "-*.ndjson.gz" : "-*.json"),
        }) + (import.Kind == "copilot-seats" ? $" --as-of {Iso(order.Until)}" : string.Empty);

    private static string Quote(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"'{path}'" : path;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
