using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Features.Help;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace ChatBot.Tests.Chat;

/// <summary>A button that changes something works once, for one person, verb and object, and for a time.</summary>
public sealed class ActionTokenTests
{
    private const string Verb = "test.change";
    private static readonly DateTimeOffset Start = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = Guid.CreateVersion7(Start);
    private static readonly Guid Bob = Guid.CreateVersion7(Start.AddDays(1));

    [Theory, OnSqlite, OnPostgres]
    public async Task A_press_with_its_token_changes_what_the_token_was_made_for_and_a_repeat_changes_nothing(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var parts = await Parts(store);
        var token = await Mint(parts, store, Ada, Verb, "blue");

        Assert.Equal("Changed blue.", await Press(parts, "ada", Verb, token, ("object", "red")));
        Assert.Equal(["blue"], await Changes(store));

        var again = await Press(parts, "ada", Verb, token);
        Assert.StartsWith("That button is used up", again, StringComparison.Ordinal);
        Assert.Equal(["blue"], await Changes(store));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_presses_at_once_one_changes_something(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var parts = await Parts(store);
        for (var round = 0; round < 5; round++)
        {
            var token = await Mint(parts, store, Ada, Verb, $"round {round}");

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Press(parts, "ada", Verb, token))));

            Assert.Equal(3, answers.Count(answer => answer.StartsWith("That button is used up", StringComparison.Ordinal)));
            Assert.Equal(round + 1, (await Changes(store)).Count);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_nodes_that_both_saw_the_token_good_use_it_once(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await using var here = await Parts(store);
        await using var there = await Parts(store, add: false);
        var token = await Mint(here, store, Ada, Verb, "blue");

        var answers = await Task.WhenAll(Task.Run(() => Press(here, "ada", Verb, token)), Task.Run(() => Press(there, "ada", Verb, token)));

        Assert.Single(answers, "Changed blue.");
        Assert.Equal(["blue"], await Changes(store));
    }

