using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.People;

/// <summary>What scoring needs to know of a person: employment and the dated facts.</summary>
public sealed record Person
{
    /// <summary>The person's id, the same in every table.</summary>
    public required Guid Id { get; init; }

    /// <summary>The person's e-mail, lower-case; a gap of scope <c>email</c> names it.</summary>
    public required string Email { get; init; }

    /// <summary>First day of employment; null when not known.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>Last day of employment, inclusive; null while employed.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>The working pattern; Monday to Friday where nothing is known.</summary>
    public Dated<WorkingDays> WorkingDays { get; init; } = Dated<WorkingDays>.None;

    /// <summary>The line of business: the peer group.</summary>
    public Dated<string> WorkArea { get; init; } = Dated<string>.None;

    /// <summary>The office.</summary>
    public Dated<string> Office { get; init; } = Dated<string>.None;

    /// <summary>ISO country code, upper-case; a person without one has no holidays.</summary>
    public Dated<string> Country { get; init; } = Dated<string>.None;

    /// <summary>The days of leave, any number of spans in any order.</summary>
    public IReadOnlyList<DateSpan> Leave { get; init; } = [];
}
