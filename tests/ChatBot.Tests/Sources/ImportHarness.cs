using System.Globalization;
using ChatBot.Domain.Usage;
using ChatBot.Sources;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Sources;

/// <summary>Imports texts into a database of the test's own, and shows what the store then holds, whatever numbers it gave to accounts and scopes.</summary>
internal sealed class ImportHarness : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly LineReader lines = new();
    private readonly SeatReader seats = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("chatbot-import-");

    private ImportHarness(TestDatabase database) => this.database = database;

    public TestDatabase Database => database;

    public DateTimeOffset Now { get; set; } = Noon;

    /// <summary>Rows after which reading fails as if the process had been killed; null reads to the end.</summary>
    public int? KilledAfter
    {
        set => lines.KilledAfter = value;
    }

    public static async Task<ImportHarness> On(Database kind) => new(await TestDatabase.Create(kind));

    public Task<ImportReport> Import(string kind, params string[] texts) => Import(new ImportRequest(kind, []), texts);

    public async Task<ImportReport> Import(ImportRequest request, params string[] texts)
    {
        var files = texts.Select((text, index) =>
        {
            var path = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"file-{index}.txt"));
            File.WriteAllText(path, text);
            return path;
        }).ToArray();
        var import = new ImportFiles(database, [lines, seats], new StoppedClock(Now));
        return await import.Run(request with { Files = files }, new Progress<ImportProgress>(), CancellationToken.None);
    }

    public Task<T> Query<T>(Func<BotDb, Task<T>> ask) => database.Query(ask);

    /// <summary>Everything that usage files bring, as sorted lines.</summary>
    public async Task<IReadOnlyList<string>> Store()
    {
        await using var db = database.CreateDbContext();
        var accounts = await db.Accounts.AsNoTracking().ToDictionaryAsync(x => x.Id);
        var people = await db.People.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Email);
        var scopes = await db.Scopes.AsNoTracking().ToDictionaryAsync(x => x.Id);
        var readings = from x in await db.Readings.AsNoTracking().ToListAsync()
                       let scope = scopes[x.Scope]
                       select $"reading {accounts[x.Account].Key} {x.Day} {scope.Source} {scope.Tool} {scope.Name} {scope.Part} {x.Prompts} {x.Marks}";
        var days = from x in await db.SourceDays.AsNoTracking().ToListAsync()
                   select $"day {x.Source} {x.Tool} {x.Scope} {x.Day} {x.Rows} {x.Complete} {x.LastWritten:u}";
        var names = from x in await db.AccountNames.AsNoTracking().ToListAsync() select $"name {x.Name} {accounts[x.Account].Key} {x.LastSeen:O}";
        var links = from x in accounts.Values
                    select $"account {x.Vendor} {x.Key} {(x.Person is { } person ? people[person] : "-")} {x.Ambiguous} {x.FirstReading:O}";
        return [.. readings.Concat(days).Concat(names).Concat(links).Order(StringComparer.Ordinal)];
    }

    public async ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        await database.DisposeAsync();
    }

    /// <summary>A vendor of our own: <c>vendor key name source scope part day prompts marks</c> a line, <c>-</c> for nothing; <c>whole source scope day</c>.</summary>
    private sealed class LineReader : IFileReader
    {
        private static readonly Dictionary<string, Source> Sources = new(StringComparer.Ordinal)
        {
            ["github"] = Source.Copilot, ["anthropic"] = Source.ClaudeCode, ["openai"] = Source.Codex, ["email"] = Source.UsageCsv,
        };

        public int? KilledAfter { get; set; }

        public string Kind => "lines";

        public async Task Read(Stream content, IReadingSink sink, CancellationToken cancel)
        {
            var days = new HashSet<(string Vendor, string Scope, DateOnly Day)>();
            using var reader = new StreamReader(content);
            for (var number = 1; await reader.ReadLineAsync(cancel) is { } line; number++)
            {
                if (number > KilledAfter)
                {
                    throw new KilledException();
                }

                if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var vendor, var key, var name, var scope, var part, var day, var prompts, .. var marks])
                {
                    var at = DateOnly.Parse(day, CultureInfo.InvariantCulture);
                    days.Add((vendor, scope, at));
                    sink.Usage(new UsageRow(
                        vendor, key, Text(name), marks.Contains("machine"), Sources[vendor], Tool(vendor), scope, Text(part) ?? string.Empty, at,
                        new Signals(int.Parse(prompts, CultureInfo.InvariantCulture), null, null, null, null),
                        Marks.Use | (marks.Contains("28") ? Marks.From28DayReport : Marks.None), null, null));
                }
                else if (line.Split(' ') is ["whole", var of, var in_, var on])
                {
                    days.Add((of, in_, DateOnly.Parse(on, CultureInfo.InvariantCulture)));
                }
                else if (line == "break")
                {
                    return;
                }
                else
                {
                    sink.Reject($"line {number}", "it is no row.");
                }
            }

            foreach (var (vendor, scope, day) in days)
            {
                sink.WholeDay(Sources[vendor], Tool(vendor), scope, day);
            }
        }

        private static Tool Tool(string vendor) => vendor switch
        {
            "github" => Domain.Usage.Tool.Copilot,
            "anthropic" => Domain.Usage.Tool.ClaudeCode,
            _ => Domain.Usage.Tool.ChatGpt,
        };

        private static string? Text(string text) => text == "-" ? null : text;
    }

    /// <summary><c>id login created</c> a line.</summary>
    private sealed class SeatReader : IFileReader
    {
        public string Kind => "seats";

        public async Task Read(Stream content, IReadingSink sink, CancellationToken cancel)
        {
            using var reader = new StreamReader(content);
            while (await reader.ReadLineAsync(cancel) is { } line)
            {
                if (line.Split(' ') is [var id, var login, var created, ..])
                {
                    sink.Seat(new SeatListing(id, login, DateTimeOffset.Parse(created, CultureInfo.InvariantCulture), null, null, "business"));
                }
                else if (line == "broken")
                {
                    throw new InvalidDataException("the page breaks off.");
                }
            }
        }
    }

    internal sealed class KilledException() : Exception("killed");
}
