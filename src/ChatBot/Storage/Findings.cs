using System.Text;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Holes in the data that others have too, in the store.</summary>
internal static class Findings
{
    /// <summary>The hole that a finding is about.</summary>
    public static DataGap GapOf(FindingRow row) => new(new Tool(row.Tool), new Reason(row.Reason), row.FromDay, row.ToDay);

    /// <summary>The quarter of the sheets that have it.</summary>
    public static Quarter QuarterOf(FindingRow row) =>
        Quarter.TryParse(row.Quarter, out var quarter) ? quarter : throw new InvalidOperationException("A finding has no quarter.");

    /// <summary>One finding; null when there is none.</summary>
    public static Task<FindingRow?> Find(BotDb db, Guid id, CancellationToken cancel) => db.Findings.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancel);

    /// <summary>The findings of a state, the oldest first.</summary>
    public static async Task<IReadOnlyList<FindingRow>> In(BotDb db, FindingState state, CancellationToken cancel) =>
        [.. (await db.Findings.AsNoTracking().Where(x => x.State == state).ToListAsync(cancel)).OrderBy(x => x.StateAt).ThenBy(x => x.Id)];

    /// <summary>Whether any of some people is among those found.</summary>
    public static Task<bool> IsAmong(BotDb db, Guid finding, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var ids = people.ToArray();
        return db.FoundPeople.AnyAsync(x => x.Finding == finding && EF.Parameter(ids).Contains(x.Person), cancel);
    }

    /// <summary>Who was found, and what is proposed for each.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Correction>>> People(BotDb db, Guid finding, CancellationToken cancel) =>
        await db.FoundPeople.AsNoTracking().Where(x => x.Finding == finding).ToDictionaryAsync(x => x.Person, x => CorrectionDocument.Read(x.Document), cancel);

    /// <summary>What was proposed for one of them; nothing for anybody else.</summary>
    public static async Task<IReadOnlyList<Correction>> Proposed(BotDb db, Guid finding, Guid person, CancellationToken cancel) =>
        await db.FoundPeople.AsNoTracking().SingleOrDefaultAsync(x => x.Finding == finding && x.Person == person, cancel) is { } row ? CorrectionDocument.Read(row.Document) : [];

    /// <summary>
    /// The current sheets of a quarter that name a reason, one after the other: of tens of thousands only those few are looked into. Sheets that are not of
    /// the day are to be computed before.
    /// </summary>
    public static async IAsyncEnumerable<(Guid Person, ScoreSheet Sheet)> SheetsNaming(
        BotDb db, Quarter quarter, IReadOnlyCollection<string> reasons, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var name = quarter.ToString();
        var sought = reasons.Select(Encoding.UTF8.GetBytes).ToArray();
        var rows = db.ScoreSheets.AsNoTracking().Where(x => x.Quarter == name && x.ReplacedAt == null).Select(x => new { x.Person, x.Document });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (Array.Exists(sought, reason => row.Document.AsSpan().IndexOf(reason) >= 0))
            {
                yield return (row.Person, SheetDocument.Read(row.Document));
            }
        }
    }

    /// <summary>Writes that somebody has decided, inside the caller's transaction.</summary>
    /// <exception cref="OvertakenException">Somebody else has.</exception>
    public static async Task Decide(BotDb db, Guid finding, FindingState state, Guid by, string why, DateTimeOffset now, CancellationToken cancel)
    {
        var written = await db.Execute(
            $"""
             update findings set state = {(int)state}, state_at = {UtcMicroseconds.Of(now)}, decided_by = {by}, why = {why}
             where id = {finding} and state = {(int)FindingState.Proposed}
             """,
            cancel);
        if (written != 1)
        {
            throw new OvertakenException();
        }
    }
}
