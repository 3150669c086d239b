using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ChatBot.Storage;

/// <summary>
/// The one writer of turns. What many callers want written goes into one transaction, because a durable commit costs the same for one row as for a
/// hundred. A caller's task completes only after the commit that holds its work.
/// </summary>
internal sealed partial class GroupCommit(IDbContextFactory<BotDb> databases, ILogger<GroupCommit> logger) : IAsyncDisposable
{
    /// <summary>Works in one transaction at most; keeps the write lock short.</summary>
    private const int LargestBatch = 256;

    /// <summary>SQLite's code for "another process holds the write lock": another connection would wait as long.</summary>
    private const int Busy = 5;

    private readonly Channel<Work> queue = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock starting = new();
    private Task? loop;

    /// <summary>The loop's own, with its connection open: opening one and preparing its commands costs more than a small transaction.</summary>
    private BotDb? kept;

    /// <summary>
    /// Runs the work inside the next transaction and gives its result after the commit. A work that throws fails alone. Work may be run twice (once in
    /// a batch that another work broke, once alone), so it must have no effect outside of the given context. A work whose token is cancelled before its
    /// turn comes is not run; afterwards it is committed whatever the token says.
    /// </summary>
    public async Task<T> Run<T>(Func<BotDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var queued = new Work<T>(work, cancel);
        EnsureStarted();
        if (!queue.Writer.TryWrite(queued))
        {
            throw new InvalidOperationException("The service is stopping; nothing more is written.");
        }

        return await queued.Result;
    }

    /// <summary>As <see cref="Run{T}"/>, for a work without a result.</summary>
    public Task Run(Func<BotDb, CancellationToken, Task> work, CancellationToken cancel) =>
        Run(async (db, token) =>
        {
            await work(db, token);
            return true;
        }, cancel);

    /// <summary>Commits what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop is not null)
        {
            await loop;
        }

        await Disconnect();
    }

    private void EnsureStarted()
    {
        if (loop is null)
        {
            lock (starting)
            {
                loop ??= Task.Run(Write);
            }
        }
    }

    private async Task Write()
    {
        var batch = new List<Work>(LargestBatch);
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && queue.Reader.TryRead(out var work))
            {
                if (!work.CancelIfAsked())
                {
                    batch.Add(work);
                }
            }

            await Commit(batch);
        }
    }

    private async Task Commit(List<Work> batch)
    {
        if (batch.Count == 0 || await TryCommit(batch) is not { } failure)
        {
            return;
        }

        if (batch.Count == 1 || !failure.InWork)
        {
            batch.ForEach(work => work.Fail(failure.Exception));
            return;
        }

        LogSplit(logger, batch.Count, failure.Exception.GetType().Name);
        foreach (var work in batch)
        {
            if (await TryCommit([work]) is { } alone)
            {
                work.Fail(alone.Exception);
            }
        }
    }

    /// <summary>Null when committed; else what failed, and whether a work did (then others may succeed without it) or the database itself.</summary>
    private async Task<Failure?> TryCommit(IReadOnlyList<Work> works)
    {
        var inWork = false;
        try
        {
            await using var transaction = await Begin();
            var db = kept!;
            inWork = true;
            foreach (var work in works)
            {
                await work.Do(db);
                if (db.ChangeTracker.HasChanges())
                {
                    await db.SaveChangesAsync();
                }

                db.ChangeTracker.Clear();
            }

            inWork = false;
            await transaction.CommitAsync();
        }
        catch (Exception exception)
        {
            await Disconnect();
            return new Failure(exception, inWork);
        }

        foreach (var work in works)
        {
            work.Succeed();
        }

        return null;
    }

    /// <summary>Begins on the kept connection; when that has gone bad since, on a new one.</summary>
    private async Task<IDbContextTransaction> Begin()
    {
        if (kept is not null)
        {
            try
            {
                return await kept.Database.BeginTransactionAsync();
            }
            catch (Exception exception) when (exception is not SqliteException { SqliteErrorCode: Busy })
            {
                await Disconnect();
            }
        }

        kept = await databases.CreateDbContextAsync();
        await kept.Database.OpenConnectionAsync();
        return await kept.Database.BeginTransactionAsync();
    }

    /// <summary>After a failure nobody knows what the connection is good for.</summary>
    private async Task Disconnect()
    {
        var db = kept;
        kept = null;
        if (db is not null)
        {
            await db.DisposeAsync();
        }
    }

    private sealed record Failure(Exception Exception, bool InWork);

    private abstract class Work
    {
        public abstract bool CancelIfAsked();

        public abstract Task Do(BotDb db);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Work<T>(Func<BotDb, CancellationToken, Task<T>> work, CancellationToken cancel) : Work
    {
        private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Result => completion.Task;

        public override bool CancelIfAsked() => cancel.IsCancellationRequested && completion.TrySetCanceled(cancel);

        public override async Task Do(BotDb db) => result = await work(db, CancellationToken.None);

        public override void Succeed() => completion.TrySetResult(result!);

        public override void Fail(Exception exception) => completion.TrySetException(exception);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A transaction of {Works} works failed with {Exception}; each is committed alone.")]
    private static partial void LogSplit(ILogger logger, int works, string exception);
}
