namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/move.json</c> is given.</summary>
internal sealed record MoveCard
{
    /// <summary>What can be said.</summary>
    public required MoveKind Kind { get; init; }

    /// <summary>The day since which the verdict is under review; null where it is not.</summary>
    public required string? Since { get; init; }

    /// <summary>The last day of an exemption; null where there is none.</summary>
    public required string? Until { get; init; }

    /// <summary>The quarter in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>Its last day.</summary>
    public required string QuarterEnd { get; init; }

    /// <summary>The day of the answer.</summary>
    public required string AsOf { get; init; }

    /// <summary>The score with one decimal.</summary>
    public required string Score { get; init; }

    /// <summary>Score from which one is heavy.</summary>
    public required string HeavyFrom { get; init; }

    /// <summary>Share of days with use from which one is heavy.</summary>
    public required string HeavyShare { get; init; }

    /// <summary>Working days still to come in the quarter, in words.</summary>
    public required string DaysLeft { get; init; }

    /// <summary>What to do on how many days; null where there is nothing to do.</summary>
    public required MoveStep? Step { get; init; }

    /// <summary>First day of the next quarter.</summary>
    public required string NextQuarterStarts { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }
}

/// <summary>Something to do.</summary>
/// <param name="Days">On how many days, in words.</param>
/// <param name="Daily">What on each of them: <c>6 prompts</c>.</param>
/// <param name="Points">Points of such a day, in words.</param>
internal sealed record MoveStep(string Days, IReadOnlyList<string> Daily, string Points);

/// <summary>What can be said of moving.</summary>
internal enum MoveKind
{
    /// <summary>At the top already, and there to stay whatever comes.</summary>
    Stays,

    /// <summary>At the top already; a step keeps it.</summary>
    Keep,

    /// <summary>At the top now, and the days to come cannot keep it.</summary>
    CannotStay,

    /// <summary>A step reaches heavy this quarter.</summary>
    Reachable,

    /// <summary>What is seen already reaches heavy once its days have settled.</summary>
    OnItsWay,

    /// <summary>Heavy cannot be reached this quarter.</summary>
    NotThisQuarter,

    /// <summary>No tier to move from.</summary>
    NoTier,
}
