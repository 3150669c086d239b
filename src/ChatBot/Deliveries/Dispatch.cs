namespace ChatBot.Deliveries;

/// <summary>
/// The worker: claims what is due, has it delivered, takes up what workers left that are gone. Several of them, on several machines, share the work
/// through the rows alone.
/// </summary>
internal sealed partial class Dispatch(
    OutboxRows rows, Reach reach, Deliver deliver, Doorbell doorbell, DeliveriesSettings settings, Storage.DatabaseAddress database,
    IHostApplicationLifetime life, TimeProvider clock, ILogger<Dispatch> log) : BackgroundService
{
    /// <summary>So many are claimed for each place in flight: their cards are made while others are on their way.</summary>
    private const int HandPerPlace = 3;

    /// <summary>How long calls may go on when the process stops.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan TakeUpEvery = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim flight = new(settings.InFlight, settings.InFlight);
    private readonly CancellationTokenSource calling = new();
    private int inHand;

    /// <inheritdoc />
    public override void Dispose()
    {
        base.Dispose();
        flight.Dispose();
        calling.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Enabled || !await Started(stoppingToken))
        {
            return;
        }

        var alone = !database.IsPostgres;
        var takenUp = long.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            var ring = doorbell.Next();
            try
            {
                if (takenUp == long.MinValue || clock.GetElapsedTime(takenUp) >= TakeUpEvery)
                {
                    await rows.TakeUp(alone && takenUp == long.MinValue, Deliver.Chance(), stoppingToken);
                    takenUp = clock.GetTimestamp();
                }

                if (await Fill(stoppingToken))
                {
                    continue;
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogFault(log, fault);
            }

            await ring.WaitAsync(TimeSpan.FromSeconds(settings.PollSeconds), clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Drain();
    }

    /// <summary>Claims as much as there is room for. True when there may be more at once.</summary>
    private async Task<bool> Fill(CancellationToken stopping)
    {
        var room = (HandPerPlace * settings.InFlight) - Volatile.Read(ref inHand);
        if (room < settings.InFlight)
        {
            return false;
        }

        var claimed = await rows.Claim(room, CancellationToken.None);
        if (claimed.Count > 0)
        {
            Interlocked.Add(ref inHand, claimed.Count);
            _ = Task.Run(() => Start(claimed, stopping), CancellationToken.None);
        }

        return claimed.Count == room;
    }

    private async Task Start(IReadOnlyList<ClaimedRow> claimed, CancellationToken stopping)
    {
        IReadOnlyDictionary<Guid, Reachable> places;
        try
        {
            places = await reach.Of([.. claimed.Select(row => row.Key.Recipient)], CancellationToken.None);
        }
        catch (Exception fault)
        {
            // The lease brings them back.
            LogFault(log, fault);
            Done(claimed.Count);
            return;
        }

        await Task.WhenAll(claimed.Select(row => One(row, places.GetValueOrDefault(row.Key.Recipient), stopping)));
    }

    private async Task One(ClaimedRow row, Reachable? place, CancellationToken stopping)
    {
        try
        {
            await Task.Yield();
            await deliver.Run(row, place, flight, stopping, calling.Token);
        }
        catch (Exception fault)
        {
            LogFault(log, fault);
        }
        finally
        {
            Done(1);
        }
    }

    private void Done(int count)
    {
        if (Interlocked.Add(ref inHand, -count) <= (HandPerPlace - 1) * settings.InFlight)
        {
            doorbell.Ring();
        }
    }

    /// <summary>Waits for what is on its way; the rest has been given back. Calls that go on too long are broken off and their outcome told as unknown.</summary>
    private async Task Drain()
    {
        calling.CancelAfter(Grace);
        while (Volatile.Read(ref inHand) > 0)
        {
            await doorbell.Next().WaitAsync(TimeSpan.FromMilliseconds(100), CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>False when the service stops before it has started: it may have found another in its place.</summary>
    private async Task<bool> Started(CancellationToken stopping)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var hear = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stopping.IsCancellationRequested;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Deliveries were interrupted; what was open is taken up again.")]
    private static partial void LogFault(ILogger log, Exception fault);
}
