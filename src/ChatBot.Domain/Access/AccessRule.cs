namespace ChatBot.Domain.Access;

/// <summary>Who may look at a person's data. The one rule behind the one door.</summary>
public static class AccessRule
{
    /// <summary>
    /// Whether the viewer may see anything of the person: oneself for one's own insight, and the operator or the service itself (no person)
    /// for operating and scoring. Everything that is not named here is refused.
    /// </summary>
    public static bool Allows(Viewer viewer, Guid person) => viewer switch
    {
        { Role: Role.Engineer, Purpose: Purpose.OwnInsight, Person: { } self } => self == person,
        { Role: Role.Operator, Purpose: Purpose.Operation or Purpose.Scoring, Person: null } => true,
        _ => false,
    };
}
