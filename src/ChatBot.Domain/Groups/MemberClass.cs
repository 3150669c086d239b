using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Groups;

/// <summary>As what a person is counted in a figure about a group. Nothing finer ever enters one.</summary>
public enum MemberClass
{
    /// <summary>
    /// No tier, for whatever reason: not yet told that they are measured, on leave, under review, exempt, too new, not measurable, without a sheet.
    /// One value for all of them, so that no figure can tell an appeal from a holiday.
    /// </summary>
    NotClassified = 0,

    /// <summary>Tier non: no use seen.</summary>
    NoUseSeen = 1,

    /// <summary>Tier light.</summary>
    Light = 2,

    /// <summary>Tier heavy.</summary>
    Heavy = 3,
}

/// <summary>From what is shown to a person to what they are counted as.</summary>
public static class MemberClasses
{
    /// <summary>The class of a person whose verdict this is.</summary>
    /// <param name="verdict">
    /// The verdict of the day, overlays included. For somebody who has left, the verdict of their last day:
    /// a cohort keeps its leavers as they were, because a figure that changed in the week when one known person left would be about that person.
    /// </param>
    /// <param name="noticed">Whether the notice that they are measured was sent to them.</param>
    public static MemberClass Of(Verdict verdict, bool noticed) => !noticed ? MemberClass.NotClassified : verdict.Tier switch
    {
        Tier.Heavy => MemberClass.Heavy,
        Tier.Light => MemberClass.Light,
        Tier.Non => MemberClass.NoUseSeen,
        _ => MemberClass.NotClassified,
    };
}
