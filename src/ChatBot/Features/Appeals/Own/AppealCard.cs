using ChatBot.Cards;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>What was done about one's own case.</summary>
internal enum AppealSaid
{
    /// <summary>Nothing; they only looked.</summary>
    Nothing,

    /// <summary>Filed: this is the receipt.</summary>
    Filed,

    /// <summary>Filed without days that were ruled on before.</summary>
    FiledInPart,

    /// <summary>One on the same ground and quarter waits already.</summary>
    OpenAlready,

    /// <summary>All of these days were ruled on before.</summary>
    DecidedBefore,

    /// <summary>Something was added.</summary>
    Added,

    /// <summary>The question is answered.</summary>
    Answered,

    /// <summary>Withdrawn.</summary>
    Withdrawn,

    /// <summary>On to the second level.</summary>
    Escalated,

    /// <summary>The button was an old one.</summary>
    MovedOn,

    /// <summary>That cannot be done where it stands.</summary>
    NotNow,

    /// <summary>The time to escalate is over.</summary>
    TooLate,

    /// <summary>Another one on the same ground has to be decided first.</summary>
    AnotherIsOpen,
}

/// <summary>What <c>cards/appeal.json</c> is given: a case as its person sees it. No reviewer is named.</summary>
internal sealed record AppealCard
{
    /// <summary>What was done.</summary>
    public required AppealSaid Said { get; init; }

    /// <summary>What people call it.</summary>
    public required string Reference { get; init; }

    /// <summary>Where it stands; decides what is said to happen next.</summary>
    public required AppealState State { get; init; }

    /// <summary>Where it stands, in words.</summary>
    public required string Stands { get; init; }

    /// <summary>Whether the verdict is under review because of it.</summary>
    public required bool UnderReview { get; init; }

    /// <summary>The first level let its time run out.</summary>
    public required bool NoFirstRuling { get; init; }

    /// <summary>The ground.</summary>
    public required string Ground { get; init; }

    /// <summary>The quarter.</summary>
    public required string Quarter { get; init; }

    /// <summary>The days in dispute.</summary>
    public required string Days { get; init; }

    /// <summary>When it was filed.</summary>
    public required string FiledOn { get; init; }

    /// <summary>Last day for a reviewer to take it.</summary>
    public required string TriageBy { get; init; }

    /// <summary>Last day for the decision.</summary>
    public required string RuleBy { get; init; }

    /// <summary>Last day to answer the question; null without one.</summary>
    public required string? AnswerBy { get; init; }

    /// <summary>Last day to escalate; null where that cannot be done any more.</summary>
    public required string? EscalateBy { get; init; }

    /// <summary>What the reviewer asks; supplied text. Null without an open question.</summary>
    public required Supplied? Question { get; init; }

    /// <summary>What was written, in order.</summary>
    public required IReadOnlyList<AppealNote> Notes { get; init; }

    /// <summary>The rulings, in order.</summary>
    public required IReadOnlyList<AppealRuling> Rulings { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<AppealStep> Steps { get; init; }

    /// <summary>Whom people can turn to beyond this; supplied text.</summary>
    public required Supplied? Further { get; init; }

    /// <summary>Whether a ruling changed the sheet, so that there are two to look at.</summary>
    public required bool HasSheets { get; init; }

    /// <summary>Whether something can be added.</summary>
    public required bool MayAdd { get; init; }

    /// <summary>Token for taking it back; null where that cannot be done.</summary>
    public required string? WithdrawToken { get; init; }

    /// <summary>Token for the second level; null where that cannot be done.</summary>
    public required string? EscalateToken { get; init; }
}

/// <summary>Something written.</summary>
/// <param name="Head">By whom and when, in words of ours.</param>
/// <param name="Text">Supplied text.</param>
internal sealed record AppealNote(string Head, Supplied Text);

/// <summary>A ruling.</summary>
/// <param name="Head">Level, outcome, day.</param>
/// <param name="Parts">What was decided of each part; empty for one that another followed.</param>
/// <param name="More">Whether there are more parts than are shown; the message of the ruling has them all.</param>
internal sealed record AppealRuling(string Head, IReadOnlyList<AppealPartRuling> Parts, bool More);

/// <summary>What was decided of one part.</summary>
/// <param name="Head">The days and the outcome.</param>
/// <param name="Reason">Supplied text.</param>
/// <param name="Changes">What it changes.</param>
internal sealed record AppealPartRuling(string Head, Supplied Reason, IReadOnlyList<string> Changes);

/// <summary>One thing that happened.</summary>
internal sealed record AppealStep(string On, string What);
