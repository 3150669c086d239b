using ChatBot.Cards;
using ChatBot.Channels.Teams;
using ChatBot.Channels.Teams.Outbound;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using ChatBot.Tests.Channels.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ChatBot.Tests.Deliveries;

/// <summary>What the makers of a worker make; a card by default.</summary>
internal sealed class Kitchen
{
    public Func<DueDelivery, Making> Make { get; set; } = due => new Making.Ready(Note.Card($"{due.Key.Period}, copy {due.Copy}"));
}

/// <summary>The record of the tests' one card.</summary>
internal sealed record Note(string Text)
{
    public const string Template = """{"type":"AdaptiveCard","version":"1.5","body":[{"type":"TextBlock","text":"${text}","wrap":true}]}""";

    public static CardContent Card(string text) => new("note", new Note(text));
}

/// <summary>Makes what the kitchen says.</summary>
internal sealed class NoteMaker(Kitchen kitchen) : IDeliveryMaker
{
    public Task<Making> Make(DueDelivery due, CancellationToken cancel) => Task.FromResult(kitchen.Make(due));
}

/// <summary>Makes the same; another type, as another kind has.</summary>
internal sealed class LetterMaker(Kitchen kitchen) : IDeliveryMaker
{
    public Task<Making> Make(DueDelivery due, CancellationToken cancel) => Task.FromResult(kitchen.Make(due));
}

/// <summary>A process that sends: the worker with its own parts, Teams' real outgoing side, and a provider that speaks HTTP.</summary>
internal sealed class Worker : IAsyncDisposable
{
    /// <summary>A quiet kind.</summary>
    public const string Quiet = "note";

    /// <summary>A kind that must arrive.</summary>
    public const string MustArrive = "letter";

    public static readonly DateTimeOffset Now = new(2024, 11, 26, 11, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider parts;
    private bool stopped;

    private Worker(ServiceProvider parts) => this.parts = parts;

    public Kitchen Kitchen => parts.GetRequiredService<Kitchen>();

    public T Get<T>()
        where T : notnull => parts.GetRequiredService<T>();

    /// <summary>Starts it.</summary>
    public static async Task<Worker> Start(TestDatabase store, Action<IServiceCollection>? more = null, params (string Key, string Value)[] settings)
    {
        var worker = new Worker(Build(store, more, settings));
        await worker.parts.GetServices<IHostedService>().OfType<Dispatch>().Single().StartAsync(CancellationToken.None);
        return worker;
    }

    /// <summary>Somebody with a private chat on the provider, and their id.</summary>
    public static async Task<Guid> Person(TestDatabase store, FakeTeams? teams, int number, string? entra = null, bool reachable = true)
    {
        var id = PersonId(number);
        await store.Add([.. People(teams, number, 1, entra, reachable)]);
        return id;
    }

    /// <summary>Many of them.</summary>
    public static IEnumerable<object> People(FakeTeams? teams, int first, int count, string? entra = null, bool reachable = true)
    {
        for (var number = first; number < first + count; number++)
        {
            yield return new PersonRow { Id = PersonId(number), Email = $"p{number}@example.com", Name = $"Person {number}", EntraObjectId = entra, SetBy = "test", SetAt = Now };
            if (teams is not null)
            {
                yield return new AddressRow
                {
                    Person = PersonId(number), Channel = nameof(Channel.Teams), Tenant = "t", Account = $"29:{number}", Conversation = $"a:{number}",
                    ServiceUrl = teams.Address.ToString(), Reachable = reachable, SetAt = Now,
                };
            }
        }
    }

    public static Guid PersonId(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    /// <summary>Plans deliveries, due at once where nothing else is said.</summary>
    public static Task Plan(TestDatabase store, params PlannedDelivery[] deliveries) => store.Query(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        Outbox.Plan(db, deliveries, Now);
        await transaction.CommitAsync();
        return true;
    });

    /// <summary>A delivery of a kind to a person, due long ago.</summary>
    public static PlannedDelivery Due(string kind, int person, string period = "2026-W47") => new(new DeliveryKey(kind, PersonId(person), period), null, Now.AddDays(-1));

    /// <summary>Waits until no delivery is open, or until what is asked for holds.</summary>
    public static async Task<IReadOnlyList<DeliveryRow>> Until(TestDatabase store, Func<IReadOnlyList<DeliveryRow>, bool>? holds = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var rows = await store.Query(db => db.Deliveries.AsNoTracking().OrderBy(x => x.Kind).ThenBy(x => x.Recipient).ToListAsync(patience.Token));
            if (holds?.Invoke(rows) ?? rows.TrueForAll(row => row.State >= DeliveryState.Sent))
            {
                return rows;
            }

            // Another process would see the rows no sooner.
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    /// <summary>Stops it as a signal to end does.</summary>
    public async Task Stop()
    {
        if (!stopped)
        {
            stopped = true;
            await parts.GetServices<IHostedService>().OfType<Dispatch>().Single().StopAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await parts.DisposeAsync();
    }

    private static ServiceProvider Build(TestDatabase store, Action<IServiceCollection>? more, (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(Pairs(("Deliveries:TeamsPerSecond", "0"), ("Deliveries:PollSeconds", "0.1")))
            .AddInMemoryCollection(Pairs(settings))
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IHostApplicationLifetime, Started>()
            .AddSingleton<IDbContextFactory<BotDb>>(store).AddSingleton(store.Address)
            .AddWriting()
            .AddSingleton(new Kitchen())
            .AddSingleton(CardTemplates.Load(new Dictionary<string, string> { ["note"] = Note.Template }, new Dictionary<string, Type> { ["note"] = typeof(Note) }))
            .AddDeliveryKind<NoteMaker>(Quiet, DeliveryClass.Quiet)
            .AddDeliveryKind<LetterMaker>(MustArrive, DeliveryClass.MustArrive)
            .AddSingleton(configuration.Read<TeamsSettings>())
            .AddSingleton<Addresses>().AddSingleton<ConversationWindows>().AddSingleton<OutboundTokens>().AddSingleton<Connector>().AddSingleton<IChannel, TeamsChannel>()
            .AddDeliveries(configuration);
        services.AddTeamsHttp();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(params (string Key, string Value)[] settings) =>
        settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value));

    private sealed class Started : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}

internal static class Kitchens
{
    /// <summary>Has the makers make this.</summary>
    public static IServiceCollection Kitchen(this IServiceCollection services, Func<DueDelivery, Making> make) => services.AddSingleton(new Kitchen { Make = make });
}
