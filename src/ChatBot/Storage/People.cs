using ChatBot.Domain.Access;

namespace ChatBot.Storage;

/// <summary>A person of the directory. Dated facts are rows of <see cref="PersonFactRow"/>.</summary>
internal sealed class PersonRow
{
    public required Guid Id { get; init; }

    /// <summary>Trimmed, lower-case, unique.</summary>
    public required string Email { get; set; }

    public required string Name { get; set; }

    /// <summary>Entra object id, lower-case text; unique where known. Not always a GUID in test tools, so it is text.</summary>
    public string? EntraObjectId { get; set; }

    public string? SlackUserId { get; set; }

    /// <summary>As written; compared without case.</summary>
    public string? GithubLogin { get; set; }

    public string? ClaudeEmail { get; set; }

    public string? ChatgptEmail { get; set; }

    /// <summary>IANA zone; null is unknown.</summary>
    public string? TimeZone { get; set; }

    public DateOnly? StartDate { get; set; }

    public DateOnly? EndDate { get; set; }

    /// <summary>Granted roles, joined by <c>;</c> (<c>reviewer;programme-office;auditor</c>).</summary>
    public string Roles { get; set; } = string.Empty;

    public required string SetBy { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>An address the person had before; lower-case, unique over aliases.</summary>
internal sealed class PersonAliasRow
{
    public required string Email { get; init; }

    public required Guid Person { get; init; }
}

/// <summary>One dated fact: <c>working_days</c>, <c>work_area</c>, <c>manager_email</c>, <c>country</c> or <c>office</c> from a day on.</summary>
internal sealed class PersonFactRow
{
    public required Guid Person { get; init; }

    public required string Kind { get; init; }

    public required DateOnly FromDay { get; init; }

    public required string Value { get; set; }

    public required string SetBy { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>One span of leave; each import of leave replaces all of them.</summary>
internal sealed class LeaveRow
{
    public required Guid Person { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public required string SetBy { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}

/// <summary>A holiday of a country.</summary>
internal sealed class HolidayRow
{
    public required string Country { get; init; }

    public required DateOnly Day { get; init; }

    public required string Name { get; set; }
}

/// <summary>The random id that access records use for a person; deleting the row unlinks the records and breaks nothing.</summary>
internal sealed class SubjectRow
{
    public required Guid Subject { get; init; }

    public required Guid Person { get; init; }
}

/// <summary>One look at a person's data, allowed or refused. Appended, never changed.</summary>
internal sealed class AccessRecordRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Subject id of who looked; null for the operator and the service.</summary>
    public Guid? Actor { get; init; }

    public required Role Role { get; init; }

    /// <summary>Subject id of whose data it is.</summary>
    public required Guid Subject { get; init; }

    /// <summary>What was looked at: <c>score</c>, <c>coverage</c>, <c>accounts</c> …</summary>
    public required string What { get; init; }

    public required Purpose Purpose { get; init; }

    public required bool Allowed { get; init; }
}
