using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Deliveries;

/// <summary>A delivery to be planned.</summary>
/// <param name="Key">Its key.</param>
/// <param name="About">Id of what it is about.</param>
/// <param name="DueAt">Not to be sent before.</param>
/// <param name="ExpiresAt">Too late from then on; null for what never is.</param>
/// <param name="Run">The run it is part of.</param>
/// <param name="Held">Whether it waits for its run to be released.</param>
internal sealed record PlannedDelivery(DeliveryKey Key, Guid? About, DateTimeOffset DueAt, DateTimeOffset? ExpiresAt = null, Guid? Run = null, bool Held = false);

/// <summary>Where deliveries are put by whatever causes them, in the same transaction.</summary>
internal static class Outbox
{
    /// <summary>Plans the deliveries; one whose key is there already stays as it is. Inside the caller's transaction.</summary>
    public static void Plan(BotDb db, IReadOnlyCollection<PlannedDelivery> deliveries, DateTimeOffset now) => db.InsertMissing(
    [
        .. deliveries.Select(x => new DeliveryRow
        {
            Kind = x.Key.Kind,
            Recipient = x.Key.Recipient,
            Period = x.Key.Period,
            About = x.About,
            Channel = string.Empty,
            State = DeliveryState.Planned,
            PlannedAt = now,
            StateAt = now,
            Run = x.Run,
            DueAt = x.DueAt,
            ExpiresAt = x.ExpiresAt,
            Held = x.Held,
        }),
    ]);
}
