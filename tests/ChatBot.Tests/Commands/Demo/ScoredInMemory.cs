using System.Globalization;
using System.IO.Compression;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Sources;
using ChatBot.Tests.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Commands.Demo;

/// <summary>Reads a demo organisation's files with the real readers and scores everybody with the real scorer, without a database between them.</summary>
internal sealed class ScoredInMemory
{
    private readonly DemoFixture demo;
    private readonly Dictionary<(string Vendor, string Key), int> accounts = [];
    private readonly Dictionary<(string Vendor, string Name), int> names = [];
    private readonly Dictionary<(Source, Tool, string, string), Scope> scopes = [];
    private readonly Dictionary<int, (Tool Tool, DateOnly? FirstReading)> known = [];
    private readonly Dictionary<(int Account, int Scope, DateOnly Day), Reading> readings = [];
    private readonly List<Seat> seats = [];
    private readonly HashSet<(Source Source, Tool Tool, string Scope, DateOnly Day)> wholeDays = [];

    private ScoredInMemory(DemoFixture demo) => this.demo = demo;

    /// <summary>What each person is told the day after the last one, and the sheet it follows from.</summary>
    public static async Task<IReadOnlyDictionary<string, (Verdict Verdict, ScoreSheet Sheet)>> Of(DemoFixture demo)
    {
        var scored = new ScoredInMemory(demo);
        await using var services = new ServiceCollection().AddUsageReaders().BuildServiceProvider();
        foreach (var reader in services.GetServices<IFileReader>())
        {
            await scored.Read(reader);
        }

        return scored.Score();
    }

    private async Task Read(IFileReader reader)
    {
        foreach (var file in demo.Of(reader.Kind))
        {
            var sink = new RecordingSink();
            await using var bytes = File.OpenRead(file);
            await using var content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
            await reader.Read(content, sink, CancellationToken.None);
            sink.Rows.ForEach(Take);
            sink.Seats.ForEach(Take);
            wholeDays.UnionWith(sink.WholeDays);
        }
    }

    private void Take(UsageRow row)
    {
        var account = Account(row.Vendor, row.AccountKey, row.AccountName);
        var key = (row.Source, row.Tool, row.Scope, row.Part);
        if (!scopes.TryGetValue(key, out var scope))
        {
            scopes.Add(key, scope = new Scope(scopes.Count + 1, row.Source, row.Tool, row.Scope, row.Part));
        }

        var first = known.GetValueOrDefault(account).FirstReading;
        known[account] = (row.Tool, first is null || row.Day < first ? row.Day : first);
        readings.Add((account, scope.Id, row.Day), new Reading(account, scope.Id, row.Day, row.Signals, row.Marks));
    }

    private void Take(SeatListing seat)
    {
        var account = Account("github", seat.AccountKey, seat.AccountName);
        known.TryAdd(account, (Tool.Copilot, null));
        var lastActivity = seat.LastActivityAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : (DateOnly?)null;
        seats.Add(new Seat(Source.Copilot, demo.Order.Until, account, DateOnly.FromDateTime(seat.CreatedAt.UtcDateTime), seat.CancelledOn, lastActivity));
    }

    private int Account(string vendor, string key, string? name)
    {
        if (!accounts.TryGetValue((vendor, key), out var account))
        {
            accounts.Add((vendor, key), account = accounts.Count + 1);
        }

        names[(vendor, name ?? key)] = account;
        return account;
    }

    private Dictionary<string, (Verdict, ScoreSheet)> Score()
    {
        var rubric = Rubric.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rubrics", "2026.1.json"))).Rubric!;
        var scorer = new Scorer(Facts(), rubric, demo.Order.Quarter, demo.Order.AsOf);
        var people = demo.Csv("people.csv");
        var leave = demo.Csv("leave.csv").ToLookup(row => row["email"], Span, StringComparer.Ordinal);
        var claims = people.SelectMany(Claims).GroupBy(account => account).ToDictionary(account => account.Key, account => account.Count());
        var byAccount = readings.Values.ToLookup(reading => reading.Account);
        var seatsByAccount = seats.ToLookup(seat => seat.Account);
        var verdicts = new Dictionary<string, (Verdict, ScoreSheet)>(StringComparer.Ordinal);
        foreach (var row in people)
        {
            var mine = Claims(row).Where(known.ContainsKey).ToArray();
            var person = PersonOf(row, [.. leave[row["email"]]]);
            var sheet = scorer.Score(new ScoreInputs(
                person,
                [.. mine.Select(account => new LinkedAccount(account, known[account].Tool, claims[account] > 1, known[account].FirstReading))],
                [.. mine.SelectMany(account => byAccount[account])],
                [.. mine.SelectMany(account => seatsByAccount[account])],
                []));
            verdicts.Add(row["email"], (Verdicts.Over(sheet, person, demo.Order.AsOf, underReview: false, exemptUntil: null), sheet));
        }

        return verdicts;
    }

    private OrganisationFacts Facts()
    {
        var rows = readings.Values.Select(reading => (Scope: scopes.Values.Single(scope => scope.Id == reading.Scope), reading.Day, reading.Account))
            .Select(row => (row.Scope.Source, row.Scope.Tool, row.Scope.Name, row.Day, row.Account)).Distinct()
            .GroupBy(row => (row.Source, row.Tool, row.Name, row.Day)).ToDictionary(day => day.Key, day => day.Count());
        var written = new DateTimeOffset(demo.Order.AsOf, new TimeOnly(9, 0), TimeSpan.Zero);
        return new OrganisationFacts(
            [.. scopes.Values],
            [.. wholeDays.Select(day => new SourceDay(day.Source, day.Tool, day.Scope, day.Day, rows.GetValueOrDefault((day.Source, day.Tool, day.Scope, day.Day)), true, written))],
            [.. demo.Csv("gaps.csv").Select(GapOf)],
            demo.Csv("holidays.csv").GroupBy(row => row["country"], StringComparer.Ordinal)
                .ToDictionary(country => country.Key, IReadOnlySet<DateOnly> (country) => country.Select(row => Day(row["date"])!.Value).ToHashSet(), StringComparer.Ordinal),
            [(Source.Copilot, demo.Order.Until)]);
    }

    private IEnumerable<int> Claims(Dictionary<string, string> person)
    {
        foreach (var (vendor, name) in ((string, string)[])[("github", person["github_login"]), ("anthropic", person["claude_email"]), ("email", person["email"])])
        {
            if (names.TryGetValue((vendor, name), out var account))
            {
                yield return account;
            }
        }
    }

    private static Person PersonOf(Dictionary<string, string> row, IReadOnlyList<DateSpan> leave)
    {
        static Dated<T> Always<T>(T value) => new([(DateOnly.MinValue, value)]);
        return new Person
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            Email = row["email"],
            StartDate = Day(row["start_date"]),
            EndDate = Day(row["end_date"]),
            WorkingDays = WorkingDays.TryParse(row["working_days"], out var days) ? Always(days) : Dated<WorkingDays>.None,
            WorkArea = Always(row["work_area"]),
            Office = Always(row["office"]),
            Country = Always(row["country"]),
            Leave = leave,
        };
    }

    private static Gap GapOf(Dictionary<string, string> row) => new(
        row["scope"] switch { "email" => GapScope.Email, "office" => GapScope.Office, "work_area" => GapScope.WorkArea, _ => GapScope.All },
        row["value"], row["tool"].Length == 0 ? null : new Tool(row["tool"]), Span(row), row["reason"]);

    private static DateSpan Span(Dictionary<string, string> row) => new(Day(row["from"])!.Value, Day(row["to"]));

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
