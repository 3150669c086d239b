namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/correction.json</c> is given: days of somebody are credited because another's appeal showed a gap in the data. It names no tier.</summary>
internal sealed record CorrectionCard
{
    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>Why it could not be counted, in half a sentence.</summary>
    public required string Because { get; init; }

    /// <summary>The days that are credited: <c>5–16 Oct as regular use</c>.</summary>
    public required IReadOnlyList<string> Credited { get; init; }

    /// <summary>How many days count by it, in words.</summary>
    public required string Days { get; init; }

    /// <summary>The quarter of the sheet.</summary>
    public required string Quarter { get; init; }

    /// <summary>The score before; null where there was none or it is the same.</summary>
    public required string? Old { get; init; }

    /// <summary>The score now; null where no day counts.</summary>
    public required string? New { get; init; }

    /// <summary>The day of the sheet.</summary>
    public required string AsOf { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }

    /// <summary>The quarter for buttons.</summary>
    public required string QuarterId { get; init; }

    /// <summary>An appeal of the person's own is open.</summary>
    public required bool UnderReview { get; init; }

    /// <summary>It is the second copy: nobody can say whether the first arrived.</summary>
    public required bool Again { get; init; }
}
