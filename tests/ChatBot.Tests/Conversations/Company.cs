using System.Globalization;
using System.Text;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Features.Scores;
using ChatBot.Sources;
using ChatBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>
/// A small company on the whole service: files are imported, sheets computed, turns answered and committed as in earnest; only the wire of a
/// channel is missing. The clock stands at 22 November 2026, a Sunday, unless a test says otherwise.
/// </summary>
internal sealed partial class Company : IAsyncDisposable
{
    /// <summary>What somebody hostile writes into a name or a reason.</summary>
    public const string Hostile = "<at>Eve</at> [press](https://evil.example) **bold** <script>alert(1)</script> \u202Egnp.exe";

    private const string Colleagues = "Payments";
    private readonly TestDatabase database;
    private readonly WebApplication service;
    private readonly bool owns;
    private int turns;

    private Company(TestDatabase database, DateTimeOffset now, string[] settings, bool owns = true)
    {
        this.database = database;
        this.owns = owns;
        Now = now;
        service = Program.Build(
        [
            "--environment=Development",
            $"--ConnectionStrings:BotDb={database.Address.Connection}",
            $"--Clock:Now={now:yyyy-MM-dd'T'HH:mm:ss'Z'}",
            "--Help:Contact=ai-help@example.com",
            "--Logging:LogLevel:Default=None",
            .. settings,
        ]);
    }

    public DateTimeOffset Now { get; }

    /// <summary>The service's parts.</summary>
    public IServiceProvider Parts => service.Services;

    /// <summary>Its store.</summary>
    public TestDatabase Store => database;

    private DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The company on a day, with usage up to the day before.</summary>
    public static async Task<Company> On(string day = "2026-11-22", Database kind = Database.Sqlite, params string[] settings)
    {
        var now = DateTimeOffset.ParseExact(day + "T09:00:00Z", "yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
        var company = new Company(await TestDatabase.Create(kind), now, settings);
        await company.Fill();
        return company;
    }

    /// <summary>Somebody to talk as, by the part of the e-mail before the @.</summary>
    public Talker Talker(string name) => new(this, $"{name}@example.com");

    /// <summary>One turn.</summary>
    public async Task<Answer?> Take(Turn turn) => await service.Services.GetRequiredService<Bot>().Answer(turn, CancellationToken.None);

    /// <summary>A turn's key, never the same twice.</summary>
    public string NextKey() => string.Create(CultureInfo.InvariantCulture, $"test:{++turns}");

    /// <summary>What a delivery is when its turn has come.</summary>
    public async Task<Making> Make<TMaker>(DueDelivery due)
        where TMaker : IDeliveryMaker
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TMaker>().Make(due, CancellationToken.None);
    }

    /// <summary>Sends what is due, as a worker does.</summary>
    public async Task SendDue()
    {
        using var flight = new SemaphoreSlim(1);
        foreach (var row in await service.Services.GetRequiredService<OutboxRows>().Claim(10, CancellationToken.None))
        {
            var places = await service.Services.GetRequiredService<Reach>().Of([row.Key.Recipient], CancellationToken.None);
            await service.Services.GetRequiredService<Deliver>().Run(row, places.GetValueOrDefault(row.Key.Recipient), flight, CancellationToken.None, CancellationToken.None);
        }
    }

    /// <summary>Plans deliveries.</summary>
    public async Task Plan(params PlannedDelivery[] deliveries)
    {
        await using var db = database.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        Outbox.Plan(db, deliveries, Now);
        await transaction.CommitAsync();
    }

    /// <summary>The person's id.</summary>
    public Task<Guid> IdOf(string name) => Query(db => db.People.Where(x => x.Email == $"{name}@example.com").Select(x => x.Id).SingleAsync());

    /// <summary>Writes to the store as nobody in earnest does.</summary>
    public async Task Write(Func<BotDb, Task> write)
    {
        await using var db = database.CreateDbContext();
        await write(db);
        await db.SaveChangesAsync();
    }

