namespace ChatBot.Domain.Deliveries;

/// <summary>The key of a delivery: there is never a second one with the same three.</summary>
/// <param name="Kind">What is delivered: <c>reply</c>, <c>welcome</c>, …</param>
/// <param name="Recipient">The person.</param>
/// <param name="Period">The week, <c>once</c>, or for a reply the inbox key of its turn.</param>
public sealed record DeliveryKey(string Kind, Guid Recipient, string Period);

/// <summary>Where a delivery stands. The numbers are stored.</summary>
public enum DeliveryState
{
    /// <summary>To be sent.</summary>
    Planned = 1,

    /// <summary>A worker has it.</summary>
    Claimed = 2,

    /// <summary>Committed before the request went out: from here the outcome can be unknown.</summary>
    Sending = 3,

    /// <summary>Accepted by the provider.</summary>
    Sent = 4,

    /// <summary>Refused by the provider.</summary>
    Failed = 5,

    /// <summary>Nobody can say whether it arrived.</summary>
    Unknown = 6,

    /// <summary>Cancelled before it was sent.</summary>
    Cancelled = 7,

    /// <summary>Too late to be sent.</summary>
    Expired = 8,

    /// <summary>Withheld when it was about to be sent.</summary>
    WithheldAtSend = 9,
}
