using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Deliveries;

/// <summary>One delivery on its way out: waits for a place among those in flight, for its moment, and for the commit that it may leave.</summary>
/// <param name="row">The delivery.</param>
/// <param name="place">Where it goes.</param>
/// <param name="sheet">The sheet whose verdict it states.</param>
/// <param name="effects">What its making has to write.</param>
/// <param name="rows">Writes its states.</param>
/// <param name="pace">How fast its channel and tenant may be called.</param>
/// <param name="flight">Places among those in flight.</param>
/// <param name="clock">The clock.</param>
/// <param name="stopping">The process stops: what has not left stays.</param>
internal sealed class Departure(
    ClaimedRow row, Reachable place, Guid? sheet, TurnEffects effects, OutboxRows rows, Pace pace, SemaphoreSlim flight, TimeProvider clock, CancellationToken stopping)
    : IDeparture, IDisposable
{
    private bool placed;

    /// <summary>Whether it was committed that it leaves, and it did.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>Whether the effects of its making are written.</summary>
    public bool HasWritten { get; private set; }

    /// <summary>When it may be tried again, where it stayed because the provider asked for a pause.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    /// <summary>When the last call began.</summary>
    public long Began { get; private set; }

    /// <inheritdoc />
    public async Task<bool> Slot(CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        try
        {
            if (!placed)
            {
                await flight.WaitAsync(either.Token);
                placed = true;
            }

            NotBefore = await pace.Take(either.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }

        Began = clock.GetTimestamp();
        return NotBefore is null;
    }

    /// <inheritdoc />
    public async Task<bool> Leave(CancellationToken cancel)
    {
        if (stopping.IsCancellationRequested || IsClosed())
        {
            return false;
        }

        HasWritten = await rows.Leave(row, place.Channel.Channel.ToString(), sheet, effects, cancel);
        if (HasWritten)
        {
            await pace.Space(cancel);
        }

        // Another call may have been told to wait while this one was committed.
        return HasLeft = HasWritten && !IsClosed();
    }

    /// <summary>Gives its place back.</summary>
    public void Dispose()
    {
        if (placed)
        {
            flight.Release();
        }
    }

    private bool IsClosed() => (NotBefore = pace.ClosedUntil) is not null;
}
