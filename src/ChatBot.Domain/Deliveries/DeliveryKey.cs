namespace ChatBot.Domain.Deliveries;

/// <summary>The key of a delivery: there is never a second one with the same three.</summary>
/// <param name="Kind">What is delivered: <c>reply</c>, <c>welcome</c>, …</param>
/// <param name="Recipient">The person.</param>
/// <param name="Period">The week, <c>once</c>, or for a reply the inbox key of its turn.</param>
public sealed record DeliveryKey(string Kind, Guid Recipient, string Period);

/// <summary>What is done when nobody can say whether a message arrived.</summary>
public enum DeliveryClass
{
    /// <summary>Digests and nudges: never sent again. A doubled one is worse than a missed one, and the person can ask for it.</summary>
    Quiet,

    /// <summary>Notices, receipts, decisions: at most one more copy, with the same reference.</summary>
    MustArrive,

    /// <summary>The answer to a turn: never sent by a worker; the person asks again.</summary>
    Reply,
}

/// <summary>Where a delivery stands. The numbers are stored.</summary>
public enum DeliveryState
{
    /// <summary>To be sent when it is due; after a refusal that allows it, again at a later time.</summary>
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

/// <summary>States that mean the same to whoever asks.</summary>
public static class DeliveryStates
{
    /// <summary>On their way.</summary>
    public static IReadOnlyList<DeliveryState> Open { get; } = [DeliveryState.Planned, DeliveryState.Claimed, DeliveryState.Sending];

    /// <summary>From here on the person may have read what it says.</summary>
    public static IReadOnlyList<DeliveryState> MayHaveArrived { get; } = [DeliveryState.Sending, DeliveryState.Sent, DeliveryState.Unknown];
}
