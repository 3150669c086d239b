using ChatBot.Domain.Usage;

namespace ChatBot.Storage;

/// <summary>An account in a tool. Which person it belongs to is worked out from <see cref="AccountNameRow"/> and the directory, never guessed.</summary>
internal sealed class AccountRow
{
    /// <summary>Made by the importer under the write lock: the highest so far plus one.</summary>
    public required int Id { get; init; }

    /// <summary>Which vendor's id space: <c>github</c>, <c>anthropic</c>, <c>openai</c>, <c>email</c>.</summary>
    public required string Vendor { get; init; }

    /// <summary>The vendor's stable key: GitHub's numeric id, an e-mail, an API key's name. Unique with the vendor.</summary>
    public required string Key { get; init; }

    /// <summary>A machine: nobody's, never linked.</summary>
    public bool IsMachine { get; init; }

    /// <summary>The person, when exactly one claims it.</summary>
    public Guid? Person { get; set; }

    /// <summary>More than one person claims it.</summary>
    public bool Ambiguous { get; set; }

    /// <summary>Earliest day ever read.</summary>
    public DateOnly? FirstReading { get; set; }
}

/// <summary>A name an account goes by (a login, an e-mail; lower-case). A login that moved belongs to whom it was last seen with.</summary>
internal sealed class AccountNameRow
{
    public required string Vendor { get; init; }

    public required string Name { get; init; }

    public required int Account { get; set; }

    public required DateOnly LastSeen { get; set; }
}

/// <summary>An ambiguous account and a person it could belong to.</summary>
internal sealed class AccountClaimRow
{
    public required int Account { get; init; }

    public required Guid Person { get; init; }
}

/// <summary>A scope: see <see cref="Scope"/>. Unique by source, tool, name and part.</summary>
internal sealed class ScopeRow
{
    public required int Id { get; init; }

    public required Source Source { get; init; }

    public required string Tool { get; init; }

    public required string Name { get; init; }

    public required string Part { get; init; }
}

/// <summary>What a source said of one account and day. Key: account, day, scope, in this order, so that one person's days lie together.</summary>
internal sealed class ReadingRow
{
    public required int Account { get; init; }

    /// <summary>Day number since 0001-01-01 (<see cref="DateOnly.DayNumber"/>): small to store and quick to read.</summary>
    public required int Day { get; init; }

    public required int Scope { get; init; }

    public int? Prompts { get; set; }

    public int? AgentSessions { get; set; }

    public int? ReviewRequests { get; set; }

    public int? Acceptances { get; set; }

    public int? Generations { get; set; }

    public Marks Marks { get; set; }

    /// <summary>Money in minor units ×10⁴ (so that a hundredth of a cent is kept); never in a score. Null is not reported.</summary>
    public long? Cost { get; set; }

    /// <summary>ISO currency of <see cref="Cost"/>.</summary>
    public string? Currency { get; set; }
}

/// <summary>A source's word on a day: see <see cref="SourceDay"/>.</summary>
internal sealed class SourceDayRow
{
    public required Source Source { get; init; }

    public required string Tool { get; init; }

    public required string Scope { get; init; }

    public required int Day { get; init; }

    public required int Rows { get; set; }

    public required bool Complete { get; set; }

    public required DateTimeOffset LastWritten { get; set; }
}

/// <summary>One seat snapshot.</summary>
internal sealed class SeatSnapshotRow
{
    public required Guid Id { get; init; }

    public required Source Source { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public required int Rows { get; set; }
}

/// <summary>One account's seat in a snapshot.</summary>
internal sealed class SeatRow
{
    public required Guid Snapshot { get; init; }

    public required int Account { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateOnly? CancelledOn { get; init; }

    public DateTimeOffset? LastActivityAt { get; init; }

    public string? Plan { get; init; }
}

/// <summary>A declared gap: see <see cref="Gap"/>.</summary>
internal sealed class GapRow
{
    public required Guid Id { get; init; }

    public required GapScope Names { get; init; }

    public required string Value { get; init; }

    public string? Tool { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; init; }

    public required string Reason { get; init; }

    public required string SetBy { get; init; }

    public required DateTimeOffset SetAt { get; init; }
}

/// <summary>One imported file: its name, fingerprint and counts, never its lines.</summary>
internal sealed class ImportRow
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string FileName { get; init; }

    public required string Sha256 { get; init; }

    public required int Read { get; init; }

    public required int Stored { get; init; }

    public required int Replaced { get; init; }

    public required int Unchanged { get; init; }

    public required int Rejected { get; init; }

    public required int Ignored { get; init; }

    public required int Unmatched { get; init; }

    public required string SetBy { get; init; }

    public required DateTimeOffset At { get; init; }
}
