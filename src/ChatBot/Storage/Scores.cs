using ChatBot.Domain.Scores;

namespace ChatBot.Storage;

/// <summary>
/// A computed sheet. The current one of a (person, quarter) has no <see cref="ReplacedAt"/>; recomputing overwrites it unless it was told to the person.
/// </summary>
internal sealed class ScoreSheetRow
{
    public required Guid Id { get; init; }

    public required Guid Person { get; init; }

    /// <summary><c>2026-Q4</c>.</summary>
    public required string Quarter { get; init; }

    public required DateOnly AsOf { get; set; }

    public required string Rubric { get; set; }

    public required SheetVerdict Verdict { get; set; }

    public string? Reason { get; set; }

    public required bool Borderline { get; set; }

    public required int Points { get; set; }

    public required int EligibleDays { get; set; }

    public required int ActiveDays { get; set; }

    /// <summary>The canonical document (see <c>SheetDocument</c>).</summary>
    public required byte[] Document { get; set; }

    public required DateTimeOffset ComputedAt { get; set; }

    /// <summary>When a newer sheet took its place; null for the current one.</summary>
    public DateTimeOffset? ReplacedAt { get; set; }

    /// <summary>
    /// Why it was replaced, or is to be when it is computed anew: the id of the appeal or finding that corrected its inputs, else that it was recomputed.
    /// </summary>
    public string? ReplacedWhy { get; set; }
}

/// <summary>A (person, quarter) whose sheet no longer follows from its inputs; emptied by recomputing.</summary>
internal sealed class StaleSheetRow
{
    public required Guid Person { get; init; }

    public required string Quarter { get; init; }

    /// <summary>New with every marking, so that recomputing removes the mark it saw and not one made meanwhile.</summary>
    public required Guid Mark { get; set; }
}

/// <summary>The median of one work area and quarter, made nightly.</summary>
internal sealed class MedianRow
{
    public required string WorkArea { get; init; }

    public required string Quarter { get; init; }

    public required decimal Median { get; set; }

    /// <summary>People with a tier.</summary>
    public required int People { get; set; }

    public required DateTimeOffset ComputedAt { get; set; }
}
