using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>One case as it stands in a reviewer's queue.</summary>
/// <param name="Case">The case.</param>
/// <param name="Share">Whose it is.</param>
internal readonly record struct Queued(Case Case, QueueShare Share);

/// <summary>
/// The cases that a reviewer may take or holds, the oldest clock first, and how many other reviewers have. A case that is not theirs to know of is in
/// none of its numbers.
/// </summary>
/// <param name="Cases">The cases.</param>
/// <param name="Others">How many each other reviewer holds, of those that this one may know of; most first.</param>
internal sealed record Queue(IReadOnlyList<Queued> Cases, IReadOnlyList<int> Others)
{
    /// <summary>All that the reviewer may know of, whoever holds it.</summary>
    public int All => Cases.Count(one => one.Share != QueueShare.Second) + Others.Sum();

    /// <summary>The queue of somebody.</summary>
    /// <param name="waiting">All cases that wait for a ruling, the oldest clock first.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="reviewer">Who looks.</param>
    public static Queue Of(IReadOnlyList<Case> waiting, OrgChart chart, Guid reviewer)
    {
        var cases = waiting.Where(one => CaseAccess.IsInQueue(chart, one.Appeal, reviewer)).Select(one => new Queued(one, ShareOf(one.Appeal, reviewer)));
        var others = waiting.Where(one => one.Appeal.Reviewer is { } holder && holder != reviewer && chart.IsReviewer(reviewer)
            && Independence.Of(chart, one.Appeal, reviewer) == Conflict.None);
        return new Queue([.. cases], [.. others.GroupBy(one => one.Appeal.Reviewer).Select(one => one.Count()).OrderDescending()]);
    }

    /// <summary>How many are of one kind.</summary>
    public int Count(QueueShare share) => Cases.Count(one => one.Share == share);

    private static QueueShare ShareOf(Appeal appeal, Guid reviewer) =>
        appeal.Reviewer == reviewer ? QueueShare.Mine : appeal.Reviewer is null ? QueueShare.Free : QueueShare.Second;
}
