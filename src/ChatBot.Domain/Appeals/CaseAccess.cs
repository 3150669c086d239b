namespace ChatBot.Domain.Appeals;

/// <summary>Who may know of a case, and who may look into it. Decided at the click, from the directory as it is then.</summary>
public static class CaseAccess
{
    /// <summary>Whether it stands in a reviewer's queue, by its reference and without the person: it is open, they are independent, and nobody else holds it.</summary>
    public static bool IsInQueue(OrgChart chart, Appeal appeal, Guid reviewer) =>
        appeal.IsOpen && Independence.Of(chart, appeal, reviewer) == Conflict.None
        && (appeal.Reviewer == reviewer || (chart.IsReviewer(reviewer) && (appeal.Reviewer is null || appeal.Proposed is not null)));

    /// <summary>
    /// Whether somebody may open it, and see who it is about: the reviewer who holds it, and where a ruling waits for agreement, any other independent one.
    /// </summary>
    public static bool MayOpen(OrgChart chart, Appeal appeal, Guid reviewer) =>
        IsInQueue(chart, appeal, reviewer) && (appeal.Reviewer == reviewer || appeal.Proposed is not null);
}
