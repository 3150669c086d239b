using System.Collections.Concurrent;
using System.Threading.Channels;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Chat;

/// <summary>
/// What one channel acknowledged and is still to be answered. The inbox holds it; this only decides who answers when: a bounded number of workers, what a
/// stopped process left first, and at the end of the process everything that was begun is ended.
/// </summary>
/// <typeparam name="TEvent">The channel's event.</typeparam>
internal abstract partial class Backlog<TEvent>(
    Channel channel, int workers, Inbox inbox, IDbContextFactory<BotDb> databases, TimeProvider clock, ILogger log) : BackgroundService
    where TEvent : class
{
    /// <summary>More than this wait in the inbox only, and are taken up by a sweep.</summary>
    private const int Longest = 2000;

    private const int MostTries = 3;
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromSeconds(30);

    /// <summary>Younger ones may be in the hands of another node.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

    private readonly Channel<Waiting> queue = System.Threading.Channels.Channel.CreateBounded<Waiting>(Longest);
    private readonly ConcurrentDictionary<string, int> inHand = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> tracked = new();

    /// <summary>Queues an event that the inbox holds. When too many wait it stays there until a sweep finds it.</summary>
    public void Add(string key, TEvent taken) => Queue(new Waiting(key, taken, Check: false));

    /// <summary>Has the end of the process wait for something that was begun.</summary>
    public void Track(Task task)
    {
        tracked.TryAdd(task, true);
        _ = task.ContinueWith(done => tracked.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>Notes that an event is answered elsewhere in this process, so that a sweep leaves it alone.</summary>
    public void Hold(string key) => inHand.TryAdd(key, 0);

    /// <summary>The end of <see cref="Hold"/>.</summary>
    public void Release(string key) => inHand.TryRemove(key, out _);

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(tracked.Keys).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Reads what the inbox kept; null for what is none of this channel's events any more.</summary>
    protected abstract (string Key, TEvent Event)? Read(UndoneEvent left);

    /// <summary>Answers; when it throws, the event stays undone and is tried again.</summary>
    protected abstract Task Answer(TEvent taken, CancellationToken cancel);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Workers end when the queue is complete and empty, not when the stop is asked for: what was acknowledged is answered.
        var working = Enumerable.Range(0, workers).Select(_ => Work()).ToArray();
        try
        {
            await TakeUp(await Alone(stoppingToken) ? TimeSpan.Zero : Abandoned, stoppingToken);
            using var sweeps = new PeriodicTimer(BetweenSweeps, clock);
            while (await sweeps.WaitForNextTickAsync(stoppingToken))
            {
                await TakeUp(Abandoned, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The stop was asked for.
        }

        queue.Writer.TryComplete();
        await Task.WhenAll(working);
    }

    /// <summary>SQLite belongs to one process, so what is undone at start was left by one that is gone.</summary>
    private async Task<bool> Alone(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;
    }

    private async Task TakeUp(TimeSpan age, CancellationToken cancel)
    {
        try
        {
            var before = clock.GetUtcNow() - age;
            foreach (var left in await inbox.Undone(channel, cancel))
            {
                if (left.ReceivedAt <= before && failures.GetValueOrDefault(left.Key) < MostTries && Read(left) is { } read)
                {
                    Queue(new Waiting(read.Key, read.Event, Check: true));
                }
            }
        }
        catch (Exception failed) when (failed is DbUpdateException or System.Data.Common.DbException)
        {
            NotSwept(log, failed);
        }
    }

    private void Queue(Waiting waiting)
    {
        if (inHand.TryAdd(waiting.Key, 0) && !queue.Writer.TryWrite(waiting))
        {
            inHand.TryRemove(waiting.Key, out _);
        }
    }

    private async Task Work()
    {
        await foreach (var waiting in queue.Reader.ReadAllAsync())
        {
            var key = waiting.Key;
            try
            {
                // A sweep read its list before this event came into its hands: it may have been answered in between.
                if (!waiting.Check || await IsUndone(key))
                {
                    await Answer(waiting.Event, CancellationToken.None);
                }

                failures.TryRemove(key, out _);
            }
            catch (Exception failed)
            {
                // It stays undone, and a sweep tries again.
                var tries = failures.AddOrUpdate(key, 1, (_, before) => before + 1);
                Failed(log, failed, key, tries);
            }
            finally
            {
                inHand.TryRemove(key, out _);
            }
        }
    }

    private async Task<bool> IsUndone(string key)
    {
        await using var db = await databases.CreateDbContextAsync();
        return await db.Inbox.AnyAsync(row => row.Key == key && row.DoneAt == null);
    }

    private sealed record Waiting(string Key, TEvent Event, bool Check);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Turn} was not answered, try {Tries}")]
    private static partial void Failed(ILogger log, Exception reason, string turn, int tries);

    [LoggerMessage(Level = LogLevel.Error, Message = "The inbox could not be read for what is undone")]
    private static partial void NotSwept(ILogger log, Exception reason);
}
