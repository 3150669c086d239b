using ChatBot.Domain.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>
/// What became of deliveries that leave with their turn: replies and welcomes. There is never a second row with the same key. Those that a worker sends
/// have a lease while it does, and are settled by <c>Deliveries</c>.
/// </summary>
internal sealed class DeliveryLedger(GroupCommit commits, TimeProvider clock)
{
    /// <summary>
    /// Writes a delivery that is about to leave, inside the caller's transaction. False when there is one with this key already: then nothing may be sent.
    /// </summary>
    public static async Task<bool> Sending(BotDb db, DeliveryKey key, Guid? about, string channel, DateTimeOffset now, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(now);
        return await db.Execute(
            $"""
             insert into deliveries (kind, recipient, period, about, channel, state, planned_at, state_at)
             values ({key.Kind}, {key.Recipient}, {key.Period}, {about}, {channel}, {(int)DeliveryState.Sending}, {at}, {at})
             on conflict (kind, recipient, period) do nothing
             """,
            cancel) == 1;
    }

    /// <summary>The provider accepted it; <paramref name="messageId"/> is empty where it gives none. This is when the person was told.</summary>
    public Task Sent(DeliveryKey key, string messageId, CancellationToken cancel) => Settle(key, DeliveryState.Sent, null, messageId, cancel);

    /// <summary>The provider refused it with the code.</summary>
    public Task Failed(DeliveryKey key, string code, CancellationToken cancel) => Settle(key, DeliveryState.Failed, code, null, cancel);

    /// <summary>Nobody can say whether it arrived.</summary>
    public Task Unclear(DeliveryKey key, string code, CancellationToken cancel) => Settle(key, DeliveryState.Unknown, code, null, cancel);

    /// <summary>
    /// A message shows another card from now on: a button of it was answered in place. What was told in it before stands there no more, so nothing may be put
    /// in its place. Before the card that stands there now is settled, which gets the same id.
    /// </summary>
    public Task ShowsAnother(Guid person, string channel, string messageId, CancellationToken cancel) => commits.Run(
        (db, token) => db.Execute(
            $"update deliveries set provider_message_id = '' where recipient = {person} and channel = {channel} and provider_message_id = {messageId}", token),
        cancel);

    /// <summary>Settles as unknown what a stopped process left, longer than <paramref name="age"/> ago, between committing and hearing of the outcome.</summary>
    public Task<int> SettleLeftOvers(TimeSpan age, CancellationToken cancel)
    {
        var now = UtcMicroseconds.Of(clock.GetUtcNow());
        var before = UtcMicroseconds.Of(clock.GetUtcNow() - age);
        return commits.Run(
            (db, token) => db.Execute(
                $"update deliveries set state = {(int)DeliveryState.Unknown}, state_at = {now} where state = {(int)DeliveryState.Sending} and lease_until is null and state_at <= {before}",
                token),
            cancel);
    }

    private Task<int> Settle(DeliveryKey key, DeliveryState state, string? code, string? messageId, CancellationToken cancel)
    {
        var now = UtcMicroseconds.Of(clock.GetUtcNow());
        return commits.Run(
            (db, token) => db.Execute(
                $"""
                 update deliveries set state = {(int)state}, code = {code}, provider_message_id = {messageId}, state_at = {now}
                 where kind = {key.Kind} and recipient = {key.Recipient} and period = {key.Period} and state = {(int)DeliveryState.Sending}
                 """,
                token),
            cancel);
    }
}
