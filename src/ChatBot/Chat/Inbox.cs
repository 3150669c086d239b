using System.Collections.Concurrent;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Chat;

/// <summary>What became of an event that wanted in.</summary>
internal enum Acceptance
{
    /// <summary>Committed: acknowledge it and answer it.</summary>
    Taken,

    /// <summary>Committed before: acknowledge it and do nothing.</summary>
    SeenBefore,

    /// <summary>It could not be committed in time and was not taken: do not acknowledge it.</summary>
    NotTaken,
}

/// <summary>An event that was committed and never finished.</summary>
internal sealed record UndoneEvent(string Key, string Payload, DateTimeOffset ReceivedAt);

/// <summary>Where inbound events are committed before they are acknowledged, so that a crash loses none and a repeat does nothing twice.</summary>
internal sealed partial class Inbox(GroupCommit commits, IDbContextFactory<BotDb> databases, TimeProvider clock, ILogger<Inbox> logger)
{
    /// <summary>A channel's patience with an acknowledgement is 3 (Slack) to 15 seconds (Teams); the answer needs the rest.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Events whose channel was told "not taken" while their commit was still on its way.</summary>
    private readonly ConcurrentDictionary<string, Task> takingBack = new(StringComparer.Ordinal);

    /// <summary>Commits the event. The payload is kept until the turn is done.</summary>
    public async Task<Acceptance> Accept(string key, Channel channel, string payload, CancellationToken cancel)
    {
        if (takingBack.TryGetValue(key, out var earlier) && await Task.WhenAny(earlier, Task.Delay(Patience, cancel)) != earlier)
        {
            return Acceptance.NotTaken;
        }

        using var queued = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var commit = commits.Run((db, token) => Insert(db, key, channel, payload, token), queued.Token);
        try
        {
            return await commit.WaitAsync(Patience, cancel) ? Acceptance.Taken : Acceptance.SeenBefore;
        }
        catch (Exception exception) when (exception is TimeoutException or DbUpdateException or System.Data.Common.DbException)
        {
            LogNotTaken(logger, exception.GetType().Name);
            await queued.CancelAsync();
            var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            takingBack[key] = back.Task;
            _ = TakeBack(commit, key, back);
            return Acceptance.NotTaken;
        }
    }

    /// <summary>Part of the commit that holds the turn's effects: the event is done, its payload forgotten.</summary>
    public static Task Done(BotDb db, string key, DateTimeOffset now, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(now);
        return db.Execute($"update inbox set done_at = {at}, payload = null where key = {key}", cancel);
    }

    /// <summary>The channel's events that were taken and not finished, oldest first: what a stopped process left.</summary>
    public async Task<IReadOnlyList<UndoneEvent>> Undone(Channel channel, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var name = channel.ToString();
        return await db.Inbox.AsNoTracking().Where(x => x.DoneAt == null && x.Channel == name && x.Payload != null)
            .OrderBy(x => x.ReceivedAt).Select(x => new UndoneEvent(x.Key, x.Payload!, x.ReceivedAt)).ToListAsync(cancel);
    }

    /// <summary>Deletes the keys of events that were finished longer ago; a repeat of one would be taken as new.</summary>
    public Task<int> Forget(TimeSpan age, CancellationToken cancel)
    {
        var before = UtcMicroseconds.Of(clock.GetUtcNow() - age);
        return commits.Run((db, token) => db.Execute($"delete from inbox where done_at < {before}", token), cancel);
    }

    private async Task<bool> Insert(BotDb db, string key, Channel channel, string payload, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        return await db.Execute(
            $"""
             insert into inbox (key, channel, payload, received_at) values ({key}, {channel.ToString()}, {payload}, {at})
             on conflict (key) do nothing
             """,
            cancel) == 1;
    }

    /// <summary>The sender was told "not taken" and may repeat it: a commit that came too late must not make the repeat look like one seen before.</summary>
    private async Task TakeBack(Task<bool> commit, string key, TaskCompletionSource back)
    {
        try
        {
            if (await commit)
            {
                await commits.Run(
                    (db, token) => db.Execute($"delete from inbox where key = {key} and done_at is null", token), CancellationToken.None);
            }
        }
        catch (Exception exception)
        {
            LogNotTaken(logger, exception.GetType().Name);
        }
        finally
        {
            takingBack.TryRemove(key, out _);
            back.SetResult();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An event was not taken into the inbox: {Reason}.")]
    private static partial void LogNotTaken(ILogger logger, string reason);
}
