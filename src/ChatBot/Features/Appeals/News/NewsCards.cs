using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/casenews.json</c> is given: a case in its reviewer's hands or before the programme office, by its reference alone.</summary>
internal sealed record CaseNewsCard
{
    /// <summary>What it is about.</summary>
    public required NewsStep Step { get; init; }

    /// <summary><c>A-7K3QX</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Whether nobody could tell if the first copy arrived.</summary>
    public required bool IsCopy { get; init; }

    /// <summary>Whether it is on the second level.</summary>
    public required bool SecondLevel { get; init; }

    /// <summary>The ground, as the person picked it.</summary>
    public required string Ground { get; init; }

    /// <summary>Last day for somebody to take it.</summary>
    public required string TakeBy { get; init; }

    /// <summary>Last day for a ruling.</summary>
    public required string RuleBy { get; init; }
}

/// <summary>What <c>cards/appealnews.json</c> is given: something that the person who appeals is told while it is not decided.</summary>
internal sealed record AppealNewsCard
{
    /// <summary>A question, or that it is on the second level.</summary>
    public required NewsStep Step { get; init; }

    /// <summary><c>A-7K3QX</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Whether nobody could tell if the first copy arrived.</summary>
    public required bool IsCopy { get; init; }

    /// <summary>The question; supplied text. Null where there is none.</summary>
    public required Supplied? Question { get; init; }

    /// <summary>Until when an answer is waited for; null where none is.</summary>
    public required string? AnswerBy { get; init; }

    /// <summary>The last day on which the first level could have ruled; null for a question.</summary>
    public required string? Missed { get; init; }

    /// <summary>Last day for a ruling.</summary>
    public required string RuleBy { get; init; }
}

/// <summary>What <c>cards/ruling.json</c> is given: the decision with its reasons.</summary>
internal sealed record RulingCard
{
    /// <summary><c>A-7K3QX</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Whether nobody could tell if the first copy arrived.</summary>
    public required bool IsCopy { get; init; }

    /// <summary>What came of it: <c>upheld in part</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>Whether anything is changed by it.</summary>
    public required bool Changes { get; init; }

    /// <summary>The quarter of the contested score.</summary>
    public required string Quarter { get; init; }

    /// <summary>The day of the ruling.</summary>
    public required string DecidedOn { get; init; }

    /// <summary>Whether it is the second level's, after which there is none.</summary>
    public required bool SecondLevel { get; init; }

    /// <summary>Whether two people decided.</summary>
    public required bool ByTwo { get; init; }

    /// <summary>The parts.</summary>
    public required IReadOnlyList<RuledPartLine> Parts { get; init; }

    /// <summary>What the sources said of the disputed days.</summary>
    public required IReadOnlyList<FactLine> Facts { get; init; }

    /// <summary>How many more lines of facts there are; null for none.</summary>
    public required string? MoreFacts { get; init; }

    /// <summary>Version of the rubric by which it was decided.</summary>
    public required string Rubric { get; init; }

    /// <summary>The contested score, or that there was none.</summary>
    public required string Before { get; init; }

    /// <summary>The score now, or that there is none.</summary>
    public required string After { get; init; }

    /// <summary>The verdict now; null while another appeal or a further one leaves it open.</summary>
    public required string? Verdict { get; init; }

    /// <summary>Last day for the second level; null where there is none.</summary>
    public required string? EscalateBy { get; init; }

    /// <summary>The token of the button for it; null where there is none.</summary>
    public required string? EscalateToken { get; init; }

    /// <summary>Whom else to turn to; supplied text. Null where nobody is named.</summary>
    public required Supplied? Further { get; init; }
}

/// <summary>One part of a ruling.</summary>
/// <param name="Days">The disputed days, with the tool.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="Reason">Why; supplied text.</param>
/// <param name="Corrections">What it changes.</param>
internal sealed record RuledPartLine(string Days, string Outcome, Supplied Reason, IReadOnlyList<string> Corrections);

/// <summary>What one source said of some of the disputed days.</summary>
/// <param name="Days"><c>5–9 Oct, 14 Oct (6 days)</c>.</param>
/// <param name="Tool">The tool; null where there was none.</param>
/// <param name="Said">What it said of them.</param>
/// <param name="Declared">A reason that an operator declared; supplied text.</param>
internal sealed record FactLine(string Days, string? Tool, string Said, Supplied? Declared);

/// <summary>What <c>cards/posted.json</c> is given: what stands in place of an earlier message whose score was corrected.</summary>
/// <param name="Reference"><c>A-7K3QX</c>.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="On">The day of the ruling.</param>
internal sealed record PostedCard(string Reference, string Quarter, string On);
