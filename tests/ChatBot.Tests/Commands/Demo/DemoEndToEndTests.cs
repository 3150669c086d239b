using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using ChatBot.Commands.Demo;
using ChatBot.Domain.Scores;
using Microsoft.Data.Sqlite;

namespace ChatBot.Tests.Commands.Demo;

/// <summary>A test of a minute or more; skipped unless <c>CHATBOT_FULL</c> is set, as <c>.ci/run</c> does.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FullRunFactAttribute : FactAttribute
{
    public FullRunFactAttribute() => Skip = Environment.GetEnvironmentVariable("CHATBOT_FULL") is { Length: > 0 } ? null : "takes a minute: CHATBOT_FULL is not set";
}

/// <summary>The commands that <c>demo</c> prints, each in a process of its own on an empty SQLite file: what they say of everybody is compared with the truth.</summary>
public class DemoEndToEndTests
{
    [Fact]
    public Task Four_hundred_people_are_told_what_was_planted() => Check(people: 400, days: 70, seed: 21);

    [FullRunFact]
    public Task Two_thousand_people_are_told_what_was_planted() => Check(people: 2000, days: 120, seed: 1);

    private static async Task Check(int people, int days, ulong seed)
    {
        using var demo = new DemoFixture(people, days, seed);
        using var folder = new TempFolder();
        var (database, sheets) = (folder.Path("bot.db"), folder.Path("sheets.jsonl"));
        foreach (var import in demo.Files.Imports)
        {
            string[] snapshot = import.Kind == "copilot-seats" ? ["--as-of", Iso(demo.Order.Until)] : [];
            using var counts = await Run(database, ["import", import.Kind, .. import.Files, .. snapshot, "--json"], demo.Order);
            Assert.Equal(0, counts.RootElement.GetProperty("rejected").GetInt32());
        }

        using var scored = await Run(database, ["score", "--as-of", Iso(demo.Order.AsOf), "--out", sheets, "--json"], demo.Order);
        Assert.Equal(people, scored.RootElement.GetProperty("people").GetInt32());

        var got = File.ReadLines(sheets).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("email").GetString()!, Verdict, StringComparer.Ordinal);
        var truth = demo.Csv("truth.csv").GroupBy(row => row["email"], StringComparer.Ordinal).ToList();
        string[] wrong =
        [
            .. from person in truth
               let expected = person.First()["expected_verdict"]
               where got[person.Key] != expected
               select $"{person.Key} {string.Join('+', person.Select(row => row["situation"]))}: expected {expected}, got {got[person.Key]}",
        ];

        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong));
        Assert.Equal(people, truth.Count);
        Assert.Equal(people, await SheetsWhoseLinesAddUp(database));
    }

    /// <summary>Every stored sheet's lines are the points that its totals, and so its score, are made of.</summary>
    private static async Task<int> SheetsWhoseLinesAddUp(string database)
    {
        var sheets = 0;
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select document, points, eligible_days from score_sheets where replaced_at is null";
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var sheet = SheetDocument.Read((byte[])rows[0]);
            Assert.Equal(rows.GetInt32(1), sheet.Points);
            Assert.Equal(sheet.Points, sheet.Days.SelectMany(day => day.Lines).Sum(line => line.Points));
            Assert.All(sheet.Days, day => Assert.Equal(day.Points, day.Lines.Sum(line => line.Points)));
            Assert.Equal(rows.GetInt32(2), sheet.Days.Count(day => day.LeftOut == LeftOut.No));
            sheets++;
        }

        return sheets;
    }

    private static string Verdict(JsonElement line) =>
        line.GetProperty("verdict").GetString() + (line.GetProperty("reason").GetString() is { } reason ? $"({reason})" : string.Empty);

    /// <summary>Runs a command on the day after the last one, nine o'clock; the JSON that ends its report.</summary>
    private static async Task<JsonDocument> Run(string database, string[] arguments, DemoOrder order)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ChatBot.dll"), .. arguments, "--database", database])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Clock__Now"] = $"{Iso(order.AsOf)}T09:00:00Z" },
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{string.Join(' ', arguments.Take(3))} … ended with {process.ExitCode}: {await error}");
        return JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
