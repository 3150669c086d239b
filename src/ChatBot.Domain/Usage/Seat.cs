using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Usage;

/// <summary>One row of a seat snapshot about one of the person's accounts.</summary>
/// <param name="Source">The source of the snapshot.</param>
/// <param name="TakenOn">UTC day of the snapshot.</param>
/// <param name="Account">Number of the account.</param>
/// <param name="CreatedOn">UTC day on which the seat was made.</param>
/// <param name="CancelledOn">Last day it covers, inclusive, when a cancellation is pending.</param>
/// <param name="LastActivityOn">UTC day of the vendor's last activity; null is unknown or never within 90 days.</param>
public sealed record Seat(Source Source, DateOnly TakenOn, int Account, DateOnly CreatedOn, DateOnly? CancelledOn, DateOnly? LastActivityOn);

/// <summary>A source's word on one day: how many accounts it reported, whether every part of it was read, when it was last written.</summary>
/// <param name="Source">The source.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Scope">The scope's name (all parts of it together).</param>
/// <param name="Day">UTC day.</param>
/// <param name="Rows">Distinct accounts.</param>
/// <param name="Complete">Whether every part was read to its end.</param>
/// <param name="LastWritten">When it was last written, UTC.</param>
public sealed record SourceDay(Source Source, Tool Tool, string Scope, DateOnly Day, int Rows, bool Complete, DateTimeOffset LastWritten);

/// <summary>What a declared gap names. The numbers are stored.</summary>
public enum GapScope
{
    /// <summary>Everybody.</summary>
    All = 1,

    /// <summary>One person by e-mail.</summary>
    Email = 2,

    /// <summary>A work area.</summary>
    WorkArea = 3,

    /// <summary>An office.</summary>
    Office = 4,
}

/// <summary>The operator's knowledge that some use cannot be seen, with its reason.</summary>
/// <param name="Names">What the gap names.</param>
/// <param name="Value">The e-mail (lower-case), work area or office; empty for all.</param>
/// <param name="Tool">The tool; null holds for all tools.</param>
/// <param name="Span">The days.</param>
/// <param name="Reason">One word or short phrase, e.g. <c>Bedrock</c>.</param>
public sealed record Gap(GapScope Names, string Value, Tool? Tool, DateSpan Span, string Reason);
