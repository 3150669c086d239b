using ChatBot.Domain.Appeals;

namespace ChatBot.Storage;

/// <summary>An appeal. What the rules look at is its document; the columns are what is asked for.</summary>
internal sealed class AppealRow
{
    public required Guid Id { get; init; }

    /// <summary>What people call it, <c>A-7K3QX</c>; random and unique. To reviewers it stands for the person until they open the case.</summary>
    public required string Reference { get; init; }

    public required Guid Person { get; init; }

    /// <summary><c>2026-Q4</c>.</summary>
    public required string Quarter { get; init; }

    public required Ground Ground { get; init; }

    public required AppealState State { get; set; }

    /// <summary>Who holds it; null while nobody does.</summary>
    public Guid? Reviewer { get; set; }

    public required DateTimeOffset FiledAt { get; init; }

    /// <summary>Last day for a ruling on its level.</summary>
    public required DateOnly RuleBy { get; set; }

    /// <summary>When it was last ruled on; null while it was not.</summary>
    public DateTimeOffset? RuledAt { get; set; }

    /// <summary>The sheet that is contested; it stays readable whatever is computed later.</summary>
    public required Guid Sheet { get; init; }

    /// <summary>The person's work area when it was filed; empty where none is known.</summary>
    public required string WorkArea { get; init; }

    /// <summary>Counts the changes, from 1: who acts on an older one is told.</summary>
    public required int Version { get; set; }

    /// <summary>The appeal, see <see cref="AppealDocument"/>.</summary>
    public required byte[] Document { get; set; }
}

/// <summary>One thing that happened to an appeal. Appended, never changed: the case's history.</summary>
internal sealed class AppealEventRow
{
    public required Guid Appeal { get; init; }

    /// <summary>The version that it made of the appeal.</summary>
    public required int Version { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who did it; null is the clock.</summary>
    public Guid? Actor { get; init; }

    /// <summary>What: <c>Filed</c>, or the name of an <see cref="AppealEvent"/>.</summary>
    public required string What { get; init; }

    /// <summary>What was written with it: the statement, an addition, a question, an answer. Supplied text.</summary>
    public string? Text { get; init; }
}

/// <summary>One correction of somebody's inputs. Never changed: a later one holds over an earlier one.</summary>
internal sealed class CorrectionRow
{
    /// <summary>The appeal whose ruling made it, or the finding whose approval did.</summary>
    public required Guid Cause { get; init; }

    public required Guid Person { get; init; }

    /// <summary>Its place among those of the same cause and person: the order in which they hold.</summary>
    public required int Place { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who ruled or approved.</summary>
    public required Guid SetBy { get; init; }

    /// <summary>The correction, see <see cref="Domain.Scores.CorrectionDocument"/>; a list of one.</summary>
    public required byte[] Document { get; init; }
}

/// <summary>
/// A hole in the data that a ruling filled for one person, and who else has it. Looked for after the ruling; approved or dismissed by somebody of the
/// programme office who did not rule.
/// </summary>
internal sealed class FindingRow
{
    public required Guid Id { get; init; }

    /// <summary>The appeal whose ruling showed it.</summary>
    public required Guid Appeal { get; init; }

    /// <summary>Who ruled, and so cannot approve.</summary>
    public required Guid Reviewer { get; init; }

    public required string Quarter { get; init; }

    public required string Tool { get; init; }

    public required string Reason { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly ToDay { get; init; }

    public required FindingState State { get; set; }

    /// <summary>When it reached its state.</summary>
    public required DateTimeOffset StateAt { get; set; }

    /// <summary>How many people were found; null while they are looked for.</summary>
    public int? People { get; set; }

    /// <summary>How many of their days would be credited, as they were when they were found.</summary>
    public int? Days { get; set; }

    /// <summary>How many of their sheets would come to another conclusion.</summary>
    public int? Verdicts { get; set; }

    /// <summary>Who approved or dismissed it.</summary>
    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was approved or dismissed.</summary>
    public string? Why { get; set; }
}

/// <summary>Where a finding stands. The numbers are stored.</summary>
internal enum FindingState
{
    /// <summary>Others with the same hole are still to be looked for.</summary>
    Looking = 1,

    /// <summary>Waits for somebody of the programme office.</summary>
    Proposed = 2,

    /// <summary>Approved: everybody found is corrected.</summary>
    Approved = 3,

    /// <summary>Dismissed, with a reason.</summary>
    Dismissed = 4,

    /// <summary>Nobody else has it.</summary>
    Empty = 5,
}

/// <summary>Somebody else with the same hole, and what is proposed for them.</summary>
internal sealed class FoundPersonRow
{
    public required Guid Finding { get; init; }

    public required Guid Person { get; init; }

    /// <summary>The corrections, see <see cref="Domain.Scores.CorrectionDocument"/>.</summary>
    public required byte[] Document { get; init; }
}

/// <summary>Somebody who stands in for another from a day on, and has that person's conflicts for it.</summary>
internal sealed class StandInRow
{
    /// <summary>Who stands in.</summary>
    public required Guid Person { get; init; }

    /// <summary>For whom.</summary>
    public required Guid ForPerson { get; init; }

    public required DateOnly FromDay { get; init; }

    public DateOnly? ToDay { get; set; }

    public required string SetBy { get; set; }

    public required DateTimeOffset SetAt { get; set; }
}