    [Fact]
    public async Task What_is_not_yours_and_what_never_was_read_the_same_and_change_nothing()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);
        var token = await Mint(parts, store, Ada, Verb, "blue");

        var answers = new[]
        {
            await Press(parts, "bob", Verb, token),
            await Press(parts, "bob", Verb, new Guid(0x600DF00D, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString("N")),
            await Press(parts, "bob", Verb, "' or 1=1 --"),
            await Press(parts, "bob", Verb, string.Empty),
            await Press(parts, "bob", Verb, null),
        };

        Assert.StartsWith("That button is used up", Assert.Single(answers.Distinct()), StringComparison.Ordinal);
        Assert.Empty(await Changes(store));
        Assert.Equal("Changed blue.", await Press(parts, "ada", Verb, token));
    }

    [Fact]
    public async Task A_token_of_another_command_changes_nothing()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);
        var token = await Mint(parts, store, Ada, "test.other", string.Empty);

        Assert.StartsWith("That button is used up", await Press(parts, "ada", Verb, token), StringComparison.Ordinal);
        Assert.Empty(await Changes(store));
    }

    [Fact]
    public async Task A_button_runs_out_after_ninety_days()
    {
        var clock = new MovingClock { Now = Start };
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store, clock);
        var (first, second) = (await Mint(parts, store, Ada, Verb, "first"), await Mint(parts, store, Ada, Verb, "second"));

        clock.Now = Start + ActionTokens.Life - TimeSpan.FromSeconds(1);
        Assert.Equal("Changed first.", await Press(parts, "ada", Verb, first));
        clock.Now = Start + ActionTokens.Life;
        Assert.StartsWith("That button is used up", await Press(parts, "ada", Verb, second), StringComparison.Ordinal);

        Assert.Equal(["first"], await Changes(store));

        await ActionTokens.ForgetOld(parts, CancellationToken.None);
        Assert.Equal(0, await store.Query(db => db.ActionTokens.CountAsync(x => x.UsedAt != null)));
        Assert.StartsWith("That button is used up", await Press(parts, "ada", Verb, second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_fresh_button_of_the_answer_works_for_the_same()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);
        var token = await Mint(parts, store, Ada, Verb, "blue");
        await Press(parts, "ada", Verb, token);

        var answer = await Answer(parts, "ada", Verb, token);
        var fresh = (string)answer.Card["actions"]![0]!["data"]!["token"]!;

        Assert.NotEqual(token, fresh);
        Assert.Equal("Change (blue)", (string?)answer.Card["actions"]![0]!["title"]);
        Assert.Equal(fresh, (string?)answer.Card["actions"]![0]!["fallback"]!["data"]!["token"]);
        Assert.Equal("Changed blue.", await Press(parts, "ada", Verb, fresh));
        Assert.Equal(["blue", "blue"], await Changes(store));
    }

    [Fact]
    public async Task A_guess_is_asked_back_with_a_button_that_works()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        var turn = Turn("ada") with { Kind = TurnKind.Typed, Text = "could you chnage the thingummy for 3 weeks" };
        var asked = (await parts.GetRequiredService<Bot>().Answer(turn, CancellationToken.None))!;
        Assert.Empty(await Changes(store));

        Assert.Equal("Change (21 days)", (string?)asked.Card["actions"]![0]!["title"]);
        Assert.Equal("Changed 21 days.", await Press(parts, "ada", Verb, (string?)asked.Card["actions"]![0]!["data"]!["token"]));
    }

    [Fact]
    public async Task Word_for_word_it_is_done_at_once()
    {
        await using var store = await TestDatabase.Create();
        await using var parts = await Parts(store);

        var turn = Turn("ada") with { Kind = TurnKind.Typed, Text = "Change the thingummy for 10 days!" };

        Assert.Equal("Changed 10 days.", (await parts.GetRequiredService<Bot>().Answer(turn, CancellationToken.None))!.Summary);
    }

    private static async Task<string> Press(ServiceProvider parts, string who, string verb, string? token, params (string Name, string Value)[] more) =>
        (await Answer(parts, who, verb, token, more)).Summary;

    private static async Task<Answer> Answer(ServiceProvider parts, string who, string verb, string? token, params (string Name, string Value)[] more)
    {
        var inputs = more.ToDictionary(one => one.Name, one => one.Value, StringComparer.Ordinal);
        if (token is not null)
        {
            inputs["token"] = token;
        }

        return (await parts.GetRequiredService<Bot>().Answer(Turn(who) with { Command = verb, Inputs = inputs }, CancellationToken.None))!;
    }

    private static int turns;

    private static Turn Turn(string who) => new() { Key = $"k{Interlocked.Increment(ref turns)}", Account = new Account(Channel.Teams, "t", who), Kind = TurnKind.Pressed, At = Start };

    private static Task<List<string>> Changes(TestDatabase store) => store.Query(db => db.Holidays.OrderBy(x => x.Day).Select(x => x.Name).ToListAsync());

    private static async Task<string> Mint(ServiceProvider parts, TestDatabase store, Guid person, string verb, string of)
    {
        await using var scope = parts.CreateAsyncScope();
        var token = scope.ServiceProvider.GetRequiredService<ActionTokens>().Mint(person, verb, of, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        await using var db = store.CreateDbContext();
        await scope.ServiceProvider.GetRequiredService<TurnEffects>().WriteTo(db, CancellationToken.None);
        return token;
    }

    private static async Task<ServiceProvider> Parts(TestDatabase store, MovingClock? clock = null, bool add = true)
    {
        if (add)
        {
            await store.Add(
                new PersonRow { Id = Ada, Email = "ada@example.com", Name = "Ada", EntraObjectId = "ada", SetBy = "operator", SetAt = Start },
                new PersonRow { Id = Bob, Email = "bob@example.com", Name = "Bob", EntraObjectId = "bob", SetBy = "operator", SetAt = Start });
        }

        var services = new ServiceCollection()
            .AddSingleton<IDbContextFactory<BotDb>>(store).AddScoped(_ => store.CreateDbContext())
            .AddSingleton<TimeProvider>(clock ?? new MovingClock { Now = Start }).AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddScoped<ISheets, NoSheets>().AddWriting().AddChat()
            .AddSingleton<Phrasebook>()
            .AddSingleton(CardTemplates.Load(
                new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["said"] = """{ "type": "AdaptiveCard", "version": "1.5", "body": [{ "type": "TextBlock", "text": "${text}", "wrap": true }] }""",
                    ["usedup"] = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cards", "usedup.json")),
                    ["unclear"] = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "cards", "unclear.json")),
                },
                new Dictionary<string, Type>(StringComparer.Ordinal) { ["said"] = typeof(Said), ["usedup"] = typeof(UsedUpCard), ["unclear"] = typeof(UnclearCard) }));
        foreach (var name in Phrasebook.AlwaysThere)
        {
            var handler = name == Phrasebook.UsedUp ? typeof(AnswerUsedUp) : name == Phrasebook.Unclear ? typeof(AnswerUnclear) : typeof(SaysItsName);
            services.AddPhrase(new Phrase(name, name, string.Empty, [], handler, Personal: false));
        }

        services.AddPhrase(new Phrase(Verb, "Change", "changes", ["change the thingummy", "change the thingummy for 2 days"], typeof(Changing), Effect.Changes, Object: SpanOf));
        services.AddPhrase(new Phrase("test.other", "Other", "changes", ["=other"], typeof(Changing), Effect.Changes));
        return services.BuildServiceProvider(validateScopes: true);
    }

    private static string SpanOf(string text) =>
        Slots.In([.. TypedWords.Of(text).Select(word => word.Text)]).FirstOrDefault(slot => slot.Days > 0) is { } span ? $"{span.Days} days" : string.Empty;

    private sealed record Said(string Text);

    private sealed class SaysItsName : IHandler
    {
        public Task<Reply> Answer(Asked asked, CancellationToken cancel) => Task.FromResult(new Reply(new CardContent("said", new Said(asked.Understood.Row.Name))));
    }

    private sealed class Changing(TurnEffects effects) : IHandler
    {
        private static int days;

        public Task<Reply> Answer(Asked asked, CancellationToken cancel)
        {
            effects.Change((db, _) =>
            {
                db.Add(new HolidayRow { Country = "XX", Day = new DateOnly(2000, 1, 1).AddDays(Interlocked.Increment(ref days)), Name = asked.Object });
                return Task.CompletedTask;
            });
            return Task.FromResult(new Reply(new CardContent("said", new Said($"Changed {asked.Object}."))));
        }
    }

    private sealed class MovingClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
