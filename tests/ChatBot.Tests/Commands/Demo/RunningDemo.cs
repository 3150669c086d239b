using System.Globalization;
using ChatBot.Chat;
using ChatBot.Features.Scores;
using ChatBot.Sources;
using ChatBot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Commands.Demo;

/// <summary>The whole service over a demo organisation that was imported and scored, at nine o'clock of the day after the last one.</summary>
internal sealed class RunningDemo : IAsyncDisposable
{
    private readonly WebApplication service;
    private int turns;

    private RunningDemo(DemoFixture demo, TestDatabase store)
    {
        Demo = demo;
        Store = store;
        Now = new DateTimeOffset(demo.Order.AsOf, new TimeOnly(9, 0), TimeSpan.Zero);
        service = Program.Build(
        [
            "--environment=Development",
            $"--ConnectionStrings:BotDb={store.Address.Connection}",
            $"--Clock:Now={Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}",
            "--Help:Contact=ai-help@example.com",
            "--Logging:LogLevel:Default=None",
        ]);
    }

    public DemoFixture Demo { get; }

    public TestDatabase Store { get; }

    public DateTimeOffset Now { get; }

    public IServiceProvider Parts => service.Services;

    public static async Task<RunningDemo> Of(DemoFixture demo)
    {
        var running = new RunningDemo(demo, await TestDatabase.Create());
        await running.Import();
        await running.Score();
        return running;
    }

    /// <summary>Reads all files, as <c>import</c> does.</summary>
    public async Task Import()
    {
        foreach (var import in Demo.Files.Imports)
        {
            await Import(import.Kind, from: null, [.. import.Files]);
        }
    }

    /// <summary>Reads files of a kind; what they change of people holds from a day.</summary>
    public async Task Import(string kind, DateOnly? from, params string[] files)
    {
        var request = new ImportRequest(kind, files)
        {
            SetBy = "operator",
            From = from,
            AsOf = kind == "copilot-seats" ? new DateTimeOffset(Demo.Order.Until.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : null,
        };
        Assert.Null((await Parts.GetRequiredService<ImportFiles>().Run(request, new Progress<ImportProgress>(), default)).Problem);
    }

    /// <summary>Computes everybody's sheets, as every night.</summary>
    public Task Score() => Scoring.Nightly(Parts, default);

    /// <summary>Presses a button, or types where the command is null.</summary>
    public async Task<Answer> Turn(string email, string? command, string text, params (string Name, string Value)[] inputs) => (await Parts.GetRequiredService<Bot>().Answer(
        new Turn
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"demo:{++turns}"), Account = new Account(Channel.Web, "local", email), Kind = command is null ? TurnKind.Typed : TurnKind.Pressed,
            Command = command, Text = text, Inputs = inputs.ToDictionary(x => x.Name, x => x.Value, StringComparer.Ordinal), At = Now,
        },
        default))!;

    /// <summary>Everybody's id by e-mail.</summary>
    public Task<Dictionary<string, Guid>> People() => Store.Query(db => db.People.ToDictionaryAsync(x => x.Email, x => x.Id, StringComparer.Ordinal));

    /// <summary>The documents of the current sheets of the quarter.</summary>
    public Task<Dictionary<Guid, byte[]>> Sheets()
    {
        var quarter = Demo.Order.Quarter.ToString();
        return Store.Query(db => db.ScoreSheets.Where(x => x.Quarter == quarter && x.ReplacedAt == null).ToDictionaryAsync(x => x.Person, x => x.Document));
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await Store.DisposeAsync();
    }
}
