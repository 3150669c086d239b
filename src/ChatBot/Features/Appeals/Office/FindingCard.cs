using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>What has just been done with a finding.</summary>
internal enum FindingSaid
{
    /// <summary>Nothing: it is looked at.</summary>
    Nothing,

    /// <summary>Everybody found is corrected.</summary>
    Approved,

    /// <summary>Nobody is.</summary>
    Dismissed,

    /// <summary>Somebody else was first, or it is none of theirs: the button is an old one either way.</summary>
    MovedOn,
}

/// <summary>What <c>cards/findings.json</c> is given: one gap that others have too, and what waits besides.</summary>
internal sealed record FindingsCard
{
    /// <summary>What has just been done.</summary>
    public required FindingSaid Said { get; init; }

    /// <summary>After an approval: how many are corrected, in words; null where nothing about groups may be told.</summary>
    public string? Corrected { get; init; }

    /// <summary>After an approval: how many were left out because they no longer have the gap, in words; null for none.</summary>
    public string? LeftOut { get; init; }

    /// <summary>The gap; null where none waits for the reader.</summary>
    public required FindingLine? One { get; init; }

    /// <summary>Whether the reader may decide it.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Whether another can be shown.</summary>
    public bool More { get; init; }

    /// <summary>Whether any waits that the reader has no part in.</summary>
    public bool Elsewhere { get; init; }
}

/// <summary>A gap that others have too, in words.</summary>
/// <param name="Id">Of the finding, for buttons.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Because">Why it could not be counted, in half a sentence.</param>
/// <param name="Span">The days.</param>
/// <param name="Quarter">The quarter of the sheets.</param>
/// <param name="People">How many have it; null where nothing about groups may be told.</param>
/// <param name="Days">How many days would be credited in all; null where that is not told.</param>
/// <param name="Verdicts">How many would come to another tier or verdict; null where that is not told.</param>
internal sealed record FindingLine(string Id, string Tool, string Because, string Span, string Quarter, string? People, string? Days, string? Verdicts);

/// <summary>What is wrong with a reason that was written.</summary>
internal enum ReasonProblem
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It says too little.</summary>
    TooShort,

    /// <summary>It says too much.</summary>
    TooLong,
}

/// <summary>What <c>cards/findingform.json</c> is given: the reason of an approval or a dismissal.</summary>
/// <param name="Approves">Whether it is approved, else dismissed.</param>
/// <param name="Gap">The gap.</param>
/// <param name="Problem">What was wrong with what was written before.</param>
/// <param name="Length">How long that was, in words.</param>
/// <param name="Written">What was written before.</param>
/// <param name="Token">The token of the button.</param>
internal sealed record FindingFormCard(bool Approves, FindingLine Gap, ReasonProblem Problem, string Length, Supplied? Written, string Token);
