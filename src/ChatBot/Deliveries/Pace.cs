namespace ChatBot.Deliveries;

/// <summary>Moments at which calls may be made, handed out one after the other and never twice.</summary>
internal interface ISlots
{
    /// <summary>Reserves the next so many and gives how long the first is away. None is reserved when that is longer than <see cref="Pace.LongestWait"/>.</summary>
    Task<TimeSpan> Reserve(int count, TimeSpan gap, CancellationToken cancel);

    /// <summary>No moment before so long from now.</summary>
    Task Close(TimeSpan wait, CancellationToken cancel);
}

/// <summary>
/// How fast one channel and tenant may be called by all workers. Moments lie evenly, and one that passed unused is lost, so that no second holds more
/// than its share however calls bunch. Where the provider asks for a pause nobody calls before its end.
/// </summary>
internal sealed class Pace(double perSecond, ISlots slots, TimeProvider clock) : IDisposable
{
    /// <summary>Who would have to wait longer gives its delivery back.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Later than this a reserved moment is lost.</summary>
    private static readonly TimeSpan Stale = TimeSpan.FromMilliseconds(50);

    /// <summary>Part of the gap between moments that departures keep from each other, so that what a stall held up does not leave all at once.</summary>
    private const double Spacing = 0.85;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly TimeSpan gap = perSecond > 0 ? TimeSpan.FromSeconds(1 / perSecond) : TimeSpan.Zero;
    private readonly int most = Math.Max(1, (int)(perSecond / 5));
    private readonly SemaphoreSlim door = new(1, 1);
    private readonly Queue<long> reserved = [];
    private readonly Lock gate = new();
    private int waiting;
    private long closedUntil = long.MinValue;
    private long lastLeft = long.MinValue;
    private int failures;
    private long failedAt = long.MinValue;

    /// <summary>When the provider's pause ends; null when there is none.</summary>
    public DateTimeOffset? ClosedUntil
    {
        get
        {
            lock (gate)
            {
                var left = closedUntil == long.MinValue ? TimeSpan.Zero : clock.GetElapsedTime(clock.GetTimestamp(), closedUntil);
                return left > TimeSpan.Zero ? clock.GetUtcNow() + left : null;
            }
        }
    }

    /// <summary>Waits for a moment to call. Gives the time before which there is none, when that is too far off to be waited for; null: now.</summary>
    public async Task<DateTimeOffset?> Take(CancellationToken cancel)
    {
        Interlocked.Increment(ref waiting);
        try
        {
            for (var tries = 1; ; tries++)
            {
                if (ClosedUntil is { } end)
                {
                    if (end - clock.GetUtcNow() > LongestWait)
                    {
                        return end;
                    }

                    await Until(Later(end - clock.GetUtcNow()), cancel);
                }

                if (gap == TimeSpan.Zero)
                {
                    return null;
                }

                var moment = await Next(cancel);
                if (clock.GetElapsedTime(clock.GetTimestamp(), moment) is var wait && wait > LongestWait)
                {
                    return clock.GetUtcNow() + wait;
                }

                await Until(moment, cancel);
                var missed = tries == 1 && clock.GetTimestamp() - moment > Ticks(Stale);
                if (!missed && ClosedUntil is null)
                {
                    return null;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }

    /// <summary>Keeps departures apart: commits take their time, and those that waited for one end together.</summary>
    public Task Space(CancellationToken cancel)
    {
        if (gap == TimeSpan.Zero)
        {
            return Task.CompletedTask;
        }

        lock (gate)
        {
            var now = clock.GetTimestamp();
            lastLeft = lastLeft == long.MinValue ? now : Math.Max(now, lastLeft + Ticks(gap * Spacing));
            return lastLeft > now ? Until(lastLeft, cancel) : Task.CompletedTask;
        }
    }

    /// <summary>The provider took a call.</summary>
    public void Accepted()
    {
        lock (gate)
        {
            failures = 0;
        }
    }

    /// <summary>
    /// The provider refused a call for now. Where it asked for a pause, everybody waits. Where it did not, one refusal may be about one message; when
    /// calls made since are refused too and none is taken, the pause doubles.
    /// </summary>
    /// <param name="after">What it asked for.</param>
    /// <param name="began">When the call began, see <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task Refused(TimeSpan? after, long began, CancellationToken cancel)
    {
        if (after is null)
        {
            lock (gate)
            {
                if (began < failedAt)
                {
                    return;
                }

                failedAt = clock.GetTimestamp();
                failures++;
                after = failures < 2 ? null : TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, failures - 2)));
            }
        }

        if (after is { } wait && wait > TimeSpan.Zero)
        {
            lock (gate)
            {
                closedUntil = Math.Max(closedUntil, Later(wait));
            }

            await slots.Close(wait, cancel);
        }
    }

    /// <inheritdoc />
    public void Dispose() => door.Dispose();

    /// <summary>The next reserved moment. As many are reserved at once as there are who wait, within a fifth of a second.</summary>
    private async Task<long> Next(CancellationToken cancel)
    {
        await door.WaitAsync(cancel);
        try
        {
            var stale = clock.GetTimestamp() - Ticks(Stale);
            while (reserved.TryPeek(out var moment) && moment < stale)
            {
                reserved.Dequeue();
            }

            if (reserved.Count == 0)
            {
                var count = Math.Clamp(Volatile.Read(ref waiting), 1, most);
                var first = await slots.Reserve(count, gap, cancel);
                var start = Later(first);
                if (first > LongestWait)
                {
                    return start;
                }

                for (var i = 0; i < count; i++)
                {
                    reserved.Enqueue(start + Ticks(gap * i));
                }
            }

            return reserved.Dequeue();
        }
        finally
        {
            door.Release();
        }
    }

    private async Task Until(long moment, CancellationToken cancel)
    {
        while (clock.GetElapsedTime(clock.GetTimestamp(), moment) is { Ticks: > 0 } left)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancel);
        }
    }

    private long Later(TimeSpan wait) => clock.GetTimestamp() + Ticks(wait);

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * clock.TimestampFrequency);
}
