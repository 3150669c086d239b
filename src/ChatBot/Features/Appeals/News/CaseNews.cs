using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What follows from something that happened to a case, in its own transaction: who is told, and what is not told any more.</summary>
internal sealed class CaseNews(IEnumerable<DeliveryKind> kinds)
{
    private readonly string[] stating = [.. kinds.Where(kind => kind.StatesVerdict).Select(kind => kind.Name)];

    /// <summary>Writes what follows from a filing.</summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="filed">The case.</param>
    /// <param name="happened">Null: it was filed.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public Task Write(BotDb db, Case filed, AppealEvent? happened, OrgChart chart, DateTimeOffset now, CancellationToken cancel) =>
        Write(db, filed, filed, happened, chart, now, cancel);

    /// <summary>Writes what follows.</summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="before">The case as it was.</param>
    /// <param name="after">The case as it is from now on.</param>
    /// <param name="happened">What happened; null: it was filed.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Write(BotDb db, Case before, Case after, AppealEvent? happened, OrgChart chart, DateTimeOffset now, CancellationToken cancel)
    {
        if (happened is null or AppealEvent.Escalate or AppealEvent.ClockMissed)
        {
            await VerdictLock.Contest(db, after.Appeal.Person, cancel);
            await StopWaiting(db, after.Appeal.Person, now, cancel);
        }

        var told = await CaseAudience.Of(db, before, after, happened, chart, now, cancel);
        Outbox.Plan(db, [.. told.Select(x => new PlannedDelivery(x, after.Appeal.Id, now))], now);
        if (after.Appeal.Rulings.Count > before.Appeal.Rulings.Count)
        {
            await PostedCards.Plan(db, after.Appeal, now, cancel);
        }
    }

    /// <summary>
    /// What waits to tell the person their verdict is withheld for good, also what waits for its run to be released. A worker that has claimed one cannot send it any
    /// more: its claim is over. What is being sent has left before; when that is refused and planned anew, its maker finds the case.
    /// </summary>
    private async Task StopWaiting(BotDb db, Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(now);
        foreach (var kind in stating)
        {
            await db.Execute(
                $"""
                 update deliveries set state = {(int)DeliveryState.WithheldAtSend}, state_at = {at}, code = {nameof(WithholdingReason.UnderReview)}, lease_until = null, fence = fence + 1
                 where kind = {kind} and recipient = {person} and state in (1, 2)
                 """,
                cancel);
        }
    }
}
