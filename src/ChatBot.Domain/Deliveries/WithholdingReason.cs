namespace ChatBot.Domain.Deliveries;

/// <summary>
/// Why somebody gets none of a kind in a period, decided when it is planned or when it is about to be sent. The names are stored
/// (<c>withholdings.reason</c>, <c>deliveries.code</c> of a row that was withheld at send) and printed, so they are never renamed.
/// </summary>
public enum WithholdingReason
{
    /// <summary>Before their first day, or after their last.</summary>
    NotEmployed = 1,

    /// <summary>On leave on every day that was left for it.</summary>
    OnLeave = 2,

    /// <summary>They stopped it.</summary>
    Stopped = 3,

    /// <summary>They paused it for longer than it could have waited.</summary>
    Paused = 4,

    /// <summary>Nothing is known about their week.</summary>
    NothingKnown = 5,

    /// <summary>No day on which they work was left for it: their pattern and the holidays of their country.</summary>
    NoWorkingDay = 6,

    /// <summary>Planned so late that its last moment, or their next digest, came first.</summary>
    TooLate = 7,

    /// <summary>No channel reaches them.</summary>
    Unreachable = 8,

    /// <summary>Their first contact, the notice, has not been sent yet.</summary>
    NoticeNotSent = 9,

    /// <summary>The service runs in private mode: summaries to oneself only.</summary>
    PrivateMode = 10,

    /// <summary>Nobody reports to them.</summary>
    NoTeam = 11,

    /// <summary>They became a manager in mid-quarter; their digests start with the next quarter.</summary>
    ManagerTooNew = 12,

    /// <summary>No published figure encloses their team.</summary>
    TooSmall = 13,

    /// <summary>Somebody looks at what was said about them; told as <see cref="NotClassified"/> wherever it is listed.</summary>
    UnderReview = 14,

    /// <summary>No verdict can be told.</summary>
    NotClassified = 15,

    /// <summary>They are no longer in the directory.</summary>
    Gone = 16,

    /// <summary>They were told the same before, when they added the bot.</summary>
    AlreadyTold = 17,

    /// <summary>It is about a case that is not theirs to know of any more.</summary>
    NotTheirs = 18,

    /// <summary>What it was about has moved on meanwhile.</summary>
    MovedOn = 19,
}

/// <summary>How a reason is told.</summary>
public static class WithholdingReasons
{
    /// <summary>The name in lists and sums: that somebody is under review is nobody's business, so it reads as any other missing verdict.</summary>
    public static string Told(string reason) =>
        string.Equals(reason, nameof(WithholdingReason.UnderReview), StringComparison.Ordinal) ? nameof(WithholdingReason.NotClassified) : reason;

    /// <inheritdoc cref="Told(string)"/>
    public static string Told(this WithholdingReason reason) => Told(reason.ToString());
}
