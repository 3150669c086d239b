namespace ChatBot.Domain.Appeals;

/// <summary>Where an appeal stands. The numbers are stored.</summary>
public enum AppealState
{
    /// <summary>Filed, and nobody holds it.</summary>
    Filed = 1,

    /// <summary>A reviewer holds it.</summary>
    InReview = 2,

    /// <summary>The reviewer asked the person something; the clock runs on.</summary>
    NeedsInfo = 3,

    /// <summary>Decided on the first level; the person can escalate.</summary>
    Ruled = 4,

    /// <summary>On the second level: escalated by the person, or because the first level let its clock run out.</summary>
    Escalated = 5,

    /// <summary>Decided on the second level.</summary>
    RuledFinally = 6,

    /// <summary>Decided, and the time to escalate is over.</summary>
    Closed = 7,

    /// <summary>Taken back by the person before any ruling.</summary>
    Withdrawn = 8,
}
