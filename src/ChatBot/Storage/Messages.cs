using ChatBot.Domain.Deliveries;

namespace ChatBot.Storage;

/// <summary>An inbound event, committed before it is acknowledged. The payload is kept until it is done.</summary>
internal sealed class InboxRow
{
    /// <summary>What makes two arrivals the same event, e.g. <c>teams:{conversation}:{activity id}</c>.</summary>
    public required string Key { get; init; }

    public required string Channel { get; init; }

    /// <summary>The wire payload; null once done.</summary>
    public string? Payload { get; set; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>A delivery: see <see cref="DeliveryKey"/>. Holds the id of what it is about and no content.</summary>
internal sealed class DeliveryRow
{
    public required string Kind { get; init; }

    public required Guid Recipient { get; init; }

    public required string Period { get; init; }

    /// <summary>Id of what it is about: the sheet it states, a case.</summary>
    public Guid? About { get; init; }

    public required string Channel { get; init; }

    public required DeliveryState State { get; set; }

    /// <summary>Refusal code, where there is one.</summary>
    public string? Code { get; set; }

    public string? ProviderMessageId { get; set; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it reached its state; for <see cref="DeliveryState.Sent"/> the time the person was told.</summary>
    public required DateTimeOffset StateAt { get; set; }
}

/// <summary>Where a person can be reached on a channel (on Teams the conversation reference). Kept until uninstall.</summary>
internal sealed class AddressRow
{
    public required Guid Person { get; init; }

    public required string Channel { get; init; }

    public required string Tenant { get; set; }

    /// <summary>The account's id on the channel (<c>29:…</c>).</summary>
    public required string Account { get; set; }

    public required string Conversation { get; set; }

    /// <summary>Base address of the channel's API for this conversation, from an authenticated event only.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>False once the person blocked or removed the bot.</summary>
    public required bool Reachable { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}
