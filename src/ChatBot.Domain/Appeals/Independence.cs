namespace ChatBot.Domain.Appeals;

/// <summary>What keeps somebody from reviewing a case. For who names reviewers; never shown to the one it is about.</summary>
public enum Conflict
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The directory does not list them, or not the appellant: nothing can be said.</summary>
    NotListed,

    /// <summary>It is their own appeal.</summary>
    OwnCase,

    /// <summary>They are above or below the appellant, at any depth, through any manager.</summary>
    SameLine,

    /// <summary>They share a direct manager with the appellant.</summary>
    SameTeam,

    /// <summary>They set the disputed value.</summary>
    SetTheValue,

    /// <summary>They had the case on the first level.</summary>
    FirstLevel,

    /// <summary>They are of the line or the team of who had the case on the first level.</summary>
    FirstLevelLine,
}

/// <summary>Separation of duties, from the directory as it is at the moment of asking. Who stands in for others has all their conflicts too.</summary>
public static class Independence
{
    /// <summary>What keeps a person from reviewing the case on the level it is on.</summary>
    public static Conflict Of(OrgChart chart, Appeal appeal, Guid person)
    {
        if (!chart.Contains(person) || !chart.Contains(appeal.Person))
        {
            return Conflict.NotListed;
        }

        foreach (var one in chart.SpeaksFor(person))
        {
            if (Conflicting(chart, appeal, one) is var conflict and not Conflict.None)
            {
                return conflict;
            }
        }

        return Conflict.None;
    }

    /// <summary>The reviewers who can take the case, in the order of their ids. None: it waits with the programme office, and its clock runs.</summary>
    public static IReadOnlyList<Guid> IndependentReviewers(OrgChart chart, Appeal appeal) =>
        [.. chart.Reviewers.Where(reviewer => Of(chart, appeal, reviewer) == Conflict.None)];

    /// <summary>
    /// Whether somebody of the programme office may know of the case, to name its reviewer: they need not be independent, but a manager of any height
    /// never learns that a report appealed, nor a report that a manager did.
    /// </summary>
    public static bool MayName(OrgChart chart, Appeal appeal, Guid person) =>
        chart.IsOffice(person) && chart.Contains(appeal.Person) && chart.SpeaksFor(person).All(one => !IsInLine(chart, appeal.Person, one));

    private static Conflict Conflicting(OrgChart chart, Appeal appeal, Guid one)
    {
        if (one == appeal.Person)
        {
            return Conflict.OwnCase;
        }

        if (IsInLine(chart, appeal.Person, one))
        {
            return Conflict.SameLine;
        }

        if (chart.ShareManager(one, appeal.Person))
        {
            return Conflict.SameTeam;
        }

        if (appeal.SetBy.Contains(one))
        {
            return Conflict.SetTheValue;
        }

        if (appeal.FirstReviewers.Contains(one))
        {
            return Conflict.FirstLevel;
        }

        return appeal.FirstReviewers.Any(first => IsInLine(chart, first, one) || chart.ShareManager(first, one)) ? Conflict.FirstLevelLine : Conflict.None;
    }

    private static bool IsInLine(OrgChart chart, Guid person, Guid one) => one == person || chart.IsAbove(one, person) || chart.IsAbove(person, one);
}
