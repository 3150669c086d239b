using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>
/// Writes what a person chose, and in the same transaction makes it hold for what waits already. A worker that has claimed such a row finds its claim gone.
/// </summary>
internal static class DigestChanges
{
    private static readonly DeliveryState[] Waiting = [DeliveryState.Planned, DeliveryState.Claimed];

    /// <summary>None any more; what waits is cancelled.</summary>
    public static void Stop(this TurnEffects effects, Guid person, DateTimeOffset now) => effects.Change(async (db, cancel) =>
    {
        var at = UtcMicroseconds.Of(now);
        await db.Execute(
            $"""
             insert into preferences (person, digest_stopped, set_at) values ({person}, {true}, {at})
             on conflict (person) do update set digest_stopped = {true}, set_at = {at}
             """,
            cancel);
        await CancelWaiting(db, person, DateTimeOffset.MaxValue, nameof(WithholdingReason.Stopped), now, cancel);
    });

    /// <summary>None up to a day; what waits and is due before <paramref name="ends"/> is cancelled.</summary>
    public static void Pause(this TurnEffects effects, Guid person, DateOnly until, DateTimeOffset ends, DateTimeOffset now) => effects.Change(async (db, cancel) =>
    {
        var row = await Own(db, person, now, cancel);
        (row.DigestPausedUntil, row.SetAt) = (until, now);
        await CancelWaiting(db, person, ends, nameof(WithholdingReason.Paused), now, cancel);
    });

    /// <summary>Neither stopped nor paused. What was cancelled stays so.</summary>
    public static void Resume(this TurnEffects effects, Guid person, DateTimeOffset now) => effects.Change(async (db, cancel) =>
    {
        var row = await Own(db, person, now, cancel);
        (row.DigestStopped, row.DigestPausedUntil, row.SetAt) = (false, null, now);
    });

    /// <summary>Another day or time; who had stopped them starts them again. What waits moves along.</summary>
    public static void Choose(this TurnEffects effects, OwnDigests own, DigestChoice choice, DateTimeOffset now) => effects.Change(async (db, cancel) =>
    {
        var person = own.Recipient.Row.Id;
        var row = await Own(db, person, now, cancel);
        (row.DigestStopped, row.DigestDay, row.DigestMinute, row.SetAt) = (false, (int)choice.Day, (int)choice.Time.ToTimeSpan().TotalMinutes, now);
        foreach (var week in own.Waiting)
        {
            if (DigestSlot.From(own.Hours, choice, week, now) is DigestSlot.At slot)
            {
                await MoveWaiting(db, person, week, slot, now, cancel);
            }
        }
    });

    private static async Task<PreferenceRow> Own(BotDb db, Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Preferences.SingleOrDefaultAsync(x => x.Person == person, cancel);
        if (row is null)
        {
            db.Add(row = new PreferenceRow { Person = person, SetAt = now });
        }

        return row;
    }

    private static Task<int> CancelWaiting(BotDb db, Guid person, DateTimeOffset before, string why, DateTimeOffset now, CancellationToken cancel) =>
        db.Deliveries.Where(x => x.Kind == DigestKinds.Personal && x.Recipient == person && EF.Constant(Waiting).Contains(x.State) && x.DueAt < before)
            .ExecuteUpdateAsync(
                set => set.SetProperty(x => x.State, DeliveryState.Cancelled).SetProperty(x => x.Code, why).SetProperty(x => x.StateAt, now)
                    .SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null).SetProperty(x => x.Fence, x => x.Fence + 1),
                cancel);

    private static Task<int> MoveWaiting(BotDb db, Guid person, Week week, DigestSlot.At slot, DateTimeOffset now, CancellationToken cancel)
    {
        var period = week.ToString();
        return db.Deliveries.Where(x => x.Kind == DigestKinds.Personal && x.Recipient == person && x.Period == period && EF.Constant(Waiting).Contains(x.State))
            .ExecuteUpdateAsync(
                set => set.SetProperty(x => x.State, DeliveryState.Planned).SetProperty(x => x.DueAt, slot.Due).SetProperty(x => x.ExpiresAt, slot.Expires)
                    .SetProperty(x => x.StateAt, now).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null).SetProperty(x => x.Fence, x => x.Fence + 1),
                cancel);
    }
}
