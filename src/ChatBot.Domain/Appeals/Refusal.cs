namespace ChatBot.Domain.Appeals;

/// <summary>Why something was not done. Everything after <see cref="NotThere"/> is told only to who may know of the appeal.</summary>
public enum Refusal
{
    /// <summary>There is no such appeal, or it is not theirs to know of: one answer, so that it does not tell which.</summary>
    NotThere,

    /// <summary>The appeal does not stand where that can be done: the button is an old one.</summary>
    NotNow,

    /// <summary>Another reviewer holds it.</summary>
    HeldByAnother,

    /// <summary>The first level's time is over; the case goes to the second.</summary>
    ClockRanOut,

    /// <summary>The time to escalate is over.</summary>
    TooLate,

    /// <summary>The clock has not come that far.</summary>
    NotDue,

    /// <summary>An appeal of the same person, quarter and ground waits for its ruling.</summary>
    AnotherIsOpen,

    /// <summary>The one named or handed to is not independent of the case, or no reviewer.</summary>
    NotIndependent,

    /// <summary>Who proposed a ruling cannot agree to it too.</summary>
    NotBySame,

    /// <summary>Not every part is ruled on exactly once.</summary>
    PartsNotRuled,

    /// <summary>A part's reason is too short.</summary>
    ReasonTooShort,

    /// <summary>A part that is upheld changes nothing, or one that is declined changes something.</summary>
    CorrectionsMissing,

    /// <summary>A correction reaches beyond the part in dispute, or names what the rubric does not define.</summary>
    CorrectionNotAllowed,

    /// <summary>No days of the quarter are in dispute.</summary>
    NothingDisputed,

    /// <summary>More than six months have passed since the person was told.</summary>
    WindowClosed,

    /// <summary>All of these days were ruled on before, on the same ground: what is left is the second level.</summary>
    ContestedBefore,
}

/// <summary>What came of it: the appeal as it is from then on, or why nothing was done.</summary>
public readonly record struct Applied
{
    private Applied(Appeal? appeal, Refusal? refusal) => (Appeal, Refusal) = (appeal, refusal);

    /// <summary>The appeal; null when refused.</summary>
    public Appeal? Appeal { get; }

    /// <summary>Why not; null when done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Done.</summary>
    public static Applied To(Appeal appeal) => new(appeal, null);

    /// <summary>Not done.</summary>
    public static Applied Not(Refusal refusal) => new(null, refusal);
}
