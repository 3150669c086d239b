using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What somebody may do with a finding.</summary>
internal enum FindingRight
{
    /// <summary>Nothing: they are not of the programme office, are among those found, or are, or stand in the line of, who appealed.</summary>
    None,

    /// <summary>Know of it: they, or whom they stand in for, ruled on the appeal.</summary>
    See,

    /// <summary>Approve or dismiss it.</summary>
    Decide,
}

/// <summary>Decides that at the click, from the directory as it is now: two people take part in correcting many, and neither is one of them.</summary>
internal static class FindingRights
{
    /// <summary>What one person may do with a finding.</summary>
    public static async Task<FindingRight> Of(BotDb db, FindingRow finding, Guid person, DateTimeOffset now, CancellationToken cancel) =>
        await Cases.Find(db, finding.Appeal, cancel) is { } appeal
            ? await Of(db, finding, appeal.Appeal, await Chart(db, appeal.Appeal, [person], now, cancel), person, cancel)
            : FindingRight.None;

    /// <summary>Whoever may decide it.</summary>
    public static async Task<IReadOnlyList<Guid>> Deciding(BotDb db, FindingRow finding, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Cases.Find(db, finding.Appeal, cancel) is not { Appeal: var appeal })
        {
            return [];
        }

        var chart = await Chart(db, appeal, [], now, cancel);
        var deciding = new List<Guid>();
        foreach (var person in chart.Office)
        {
            if (await Of(db, finding, appeal, chart, person, cancel) == FindingRight.Decide)
            {
                deciding.Add(person);
            }
        }

        return deciding;
    }

    private static async Task<FindingRight> Of(BotDb db, FindingRow finding, Appeal appeal, OrgChart chart, Guid person, CancellationToken cancel)
    {
        // A manager never learns that a report appealed, also not by what follows from it.
        var speaks = chart.SpeaksFor(person);
        if (!Independence.MayName(chart, appeal, person) || await Findings.IsAmong(db, finding.Id, speaks, cancel))
        {
            return FindingRight.None;
        }

        HashSet<Guid> ruled = [finding.Reviewer, .. appeal.Rulings.SelectMany(x => x.Second is { } second ? new[] { x.Reviewer, second } : [x.Reviewer])];
        return speaks.Any(ruled.Contains) ? FindingRight.See : FindingRight.Decide;
    }

    private static Task<OrgChart> Chart(BotDb db, Appeal appeal, IEnumerable<Guid> people, DateTimeOffset now, CancellationToken cancel) =>
        OrgCharts.Around(db, [appeal.Person, .. people], DateOnly.FromDateTime(now.UtcDateTime), cancel);
}
