namespace ChatBot.Domain.Access;

/// <summary>In which role somebody looks. The numbers are stored.</summary>
public enum Role
{
    /// <summary>Anybody, about themselves.</summary>
    Engineer = 1,

    /// <summary>Whoever somebody names as manager.</summary>
    Manager = 2,

    /// <summary>Works the queue of appeals.</summary>
    Reviewer = 3,

    /// <summary>Runs the programme.</summary>
    ProgrammeOffice = 4,

    /// <summary>Works council or data protection officer.</summary>
    Auditor = 5,

    /// <summary>Runs the service; command line only.</summary>
    Operator = 6,
}

/// <summary>What a look is for: a closed list. Performance review, ranking, pay and redundancy are not on it. The numbers are stored.</summary>
public enum Purpose
{
    /// <summary>The person asks about themselves.</summary>
    OwnInsight = 1,

    /// <summary>Computing sheets and keeping the store in order.</summary>
    Scoring = 2,

    /// <summary>Operating the service at the person's or the law's request.</summary>
    Operation = 3,

    /// <summary>Deciding somebody's appeal.</summary>
    Appeal = 4,
}

/// <summary>Who looks, as whom, for what. Every query of a person's data takes one.</summary>
/// <param name="Person">The viewer's person id; null for the operator and the service itself.</param>
/// <param name="Role">The role they act in.</param>
/// <param name="Purpose">What for.</param>
public sealed record Viewer(Guid? Person, Role Role, Purpose Purpose)
{
    /// <summary>A person looking at their own data.</summary>
    public static Viewer Self(Guid person) => new(person, Role.Engineer, Purpose.OwnInsight);
}
