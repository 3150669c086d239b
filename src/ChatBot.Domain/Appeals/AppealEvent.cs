using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Appeals;

/// <summary>What can happen to a filed appeal: a closed set. Texts that come with an event are kept by whoever keeps the appeal; reasons alone decide here.</summary>
public abstract record AppealEvent
{
    private AppealEvent()
    {
    }

    /// <summary>The person adds to the statement.</summary>
    public sealed record Add : AppealEvent;

    /// <summary>The person answers the reviewer's question.</summary>
    public sealed record Answer : AppealEvent;

    /// <summary>The person takes the appeal back.</summary>
    public sealed record Withdraw : AppealEvent;

    /// <summary>The person asks for the second level.</summary>
    public sealed record Escalate : AppealEvent;

    /// <summary>A reviewer takes the case.</summary>
    public sealed record Claim : AppealEvent;

    /// <summary>The reviewer gives the case back; by the clock, when the reviewer has become partial.</summary>
    public sealed record Release : AppealEvent;

    /// <summary>The reviewer hands the case over.</summary>
    /// <param name="To">The person's id.</param>
    public sealed record HandOver(Guid To) : AppealEvent;

    /// <summary>The reviewer asks the person a question.</summary>
    public sealed record Ask : AppealEvent;

    /// <summary>The reviewer rules. Where it takes a second reviewer it is only proposed by this.</summary>
    /// <param name="Parts">One for each part of the appeal, in any order.</param>
    /// <param name="Rubric">The rubric of the sheet.</param>
    public sealed record Rule(IReadOnlyList<PartRuling> Parts, Rubric Rubric) : AppealEvent;

    /// <summary>A second reviewer agrees with a proposed ruling.</summary>
    public sealed record Agree : AppealEvent;

    /// <summary>A second reviewer does not; the case goes on.</summary>
    public sealed record Disagree : AppealEvent;

    /// <summary>The programme office names a reviewer.</summary>
    /// <param name="Reviewer">The person's id; need not be a reviewer by role.</param>
    public sealed record Name(Guid Reviewer) : AppealEvent;

    /// <summary>The clock: the time to answer is over.</summary>
    public sealed record AnswerTimeOver : AppealEvent;

    /// <summary>The clock: the first level has not ruled in time.</summary>
    public sealed record ClockMissed : AppealEvent;

    /// <summary>The clock: the time to escalate is over.</summary>
    public sealed record Close : AppealEvent;
}

/// <summary>Who does it: a person, or the clock. What the person may do is decided from the directory as it is now, never from here.</summary>
/// <param name="Person">The person's id; null is the clock.</param>
public readonly record struct Actor(Guid? Person)
{
    /// <summary>Time passing; nobody's decision.</summary>
    public static Actor Clock { get; } = new(null);
}
