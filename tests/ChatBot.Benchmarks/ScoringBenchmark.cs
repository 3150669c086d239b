using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ChatBot.Benchmarks;

/// <summary>Scoring 70,000 people × 92 days from the database: <c>score</c> as a whole process, first with no sheet stored, then with all of them.</summary>
internal static class ScoringBenchmark
{
    private const int People = 70_000;
    private const int Days = 92;
    private static readonly DateOnly First = new(2026, 10, 1);
    private static readonly DateTimeOffset Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);

    public static async Task<int> Run()
    {
        var folder = Directory.CreateTempSubdirectory("chatbot-scoring-");
        try
        {
            var empty = Path.Combine(folder.FullName, "readings.db");
            await Fill(empty);
            var database = Path.Combine(folder.FullName, "score.db");
            var before = new FileInfo(empty).Length;
            long growth = 0, peak = 0;
            var medians = await Rounds.Medians(
                async () =>
                {
                    foreach (var old in Directory.GetFiles(folder.FullName, "score.db*"))
                    {
                        File.Delete(old);
                    }

                    File.Copy(empty, database);
                    var seconds = await Score();
                    growth = new DirectoryInfo(folder.FullName).GetFiles("score.db*").Sum(file => file.Length) - before;
                    return seconds;
                },
                Score);
            Rounds.Say($"{People} people x {Days} days, {(long)People * Days} readings, {before / 1e6:0} MB");
            Rounds.Say($"score, no sheet stored yet   {medians[0]:0.0} s   database grows by {growth / 1e6:0} MB   peak {peak / 1e6:0} MB");
            Rounds.Say($"score, nothing changed       {medians[1]:0.0} s");
            return 0;

            async Task<double> Score()
            {
                using var service = ServiceProcess.Start(
                    ["score", "--quarter", "2026-Q4", "--as-of", "2027-01-05", "--database", $"Data Source={database}"],
                    new Dictionary<string, string>
                    {
                        ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development", ["Clock__Now"] = "2027-01-05T09:00:00Z",
                    });
                var seconds = await service.Finish();
                peak = Math.Max(peak, service.PeakMemory);
                return seconds;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Fill(string path)
    {
        var connectionString = $"Data Source={path}";
        var databases = new PooledDbContextFactory<BotDb>(new DbContextOptionsBuilder<BotDb>().UseSqlite(connectionString).Options);
        await Databases.Migrate(databases);
        for (var from = 0; from < People; from += 10_000)
        {
            await using var db = await databases.CreateDbContextAsync();
            for (var each = from; each < from + 10_000; each++)
            {
                var person = new PersonRow
                {
                    Id = Guid.CreateVersion7(Now), Email = $"engineer-{each}@acme.example", Name = "Engineer", GithubLogin = $"engineer-{each}_acme",
                    StartDate = new DateOnly(2024, 1, 1), SetBy = "operator", SetAt = Now,
                };
                db.Add(person);
                db.Add(new AccountRow { Id = each + 1, Vendor = "github", Key = $"{7_000_000 + each}", Person = person.Id, FirstReading = First });
            }

            await db.SaveChangesAsync();
        }

        await using var rest = await databases.CreateDbContextAsync();
        rest.Add(new ScopeRow { Id = 1, Source = Source.Copilot, Tool = Tool.Copilot.Id, Name = "200001", Part = string.Empty });
        for (var day = 0; day < Days; day++)
        {
            rest.Add(new SourceDayRow
            {
                Source = Source.Copilot, Tool = Tool.Copilot.Id, Scope = "200001", Day = First.AddDays(day).DayNumber, Rows = People, Complete = true, LastWritten = Now,
            });
        }

        await rest.SaveChangesAsync();
        Readings(connectionString);
        SqliteConnection.ClearAllPools();
    }

    private static void Readings(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText =
            "insert into readings(account, day, scope, prompts, agent_sessions, review_requests, acceptances, generations, marks) values ($a, $d, 1, $p, $s, 0, $c, $g, 1)";
        var (account, day, prompts, sessions, acceptances, generations) = (Add("$a"), Add("$d"), Add("$p"), Add("$s"), Add("$c"), Add("$g"));
        insert.Prepare();
        for (var person = 1; person <= People; person++)
        {
            for (var offset = 0; offset < Days; offset++)
            {
                account.Value = person;
                day.Value = First.AddDays(offset).DayNumber;
                prompts.Value = (person + offset) % 14;
                sessions.Value = offset % 3;
                acceptances.Value = person % 25;
                generations.Value = (person % 25) + 3;
                insert.ExecuteNonQuery();
            }
        }

        transaction.Commit();

        SqliteParameter Add(string name) => insert.Parameters.Add(name, SqliteType.Integer);
    }
}
