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
    public Guid? About { get; set; }

    /// <summary>The channel it left by; empty until one was chosen.</summary>
    public required string Channel { get; set; }

    public required DeliveryState State { get; set; }

    /// <summary>Refusal code, or why it was withheld when it was to be sent.</summary>
    public string? Code { get; set; }

    /// <summary>The provider's id of the message; empty where it gives none, and once another card stands in the message.</summary>
    public string? ProviderMessageId { get; set; }

    public required DateTimeOffset PlannedAt { get; init; }

    /// <summary>When it reached its state; for <see cref="DeliveryState.Sent"/> the time the person was told.</summary>
    public required DateTimeOffset StateAt { get; set; }

    /// <summary>The run it was planned in; null for one that has another cause.</summary>
    public Guid? Run { get; set; }

    /// <summary>Not to be claimed before; null for a reply, which no worker sends.</summary>
    public DateTimeOffset? DueAt { get; set; }

    /// <summary>Too late from then on; null for what never is.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>True while its run waits for what became of the first few.</summary>
    public bool Held { get; set; }

    /// <summary>Until when the worker that claimed it has it; null while nobody has.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>Counts the claims: who comes back from a longer pause than its lease writes nothing any more.</summary>
    public int Fence { get; set; }

    /// <summary>How often a message left or was refused.</summary>
    public int Attempts { get; set; }

    /// <summary>How often nobody could say whether it arrived.</summary>
    public int Unclear { get; set; }
}

/// <summary>One planning of one kind and period for the whole directory: recipients = planned + withheld.</summary>
internal sealed class RunRow
{
    public required Guid Id { get; init; }

    /// <summary>Kind of its deliveries.</summary>
    public required string Kind { get; init; }

    public required string Period { get; init; }

    /// <summary>The people of the directory when it was opened.</summary>
    public required int Recipients { get; set; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary><c>schedule</c> or <c>operator</c>.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>When the rest was let go after the first few; null while it is held.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    public DateTimeOffset? CancelledAt { get; set; }
}

/// <summary>Why somebody gets none of a kind in a period. Stored once.</summary>
internal sealed class WithholdingRow
{
    public required string Kind { get; init; }

    public required Guid Person { get; init; }

    public required string Period { get; init; }

    public Guid? Run { get; set; }

    /// <summary>Name of the reason: <c>OnLeave</c>, <c>Stopped</c> …</summary>
    public required string Reason { get; set; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Something an operator stopped: <c>deliveries</c>.</summary>
internal sealed class BrakeRow
{
    public required string Name { get; init; }

    public required bool On { get; set; }

    public required string SetBy { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>When the next message of a channel and tenant may leave; shared by all workers on PostgreSQL.</summary>
internal sealed class PaceRow
{
    /// <summary><c>Teams:{tenant}</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The next free moment, microseconds since 1970 by the database's clock.</summary>
    public required long FreeAt { get; set; }
}

/// <summary>What a person chose. Who chose nothing has no row.</summary>
internal sealed class PreferenceRow
{
    public required Guid Person { get; init; }

    public bool DigestStopped { get; set; }

    /// <summary>Last day of a pause, inclusive.</summary>
    public DateOnly? DigestPausedUntil { get; set; }

    /// <summary>Day of the week, Sunday is 0; null for the usual one.</summary>
    public int? DigestDay { get; set; }

    /// <summary>Minutes after midnight, local; null for the usual ones.</summary>
    public int? DigestMinute { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>What a button that changes something carries: good once, for one person, verb and object.</summary>
internal sealed class ActionTokenRow
{
    /// <summary>Random.</summary>
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    public required string Verb { get; init; }

    /// <summary>What it changes; empty where the verb says it all.</summary>
    public required string Object { get; init; }

    /// <summary>Version of the object that the person saw.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
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
