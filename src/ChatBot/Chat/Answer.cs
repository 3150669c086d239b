using System.Text.Json.Nodes;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Chat;

/// <summary>What a channel shows as the answer to a turn. Everything that it rests on is committed already.</summary>
/// <param name="Card">The Adaptive Card.</param>
/// <param name="Summary">The card in one line of plain text, for notifications and screen readers.</param>
/// <param name="Delivery">
/// Set when the card states a verdict or is a welcome: the channel then reports the outcome to <see cref="Storage.DeliveryLedger"/> under this key.
/// </param>
internal sealed record Answer(JsonObject Card, string Summary, DeliveryKey? Delivery)
{
    /// <summary>Whom it answers; null for somebody whom nobody is known by, and where others read along.</summary>
    public Guid? Person { get; init; }
}
