using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>The moments of one process, for the embedded database, which has only one.</summary>
internal sealed class LocalSlots(TimeProvider clock) : ISlots
{
    private readonly Lock gate = new();
    private long free = long.MinValue;

    /// <inheritdoc />
    public Task<TimeSpan> Reserve(int count, TimeSpan gap, CancellationToken cancel)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            var first = Math.Max(free, now);
            var wait = clock.GetElapsedTime(now, first);
            free = wait > Pace.LongestWait ? free : first + (long)(gap.TotalSeconds * count * clock.TimestampFrequency);
            return Task.FromResult(wait);
        }
    }

    /// <inheritdoc />
    public Task Close(TimeSpan wait, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>The moments of all machines, kept in a row and counted by the database's clock.</summary>
internal sealed class SharedSlots(string name, IDbContextFactory<BotDb> databases) : ISlots
{
    /// <inheritdoc />
    public async Task<TimeSpan> Reserve(int count, TimeSpan gap, CancellationToken cancel)
    {
        var span = (long)(gap.TotalMicroseconds * count);
        var furthest = (long)Pace.LongestWait.TotalMicroseconds;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Rows(
            $"""
             insert into paces as p (name, free_at) values ({name}, (extract(epoch from clock_timestamp()) * 1000000)::bigint + {span})
             on conflict (name) do update set free_at = greatest(p.free_at, (extract(epoch from clock_timestamp()) * 1000000)::bigint) + {span}
               where p.free_at <= (extract(epoch from clock_timestamp()) * 1000000)::bigint + {furthest}
             returning p.free_at - {span} - (extract(epoch from clock_timestamp()) * 1000000)::bigint
             """,
            Wait,
            cancel);
        if (rows.Count > 0)
        {
            return rows[0];
        }

        // Time has passed since the statement that reserved nothing.
        var closed = (await db.Rows(
            $"select free_at - (extract(epoch from clock_timestamp()) * 1000000)::bigint from paces where name = {name}", Wait, cancel))[0];
        return closed > Pace.LongestWait ? closed : Pace.LongestWait + TimeSpan.FromMilliseconds(1);
    }

    /// <inheritdoc />
    public async Task Close(TimeSpan wait, CancellationToken cancel)
    {
        var span = (long)wait.TotalMicroseconds;
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Execute(
            $"""
             insert into paces as p (name, free_at) values ({name}, (extract(epoch from clock_timestamp()) * 1000000)::bigint + {span})
             on conflict (name) do update set free_at = greatest(p.free_at, excluded.free_at)
             """,
            cancel);
    }

    private static TimeSpan Wait(System.Data.Common.DbDataReader reader) => TimeSpan.FromMicroseconds(Math.Max(0, reader.GetInt64(0)));
}
