using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>The moments of one process, for the embedded database, which has only one.</summary>
internal sealed class LocalSlots(TimeProvider clock) : ISlots
{
    private readonly Lock gate = new();
    private long free = long.MinValue;

    /// <inheritdoc />
    public Task<TimeSpan?> Reserve(int count, TimeSpan gap, CancellationToken cancel)
    {
        lock (gate)
        {
            var now = clock.GetTimestamp();
            var first = Math.Max(free, now);
            var wait = clock.GetElapsedTime(now, first);
            if (wait > Pace.LongestWait)
            {
                return Task.FromResult<TimeSpan?>(null);
            }

            free = first + (long)(gap.TotalSeconds * count * clock.TimestampFrequency);
            return Task.FromResult<TimeSpan?>(wait);
        }
    }

    /// <inheritdoc />
    public Task Close(TimeSpan wait, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>The moments of all machines, kept in a row and counted by the database's clock.</summary>
internal sealed class SharedSlots(string name, IDbContextFactory<BotDb> databases) : ISlots
{
    /// <inheritdoc />
    public async Task<TimeSpan?> Reserve(int count, TimeSpan gap, CancellationToken cancel)
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
            reader => TimeSpan.FromMicroseconds(Math.Max(0, reader.GetInt64(0))),
            cancel);
        return rows.Count == 0 ? null : rows[0];
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
}
