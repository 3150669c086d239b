using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What follows from something that happened to a case, in its own transaction: who is told, and what is not told any more.</summary>
internal sealed class CaseNews(IEnumerable<DeliveryKind> kinds)
{
    private readonly string[] stating = [.. kinds.Where(kind => kind.StatesVerdict).Select(kind => kind.Name)];

    /// <summary>Writes what follows.</summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="now">The moment.</param>
    /// <param name="after">The case as it is from now on.</param>
    /// <param name="happened">What happened; null: it was filed.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Write(BotDb db, Case after, AppealEvent? happened, OrgChart chart, DateTimeOffset now, CancellationToken cancel)
    {
        if (happened is null or AppealEvent.Escalate or AppealEvent.ClockMissed)
        {
            await VerdictLock.Contest(db, after.Appeal.Person, cancel);
            await StopWaiting(db, after.Appeal.Person, now, cancel);
        }

        Outbox.Plan(db, [.. Told(after, happened).Select(x => new PlannedDelivery(x, after.Appeal.Id, now))], now);
    }

    private static IEnumerable<DeliveryKey> Told(Case after, AppealEvent? happened)
    {
        var appeal = after.Appeal;
        if (happened is AppealEvent.Rule or AppealEvent.Agree && !appeal.IsOpen)
        {
            yield return new DeliveryKey(AppealKinds.Appeal, appeal.Person, Reviews.Period(appeal.Id, appeal.Rulings[^1].Level));
        }
    }

    /// <summary>
    /// What waits to tell the person their verdict is withheld for good. A worker that has claimed one cannot send it any more: leaving asks for the state.
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
