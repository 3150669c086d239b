using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>A Slack, a service on it, and the people in its directory: what each test of a flow begins with.</summary>
public abstract class SlackCompany : IAsyncLifetime
{
    internal static readonly Guid Alice = new("00000000-0000-7000-8000-0000000000aa");
    private int asked;

    internal FakeSlack Slack { get; private set; } = null!;

    internal TestDatabase Database { get; private set; } = null!;

    internal SlackService Service { get; set; } = null!;

    public async Task InitializeAsync()
    {
        Slack = await FakeSlack.Start();
        Database = await TestDatabase.Create();
        await Database.Add(Person(Alice, "alice@example.com", Payloads.Alice));
        Service = Start();
    }

    public async Task DisposeAsync()
    {
        await Service.DisposeAsync();
        await Database.DisposeAsync();
        await Slack.DisposeAsync();
    }

    internal static PersonRow Person(Guid id, string email, string? slack) => new()
    {
        Id = id, Email = email, Name = email.Split('@')[0], SlackUserId = slack, SetBy = "operator", SetAt = DateTimeOffset.UnixEpoch,
    };

    internal virtual SlackService Start() => SlackService.Start(Slack, Database);

    /// <summary>Somebody else asks and is answered: whatever was begun before had its chance.</summary>
    protected async Task AnswerSomebodyElse()
    {
        var user = $"U0OTHER{++asked}";
        await Service.Event(Payloads.Message("help", user));
        await Until(() => Task.FromResult(Slack.Shown.Any(call => (string?)call.Arguments["channel"] == "D" + user[1..])));
    }

    /// <summary>What was shown but for the answers to <see cref="AnswerSomebodyElse"/>.</summary>
    private protected IReadOnlyList<Simulator.Providers.SlackCall> ShownToAlice => [.. Slack.Shown.Where(call => ((string?)call.Arguments["channel"])?.StartsWith("D0OTHER", StringComparison.Ordinal) != true)];

    protected static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
        {
            await ticks.WaitForNextTickAsync(patience.Token);
        }
    }

    private protected Task<bool> AllDone() => Database.Query(db => db.Inbox.AllAsync(row => row.DoneAt != null));
}
