using System.Text.Json.Nodes;
using ChatBot.Storage;

namespace ChatBot.Chat;

/// <summary>How a send ended.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider accepted it; <paramref name="MessageId"/> is empty where it gives none.</summary>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>Refused before it was accepted; <paramref name="Code"/> is the provider's, <paramref name="Gone"/> when the person cannot be reached any more.</summary>
    public sealed record Refused(string Code, bool Gone) : SendOutcome;

    /// <summary>
    /// Refused before it was accepted, or never connected: the same message may be sent again. <paramref name="After"/> is how long the provider asks to
    /// wait; null where it does not say.
    /// </summary>
    public sealed record NotNow(string Code, TimeSpan? After) : SendOutcome;

    /// <summary>Nobody can say whether it was accepted.</summary>
    public sealed record Unclear(string Code) : SendOutcome;

    /// <summary><see cref="IDeparture.Slot"/> or <see cref="IDeparture.Leave"/> said no, and nothing left.</summary>
    public sealed record Stayed : SendOutcome;
}

/// <summary>What a channel asks of whoever has it send.</summary>
internal interface IDeparture
{
    /// <summary>Waits until one more call to the provider may be made. Before every call. False: not soon enough, and nothing must leave now.</summary>
    Task<bool> Slot(CancellationToken cancel);

    /// <summary>
    /// Commits that the message is about to leave. Once, right before the call that carries it, after its <see cref="Slot"/>. False: it must not leave any more.
    /// </summary>
    Task<bool> Leave(CancellationToken cancel);
}

/// <summary>A card on its way to somebody.</summary>
/// <param name="Card">The Adaptive Card.</param>
/// <param name="Summary">The card in one line of plain text, for notifications and screen readers.</param>
/// <param name="Replaces">The provider's id of the message in whose place it is put; null for a new one.</param>
internal sealed record OutgoingCard(JsonObject Card, string Summary, string? Replaces = null);

/// <summary>A channel's outgoing side. It translates a card to its wire and sends; it never contains a feature.</summary>
internal interface IChannel
{
    /// <summary>Which one.</summary>
    Channel Channel { get; }

    /// <summary>
    /// Where somebody who never wrote can be reached by the account that the directory names; null where this channel cannot, or is not set up to.
    /// </summary>
    AddressRow? FirstAddress(PersonRow person, DateTimeOffset now);

    /// <summary>Sends a card to a person's private chat: one try.</summary>
    Task<SendOutcome> Send(AddressRow address, OutgoingCard card, IDeparture departure, CancellationToken cancel);
}