    /// <summary>What is stored.</summary>
    public Task<T> Query<T>(Func<BotDb, Task<T>> ask) => database.Query(ask);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        if (owns)
        {
            await database.DisposeAsync();
        }
    }

    private async Task Fill()
    {
        await Import("people", People());
        await Import("leave", "email,from,to\nolga@example.com,2026-11-16,\n");
        await Import("holidays", "country,date,name\nDE,2026-10-03,Tag der Deutschen Einheit\nDE,2026-12-25,Weihnachten\n");
        await Import("gaps", "scope,value,tool,from,to,reason\nemail,bea@example.com,,2026-07-01,,Bedrock\nemail,kai@example.com,copilot,2026-11-02,2026-11-04,Bedrock\n");
        await Import("usage-csv", Usage());
        await Scoring.Nightly(service.Services, CancellationToken.None);
    }

    /// <summary>Reads one more file.</summary>
    public async Task Import(string kind, string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Path.GetRandomFileName()}.csv");
        await File.WriteAllTextAsync(file, text);
        try
        {
            var report = await service.Services.GetRequiredService<ImportFiles>().Run(new ImportRequest(kind, [file]) { SetBy = "operator" }, new Progress<ImportProgress>(), CancellationToken.None);
            Assert.Null(report.Problem);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string People()
    {
        var people = new StringBuilder("email,name,work_area,country,time_zone,start_date,end_date\n");
        people.Append("ada@example.com,Ada Lovelace,Payments,DE,Europe/Berlin,2020-01-01,\n");
        people.Append("grace@example.com,Grace Hopper,Payments,DE,Europe/Berlin,2020-01-01,\n");
        people.Append("linus@example.com,Linus Quiet,Risk,,,2020-01-01,\n");
        people.Append("nina@example.com,Nina New,Risk,,,2026-11-02,\n");
        people.Append("tove@example.com,Tove Unlinked,Risk,,,2020-01-01,\n");
        people.Append("olga@example.com,Olga Away,Risk,,,2020-01-01,\n");
        people.Append("lars@example.com,Lars Gone,Risk,,,2020-01-01,2026-11-20\n");
        people.Append("bea@example.com,Bea Bedrock,Risk,,,2020-01-01,\n");
        people.Append("kai@example.com,Kai Two,Risk,,,2020-01-01,\n");
        people.Append(CultureInfo.InvariantCulture, $"eve@example.com,\"{Hostile}\",Risk,,,2020-01-01,\n");
        for (var i = 1; i <= 12; i++)
        {
            people.Append(CultureInfo.InvariantCulture, $"colleague{i}@example.com,Colleague {i},{Colleagues},DE,Europe/Berlin,2020-01-01,\n");
        }

        return people.ToString();
    }

    /// <summary>Usage of every working day since July, up to yesterday.</summary>
    private string Usage()
    {
        var rows = new StringBuilder("email,day,tool,prompts,agent_sessions,review_requests,acceptances,generations,cost_usd\n");
        for (var (day, working) = (new DateOnly(2026, 7, 1), 0); day < Today; day = day.AddDays(1))
        {
            if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                continue;
            }

            working++;
            Row(rows, day, "ada", "copilot", working % 3 > 0 ? (3, 0, 0, 11) : default);
            Row(rows, day, "grace", "copilot", working % 5 > 0 ? (14, 4, 1, 14) : default);
            Row(rows, day, "linus", "copilot", day <= new DateOnly(2026, 10, 12) ? (1, 0, 0, 0) : default);
            Row(rows, day, "nina", "copilot", day >= new DateOnly(2026, 11, 2) ? (4, 0, 0, 0) : null);
            Row(rows, day, "olga", "copilot", (2, 0, 0, 5));
            Row(rows, day, "lars", "copilot", (2, 0, 0, 5));
            Row(rows, day, "bea", "copilot", (9, 1, 0, 0));
            Row(rows, day, "kai", "copilot", (2, 0, 0, 4));
            Row(rows, day, "kai", "claude-code", (0, 3, 0, 9));
            Row(rows, day, "eve", "copilot", (2, 0, 0, 4));
            for (var i = 1; i <= 12; i++)
            {
                Row(rows, day, $"colleague{i}", "copilot", working % 2 == 0 ? (i, 0, 0, 5) : default);
            }
        }

        return rows.ToString();
    }

    private static void Row(StringBuilder rows, DateOnly day, string name, string tool, (int Prompts, int Sessions, int Reviews, int Acceptances)? seen)
    {
        if (seen is { } use && use != default)
        {
            rows.Append(CultureInfo.InvariantCulture, $"{name}@example.com,{day:yyyy-MM-dd},{tool},{use.Prompts},{use.Sessions},{use.Reviews},{use.Acceptances},,\n");
        }
    }
}

