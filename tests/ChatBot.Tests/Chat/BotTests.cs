using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Chat;

public sealed class BotTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = Guid.CreateVersion7(Now);
    private static readonly Guid Sheet = Guid.CreateVersion7(Now);

    [Theory, OnSqlite, OnPostgres]
    public async Task An_answer_that_states_a_verdict_is_committed_with_its_look_its_delivery_and_its_event(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var parts = await Parts(store);

        var answer = await Ask(parts, "k1", "my score");

        Assert.Equal("You: heavy.", answer!.Summary);
        Assert.Equal(new DeliveryKey("reply", Ada, "k1"), answer.Delivery);
        var delivery = await store.Query(db => db.Deliveries.SingleAsync());
        Assert.Equal((Sheet, DeliveryState.Sending, Now), (delivery.About!.Value, delivery.State, delivery.StateAt));
        var look = await store.Query(db => db.AccessRecords.SingleAsync());
        Assert.Equal(("score", true), (look.What, look.Allowed));
        var done = await store.Query(db => db.Inbox.SingleAsync());
        Assert.Equal((Now, null), (done.DoneAt!.Value, done.Payload));

        await parts.GetRequiredService<DeliveryLedger>().Sent(answer.Delivery!, "message 7", CancellationToken.None);
        var sent = await store.Query(db => db.Deliveries.SingleAsync());
        Assert.Equal((DeliveryState.Sent, "message 7"), (sent.State, sent.ProviderMessageId));
    }

    [Fact]
    public async Task A_handler_that_fails_is_answered_kindly_and_changes_nothing()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        var answer = await Ask(parts, "k1", "break it");

        Assert.Equal(Phrasebook.Trouble + ".", answer!.Summary);
        Assert.Null(answer.Delivery);
        Assert.NotNull(await store.Query(db => db.Inbox.Select(x => x.DoneAt).SingleAsync()));
        Assert.Equal("score", await store.Query(db => db.AccessRecords.Select(x => x.What).SingleAsync()));
        Assert.Equal(0, await store.Query(db => db.Holidays.CountAsync()));
    }

    [Fact]
    public async Task What_a_handler_changes_is_committed_with_the_turn()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        await Ask(parts, "k1", "change it");

        Assert.Equal("XX", await store.Query(db => db.Holidays.Select(x => x.Country).SingleAsync()));
    }

    [Fact]
    public async Task An_account_that_nobody_is_known_by_is_told_so()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        var answer = await Ask(parts, "k1", "my score", new Account(Channel.Teams, "t", "nobody"));

        Assert.Equal(Phrasebook.Unknown + ".", answer!.Summary);
        Assert.Equal(0, await store.Query(db => db.AccessRecords.CountAsync()));
    }

    [Theory]
    [InlineData(Channel.Teams, "OBJECT-1")]
    [InlineData(Channel.Slack, "U1")]
    [InlineData(Channel.Web, " Ada@Example.com")]
    [InlineData(Channel.Web, "ada.before@example.com")]
    internal async Task A_person_is_known_by_their_account_on_every_channel(Channel channel, string id)
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        Assert.Equal("You: heavy.", (await Ask(parts, "k1", "my score", new Account(channel, "t", id)))!.Summary);
    }

    [Fact]
    public async Task Nothing_personal_is_said_or_looked_at_in_a_room()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        var answer = await parts.GetRequiredService<Bot>().Answer(Turn("k1", "my score") with { InRoom = true }, CancellationToken.None);

        Assert.Equal(Phrasebook.Room + ".", answer!.Summary);
        Assert.Equal(0, await store.Query(db => db.AccessRecords.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_events_of_adding_the_bot_make_one_welcome(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var parts = await Parts(store);
        var bot = parts.GetRequiredService<Bot>();

        var answers = await Task.WhenAll(new[] { "k1", "k2" }.Select(key => bot.Answer(Turn(key, string.Empty) with { Kind = TurnKind.Arrived }, CancellationToken.None)));

        Assert.Equal(new DeliveryKey("welcome", Ada, "once"), Assert.Single(answers, x => x is not null)!.Delivery);
    }

    [Fact]
    public async Task Somebody_who_leaves_gets_no_answer_and_the_event_is_done()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);
        await parts.GetRequiredService<Inbox>().Accept("k1", Channel.Teams, "{}", CancellationToken.None);

        Assert.Null(await parts.GetRequiredService<Bot>().Answer(Turn("k1", string.Empty) with { Kind = TurnKind.Departed }, CancellationToken.None));

        Assert.NotNull(await store.Query(db => db.Inbox.Select(x => x.DoneAt).SingleAsync()));
    }

    [Fact]
    public async Task What_a_stopped_process_was_sending_is_unknown_afterwards()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);
        await Ask(parts, "k1", "my score");

        await parts.GetRequiredService<DeliveryLedger>().SettleLeftOvers(TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.Equal(DeliveryState.Sending, await store.Query(db => db.Deliveries.Select(x => x.State).SingleAsync()));

        await parts.GetRequiredService<DeliveryLedger>().SettleLeftOvers(TimeSpan.Zero, CancellationToken.None);
        Assert.Equal(DeliveryState.Unknown, await store.Query(db => db.Deliveries.Select(x => x.State).SingleAsync()));
    }

    private static async Task<Answer?> Ask(ServiceProvider parts, string key, string text, Account? account = null)
    {
        await parts.GetRequiredService<Inbox>().Accept(key, Channel.Teams, "{}", CancellationToken.None);
        var turn = Turn(key, text);
        return await parts.GetRequiredService<Bot>().Answer(turn with { Account = account ?? turn.Account }, CancellationToken.None);
    }

    private static Turn Turn(string key, string text) =>
        new() { Key = key, Account = new Account(Channel.Teams, "t", "object-1"), Kind = TurnKind.Typed, Text = text, At = Now };

    /// <summary>The bot with a phrasebook of its own: a few rows, one card.</summary>
    private static async Task<ServiceProvider> Parts(TestDatabase store)
    {
        await store.Add(
            new PersonRow { Id = Ada, Email = "ada@example.com", Name = "Ada", EntraObjectId = "object-1", SlackUserId = "U1", SetBy = "operator", SetAt = Now },
            new PersonAliasRow { Email = "ada.before@example.com", Person = Ada });
        var services = new ServiceCollection()
            .AddSingleton<IDbContextFactory<BotDb>>(store).AddScoped(_ => store.CreateDbContext())
            .AddSingleton<TimeProvider>(new StoppedClock(Now)).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddScoped<ISheets, NoSheets>().AddWriting().AddChat()
            .AddSingleton<Phrasebook>()
            .AddSingleton(CardTemplates.Load(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["said"] = """{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "${text}", "wrap": true }] }""",
                },
                new Dictionary<string, Type>(StringComparer.Ordinal) { ["said"] = typeof(Said) }));
        foreach (var name in Phrasebook.AlwaysThere)
        {
            services.AddPhrase(new Phrase(name, name, string.Empty, [], typeof(SaysItsName), Personal: false));
        }

        services.AddPhrase(new Phrase("score.show", "My score", "your score", ["my score"], typeof(TellsScore)));
        services.AddPhrase(new Phrase("test.break", "Break", "breaks", ["=break it"], typeof(Breaks)));
        services.AddPhrase(new Phrase("test.change", "Change", "changes", ["=change it"], typeof(Changes)));
        return services.BuildServiceProvider(validateScopes: true);
    }

    private sealed record Said(string Text);

    private sealed class SaysItsName : IHandler
    {
        public Task<Reply> Answer(Asked asked, CancellationToken cancel) => Task.FromResult(new Reply(new CardContent("said", new Said(asked.Understood.Row.Name + "."))));
    }

    private sealed class TellsScore(PersonDoor door) : IHandler
    {
        public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
            Task.FromResult(new Reply(new CardContent("said", new Said(door.Open(asked.Self, asked.Person!.Value, "score") is null ? "Refused." : "You: heavy.")), Sheet));
    }

    private sealed class Breaks(PersonDoor door, TurnEffects effects) : IHandler
    {
        public Task<Reply> Answer(Asked asked, CancellationToken cancel)
        {
            door.Open(asked.Self, asked.Person!.Value, "score");
            effects.Change(Holiday);
            throw new InvalidDataException("a bug");
        }
    }

    private sealed class Changes(TurnEffects effects) : IHandler
    {
        public Task<Reply> Answer(Asked asked, CancellationToken cancel)
        {
            effects.Change(Holiday);
            return Task.FromResult(new Reply(new CardContent("said", new Said("Changed."))));
        }
    }

    private static Task Holiday(BotDb db, CancellationToken cancel)
    {
        db.Add(new HolidayRow { Country = "XX", Day = new DateOnly(2026, 1, 1), Name = "Day" });
        return Task.CompletedTask;
    }
}
