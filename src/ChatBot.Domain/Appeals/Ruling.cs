using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Appeals;

/// <summary>What came of an appeal or of a part of it. The numbers are stored.</summary>
public enum Outcome
{
    /// <summary>The person is right.</summary>
    Upheld = 1,

    /// <summary>The person is right in part.</summary>
    PartlyUpheld = 2,

    /// <summary>The verdict stands.</summary>
    Declined = 3,
}

/// <summary>The decision on one part.</summary>
/// <param name="Part">Place of the part among the appeal's, from 0.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">The reason of this part, at least <see cref="RulingCheck.ReasonLength"/> characters.</param>
/// <param name="Corrections">What it changes; none exactly when the part is declined.</param>
public sealed record PartRuling(int Part, Outcome Outcome, string Reason, IReadOnlyList<Correction> Corrections);

/// <summary>A decision on all parts of an appeal, by a named person. Immutable.</summary>
/// <param name="Level">1 or 2.</param>
/// <param name="Reviewer">Who ruled.</param>
/// <param name="Second">Who agreed, where that takes a second reviewer.</param>
/// <param name="At">When it took effect; while it is proposed, when it was proposed.</param>
/// <param name="Rubric">Version of the rubric that it was decided by.</param>
/// <param name="Parts">One for each part, in their order.</param>
public sealed record Ruling(int Level, Guid Reviewer, Guid? Second, DateTimeOffset At, string Rubric, IReadOnlyList<PartRuling> Parts)
{
    /// <summary>Of the whole: what all parts came to, and in part where they differ.</summary>
    public Outcome Outcome => Parts.All(part => part.Outcome == Outcome.Upheld) ? Outcome.Upheld
        : Parts.All(part => part.Outcome == Outcome.Declined) ? Outcome.Declined
        : Outcome.PartlyUpheld;

    /// <summary>All corrections, in the order of the parts.</summary>
    public IEnumerable<Correction> Corrections => Parts.SelectMany(part => part.Corrections);
}