/// <summary>One person in a private chat.</summary>
internal sealed class Talker(Company company, string email)
{
    private System.Text.Json.Nodes.JsonObject? shown;

    /// <summary>Types something.</summary>
    public Task<Heard> Says(string text) => Take(new Turn { Key = company.NextKey(), Account = Account, Kind = TurnKind.Typed, Text = text, At = company.Now });

    /// <summary>Types something where others read it too.</summary>
    public Task<Heard> SaysInARoom(string text) => Take(new Turn { Key = company.NextKey(), Account = Account, Kind = TurnKind.Typed, Text = text, InRoom = true, At = company.Now });

    /// <summary>Adds the bot.</summary>
    public Task<Heard> Arrives() => Take(new Turn { Key = company.NextKey(), Account = Account, Kind = TurnKind.Arrived, At = company.Now });

    /// <summary>Presses the button of the last card that says so.</summary>
    /// <param name="title">What the button says.</param>
    /// <param name="filled">What is filled into the card's inputs, by id.</param>
    public Task<Heard> Presses(string title, params (string Id, string Value)[] filled)
    {
        var (command, inputs) = Button(title);
        foreach (var (id, value) in filled)
        {
            inputs[id] = value;
        }

        return PressesHostile(command, inputs);
    }

    /// <summary>What the button of the last card carries that says so.</summary>
    public (string Command, Dictionary<string, string> Inputs) Button(string title)
    {
        var button = Buttons(shown!).Single(action => (string?)action["title"] == title);
        return (
            (string)button["verb"]!,
            button["data"]?.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!, StringComparer.Ordinal) ?? new Dictionary<string, string>(StringComparer.Ordinal));
    }

    /// <summary>The buttons of a card, wherever they stand.</summary>
    private static IEnumerable<System.Text.Json.Nodes.JsonObject> Buttons(System.Text.Json.Nodes.JsonNode? node) => node switch
    {
        System.Text.Json.Nodes.JsonObject { } one when (string?)one["type"] == "Action.Execute" => [one],
        System.Text.Json.Nodes.JsonObject { } one => one.SelectMany(member => Buttons(member.Value)),
        System.Text.Json.Nodes.JsonArray all => all.SelectMany(Buttons),
        _ => [],
    };

    /// <summary>Sends what no button of ours carries.</summary>
    public Task<Heard> PressesHostile(string command, Dictionary<string, string> inputs) =>
        Take(new Turn { Key = company.NextKey(), Account = Account, Kind = TurnKind.Pressed, Command = command, Inputs = inputs, At = company.Now });

    private Account Account => new(Channel.Web, "local", email);

    private async Task<Heard> Take(Turn turn)
    {
        var answer = await company.Take(turn);
        shown = answer?.Card;
        if (answer is not null)
        {
            HeardOnSlack.Check(answer);
        }

        return new Heard(answer);
    }
}

/// <summary>What the bot said.</summary>
internal sealed record Heard(Answer? Answer)
{
    /// <summary>The card in plain text.</summary>
    public string Text => Answer is null ? string.Empty : CardText.Render(Answer.Card).TrimEnd('\n');

    /// <summary>The bot's very words, buttons last.</summary>
    public void Gets(string words)
    {
        if (Text != words.ReplaceLineEndings("\n"))
        {
            Assert.Fail($"The bot said\n------\n{Text}\n------\nand not\n------\n{words}\n------");
        }
    }

    /// <summary>The first line.</summary>
    public void Begins(string words) => Assert.Equal(words, Text.Split('\n')[0]);
}
