using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Who is counted in a quarter.</summary>
/// <param name="Cohort">With its tree.</param>
/// <param name="Lines">The lines that the tree is made of.</param>
/// <param name="IsStored">Whether it is stored, so that nothing changes it any more.</param>
internal sealed record KnownCohort(Cohort Cohort, IReadOnlyList<ReportsTo> Lines, bool IsStored);

/// <summary>
/// The cohorts of the quarters. One is the directory of the quarter's first day as it is known when the quarter's first figures are made; then it is
/// stored with them. Who comes into the directory later, or is moved back in time by a later import, changes nothing until the next quarter.
/// </summary>
internal static class Cohorts
{
    /// <summary>The stored cohort of the quarter; else the one that would be stored now.</summary>
    public static async Task<KnownCohort> Of(BotDb db, Quarter quarter, CancellationToken cancel)
    {
        var name = quarter.ToString();
        var stored = await db.Cohorts.AsNoTracking().Where(x => x.Quarter == name).Select(x => new ReportsTo(x.Person, x.Manager)).ToListAsync(cancel);
        var lines = stored.Count > 0 ? stored : await DirectoryLines.On(db, quarter.First, cancel);
        return new KnownCohort(new Cohort(quarter, OrgTree.Of(lines)), lines, stored.Count > 0);
    }

    /// <summary>Stores it. Inside the caller's filling transaction.</summary>
    public static void Write(BotDb db, KnownCohort cohort) => db.InsertMissing(
    [
        .. cohort.Lines.Select(line => new CohortRow { Quarter = cohort.Cohort.Quarter.ToString(), Person = line.Person, Manager = line.Manager }),
    ]);
}
