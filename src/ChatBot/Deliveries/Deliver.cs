using System.Security.Cryptography;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Deliveries;

/// <summary>Takes one claimed delivery to its next state: makes its card, sends it, writes what became of it.</summary>
internal sealed partial class Deliver(IServiceScopeFactory scopes, CardTemplates cards, OutboxRows rows, Paces paces, TimeProvider clock, ILogger<Deliver> log)
    : IDisposable
{
    /// <summary>A maker that says "later" and means now is asked again after this.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(5);

    /// <summary>Code of what a fault of ours stopped; the log says which.</summary>
    public const string BrokeDown = "broke-down";

    /// <summary>
    /// Cards made at once. A maker may need more than one connection of the store's pool at a time; all of them together must never hold so many that none
    /// can get its next one.
    /// </summary>
    private const int MostMaking = 6;

    private readonly SemaphoreSlim makers = new(MostMaking, MostMaking);

    /// <summary>A random number from 0 to 1.</summary>
    public static double Chance() => RandomNumberGenerator.GetInt32(1 << 30) / (double)(1 << 30);

    /// <summary>Throws only for a broken database; what that leaves open is settled when the lease is over.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="place">Where its recipient can be reached; null when nowhere.</param>
    /// <param name="flight">Places among those in flight.</param>
    /// <param name="stopping">The process stops: what has not left is given back.</param>
    /// <param name="calling">Ends calls that are still open when the process must go.</param>
    public async Task Run(ClaimedRow row, Reachable? place, SemaphoreSlim flight, CancellationToken stopping, CancellationToken calling)
    {
        await using var scope = scopes.CreateAsyncScope();
        var effects = scope.ServiceProvider.GetRequiredService<TurnEffects>();
        var making = row.ExpiresAt <= clock.GetUtcNow() ? new Making.Expired() : await Make(scope.ServiceProvider, row, stopping);
        switch (making)
        {
            case null when stopping.IsCancellationRequested:
                await GiveBack(row, null, null);
                break;
            case null:
                await Settle(row, Ending.NotNow, BrokeDown, null, null, null);
                break;
            case Making.Withheld withheld:
                await End(row, DeliveryState.WithheldAtSend, withheld.Reason, effects);
                break;
            case Making.Expired:
                await End(row, DeliveryState.Expired, null, effects);
                break;
            case Making.Later later:
                var soon = clock.GetUtcNow() + Soonest;
                await GiveBack(row, later.DueAt > soon ? later.DueAt : soon, effects);
                break;
            case Making.Ready ready when place is null || (ready.Replaces is { } posted && posted.Channel != place.Channel.Channel.ToString()):
                await End(row, DeliveryState.WithheldAtSend, nameof(WithholdingReason.Unreachable), effects);
                break;
            case Making.Ready ready:
                await Send(row, ready, place!, effects, flight, stopping, calling);
                break;
            default:
                throw new InvalidOperationException("A making nobody knows.");
        }
    }

    /// <inheritdoc />
    public void Dispose() => makers.Dispose();

    /// <summary>Null when its maker broke down, or was stopped.</summary>
    private async Task<Making?> Make(IServiceProvider parts, ClaimedRow row, CancellationToken stopping)
    {
        try
        {
            await makers.WaitAsync(stopping);
            try
            {
                var maker = (IDeliveryMaker)parts.GetRequiredService(row.Kind.Maker);
                return await maker.Make(new DueDelivery(row.Key, row.About, row.Unclear + 1, clock.GetUtcNow()), stopping);
            }
            finally
            {
                makers.Release();
            }
        }
        catch (Exception fault)
        {
            if (!stopping.IsCancellationRequested)
            {
                LogNotMade(log, row.Key.Kind, row.Key.Recipient, row.Key.Period, fault);
            }

            return null;
        }
    }

    private async Task Send(
        ClaimedRow row, Making.Ready ready, Reachable place, TurnEffects effects, SemaphoreSlim flight, CancellationToken stopping, CancellationToken calling)
    {
        var pace = paces.Of(place);
        using var departure = new Departure(row, place, ready.StatedSheet, effects, rows, pace, flight, clock, stopping);
        var outcome = await Try(row, place, ready, departure, calling);
        var unwritten = departure.HasWritten ? null : effects;
        unwritten?.DropChanges(); // Buttons of a card that nobody gets; who looked stays.
        switch (outcome)
        {
            case SendOutcome.Stayed:
                await GiveBack(row, departure.NotBefore, unwritten);
                break;
            case SendOutcome.Sent sent:
                pace.Accepted();
                await Settle(row, Ending.Sent, null, null, sent.MessageId, unwritten);
                break;
            case SendOutcome.Refused refused:
                pace.Accepted();
                await Settle(row, refused.Gone ? Ending.Gone : Ending.Refused, refused.Code, null, null, unwritten);
                break;
            case SendOutcome.NotNow wait:
                var closing = pace.Refused(wait.After, departure.Began, CancellationToken.None);
                await Settle(row, Ending.NotNow, wait.Code, wait.After, null, unwritten);
                await closing;
                break;
            case SendOutcome.Unclear unclear:
                await Settle(row, Ending.Unclear, unclear.Code, null, null, unwritten);
                break;
            default:
                throw new InvalidOperationException("An outcome nobody knows.");
        }
    }

    /// <summary>A channel that breaks down has the outcome that the delivery's own state allows.</summary>
    private async Task<SendOutcome> Try(ClaimedRow row, Reachable place, Making.Ready ready, Departure departure, CancellationToken calling)
    {
        try
        {
            var card = cards[ready.Card.Template].Expand(ready.Card.Data);
            return await place.Channel.Send(place.Address, new OutgoingCard(card, CardText.Summary(card), ready.Replaces?.Id), departure, calling);
        }
        catch (OperationCanceledException) when (calling.IsCancellationRequested && !departure.HasLeft)
        {
            return new SendOutcome.Stayed();
        }
        catch (Exception fault)
        {
            LogBrokeDown(log, row.Key.Kind, row.Key.Recipient, row.Key.Period, departure.HasLeft, fault);
            return departure.HasLeft ? new SendOutcome.Unclear(BrokeDown) : new SendOutcome.NotNow(BrokeDown, null);
        }
    }

    private async Task Settle(ClaimedRow row, Ending ending, string? code, TimeSpan? after, string? messageId, TurnEffects? effects)
    {
        var next = AfterSend.Of(ending, code, after, row.History(), clock.GetUtcNow(), Chance());
        if (!await rows.Settle(row, next, row.Attempts + 1, messageId, effects, CancellationToken.None))
        {
            LogTooLate(log, row.Key.Kind, row.Key.Recipient, row.Key.Period, ending);
        }
    }

    private Task<bool> End(ClaimedRow row, DeliveryState state, string? code, TurnEffects? effects) =>
        rows.Settle(row, AfterSend.End(state, code, row.History(counts: false)), row.Attempts, null, effects, CancellationToken.None);

    private Task<bool> GiveBack(ClaimedRow row, DateTimeOffset? notBefore, TurnEffects? effects)
    {
        var next = notBefore is { } time
            ? AfterSend.Again(null, time, row.History(counts: false))
            : new NextStep(DeliveryState.Planned, row.Unclear);
        return rows.Settle(row, next, row.Attempts, null, effects, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Kind} {Recipient} {Period} could not be made.")]
    private static partial void LogNotMade(ILogger log, string kind, Guid recipient, string period, Exception fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending {Kind} {Recipient} {Period} broke down. It may have arrived: {MayHaveArrived}.")]
    private static partial void LogBrokeDown(ILogger log, string kind, Guid recipient, string period, bool mayHaveArrived, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Kind} {Recipient} {Period} ended as {Ending}, but it was no longer this worker's to say so.")]
    private static partial void LogTooLate(ILogger log, string kind, Guid recipient, string period, Ending ending);
}
