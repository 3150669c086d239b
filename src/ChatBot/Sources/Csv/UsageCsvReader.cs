using System.Globalization;
using ChatBot.Domain.Usage;

namespace ChatBot.Sources.Csv;

/// <summary>
/// <c>usage-csv</c>: the neutral file form, for a tool without a reader of its own. An empty cell is not measured. A day of a tool is whole when the file
/// holds a row of it.
/// </summary>
internal sealed class UsageCsvReader : IFileReader
{
    /// <summary>The scope when none was named at import.</summary>
    public const string UnnamedScope = "csv";

    private const decimal CostPerDollar = 1_000_000m;

    // More in a day for one person is a mistake in the file, and would not fit.
    private const decimal MostDollars = 10_000_000m;

    private static readonly string[] Required = ["email", "day", "tool"];
    private static readonly string[] Counts = ["prompts", "agent_sessions", "review_requests", "acceptances", "generations"];

    /// <inheritdoc />
    public string Kind => "usage-csv";

    /// <inheritdoc />
    public Task Read(Stream content, IReadingSink sink, CancellationToken cancel)
    {
        using var table = CsvTable.Open(content, Kind, Required, [.. Counts, "cost_usd"]);
        var texts = table.Unknown.Select(TextFields.Find).OfType<string>().ToArray();
        foreach (var column in table.Unknown)
        {
            sink.Note($"The column {column} is not known and was ignored.");
        }

        var days = new SortedSet<(Tool Tool, DateOnly Day)>();
        var scope = sink.ScopeName ?? UnnamedScope;
        foreach (var line in table.Lines())
        {
            cancel.ThrowIfCancellationRequested();
            var fields = new CsvFields(line);
            var row = Row(fields, line, scope);
            if (fields.Problem is { } problem)
            {
                sink.Reject(line.Place, problem);
                continue;
            }

            days.Add((row.Tool, row.Day));
            Array.ForEach(texts, sink.Dropped);
            sink.Usage(row);
        }

        foreach (var (tool, day) in days)
        {
            sink.WholeDay(Source.UsageCsv, tool, scope, day);
        }

        return Task.CompletedTask;
    }

    private static UsageRow Row(CsvFields fields, CsvLine line, string scope)
    {
        var email = fields.Problem is null ? fields.RequiredMail("email") : "";
        var day = fields.Problem is null ? fields.RequiredDay("day") : default;
        var tool = fields.Problem is null ? ToolNames.Find(fields.Required("tool")) : default;
        if (fields.Problem is null && tool is null)
        {
            fields.Refuse("tool has no letter or digit, or more than 40 of them.");
        }

        var counts = Array.ConvertAll(Counts, column => fields.Problem is null ? Count(fields, column, line.Fields[column]) : null);
        var cost = fields.Problem is null ? Cost(fields, line.Fields["cost_usd"]) : null;
        var signals = new Signals(counts[0], counts[1], counts[2], counts[3], counts[4]);
        return new UsageRow(
            "email", email, AccountName: null, IsMachine: false, Source.UsageCsv, tool ?? default, scope, Part: "", day, signals,
            signals.Any || cost > 0 ? Marks.Use : Marks.None, cost, cost is null ? null : "USD");
    }

    private static int? Count(CsvFields fields, string column, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        fields.Refuse($"{column} is not a whole number from 0 to 2147483647.");
        return null;
    }

    /// <summary>Dollars as the store keeps money: cents × 10⁴.</summary>
    private static long? Cost(CsvFields fields, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars <= MostDollars)
        {
            return (long)Math.Round(dollars * CostPerDollar);
        }

        fields.Refuse("cost_usd is not an amount of dollars such as 1.25.");
        return null;
    }
}
