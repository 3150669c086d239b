using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Looks for others with the same hole in the data and proposes its correction for them to the programme office. Nothing is corrected by it. Safe to run
/// twice: whoever comes second finds that the finding waits no more.
/// </summary>
internal sealed class LookForOthers(IDbContextFactory<BotDb> databases, IAllSheets sheets, Rubric rubric, TimeProvider clock)
{
    /// <summary>Longer than it can take until a run comes after an approval.</summary>
    private static readonly TimeSpan JustApproved = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Looks for whatever waits to be looked for; each quarter's sheets are read once. Before that it computes the sheets that an approval has just corrected.
    /// </summary>
    public async Task Run(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var approved = (await Findings.In(db, FindingState.Approved, cancel)).Where(x => x.StateAt > now - JustApproved).Select(Findings.QuarterOf).Distinct();
        foreach (var quarter in approved)
        {
            await sheets.Refresh(quarter, DateOnly.FromDateTime(now.UtcDateTime), cancel);
        }

        foreach (var waiting in (await Findings.In(db, FindingState.Looking, cancel)).GroupBy(Findings.QuarterOf))
        {
            await Look(db, waiting.Key, [.. waiting], cancel);
        }
    }

    private async Task Look(BotDb db, Quarter quarter, IReadOnlyList<FindingRow> waiting, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        await sheets.Refresh(quarter, today, cancel);
        var found = waiting.ToDictionary(x => x.Id, _ => new Dictionary<Guid, Other>());
        await foreach (var (person, sheet) in Findings.SheetsNaming(db, quarter, [.. waiting.Select(x => x.Reason).Distinct()], cancel))
        {
            foreach (var finding in waiting)
            {
                if (Proposals.Of(Findings.GapOf(finding), sheet, rubric) is { Count: > 0 } proposals)
                {
                    found[finding.Id].Add(person, new Other([.. proposals.Select(x => x.Correction)], proposals.Sum(x => x.Days.Count), sheet));
                }
            }
        }

        foreach (var finding in waiting)
        {
            await Propose(db, finding, await Remaining(db, finding, found[finding.Id], today, cancel), quarter, today, cancel);
        }
    }

    /// <summary>Without the one who appealed, who has left, and for whom the same waits already.</summary>
    private static async Task<Dictionary<Guid, Other>> Remaining(BotDb db, FindingRow finding, Dictionary<Guid, Other> found, DateOnly today, CancellationToken cancel)
    {
        var appeal = await Cases.Find(db, finding.Appeal, cancel);
        var gone = await db.People.Where(x => x.EndDate < today).Select(x => x.Id).ToListAsync(cancel);
        var proposed = await (
            from other in db.Findings
            where other.State == FindingState.Proposed && other.Quarter == finding.Quarter && other.Tool == finding.Tool && other.Reason == finding.Reason
            join person in db.FoundPeople on other.Id equals person.Finding
            select new { person.Person, person.Document }).ToListAsync(cancel);
        var waiting = proposed.SelectMany(x => CreditedDays.Of(CorrectionDocument.Read(x.Document)).Select(span => (x.Person, span))).ToHashSet();
        HashSet<Guid> without = [.. gone, .. appeal is null ? Array.Empty<Guid>() : [appeal.Appeal.Person]];
        return found.Where(x => !without.Contains(x.Key) && !CreditedDays.Of(x.Value.Corrections).All(span => waiting.Contains((x.Key, span)))).ToDictionary();
    }

    /// <summary>
    /// The sheets as they would be. Nobody asked for this correction, so whose tier it would lower, their own days having more than any level of credit
    /// gives, is left as they are.
    /// </summary>
    private async Task<IReadOnlyDictionary<Guid, ScoreSheet>> Kindly(Dictionary<Guid, Other> found, Quarter quarter, DateOnly today, CancellationToken cancel)
    {
        var after = await sheets.With(found.ToDictionary(x => x.Key, x => x.Value.Corrections), quarter, today, cancel);
        foreach (var person in found.Where(x => x.Value.Sheet.Verdict == SheetVerdict.Heavy && after[x.Key].Verdict != SheetVerdict.Heavy).Select(x => x.Key).ToList())
        {
            found.Remove(person);
        }

        return after;
    }

    private async Task Propose(BotDb db, FindingRow finding, Dictionary<Guid, Other> found, Quarter quarter, DateOnly today, CancellationToken cancel)
    {
        var after = await Kindly(found, quarter, today, cancel);
        var now = clock.GetUtcNow();
        var state = found.Count == 0 ? FindingState.Empty : FindingState.Proposed;
        await using var transaction = db.BeginFilling();
        var written = await db.Findings.Where(x => x.Id == finding.Id && x.State == FindingState.Looking).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.State, state).SetProperty(x => x.StateAt, now).SetProperty(x => x.People, found.Count)
                .SetProperty(x => x.Days, found.Values.Sum(x => x.Days)).SetProperty(x => x.Verdicts, found.Count(x => after[x.Key].Verdict != x.Value.Sheet.Verdict)),
            cancel);
        if (written == 0)
        {
            return;
        }

        db.InsertMissing([.. found.Select(x => new FoundPersonRow { Finding = finding.Id, Person = x.Key, Document = CorrectionDocument.Write(x.Value.Corrections) })]);
        if (found.Count > 0)
        {
            var office = await FindingRights.Deciding(db, finding, now, cancel);
            Outbox.Plan(db, [.. office.Select(x => new PlannedDelivery(new DeliveryKey(AppealKinds.Finding, x, finding.Id.ToString("N")), finding.Id, now))], now);
        }

        await transaction.CommitAsync(cancel);
    }

    /// <summary>Somebody with the same hole.</summary>
    /// <param name="Corrections">What is proposed.</param>
    /// <param name="Days">How many days it credits.</param>
    /// <param name="Sheet">Their sheet as it is.</param>
    private sealed record Other(IReadOnlyList<Correction> Corrections, int Days, ScoreSheet Sheet);
}
