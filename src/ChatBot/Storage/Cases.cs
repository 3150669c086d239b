using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>An appeal as it is stored: the appeal, and what the rules do not look at.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="Reference">What people call it.</param>
/// <param name="Version">Counts its changes.</param>
/// <param name="Sheet">Id of the contested sheet.</param>
/// <param name="WorkArea">The person's work area when it was filed.</param>
internal sealed record Case(Appeal Appeal, string Reference, int Version, Guid Sheet, string WorkArea);

/// <summary>
/// Thrown inside a commit when what was read before it does not hold any more. Nothing of the transaction is written; the turn is answered anew from what
/// holds now, see <see cref="Chat"/>'s <c>Bot</c>.
/// </summary>
internal sealed class OvertakenException() : Exception("Somebody else was first.");

/// <summary>Appeals in the store. What may be done to them is decided by <see cref="AppealRules"/> and done by <c>Features/Appeals</c> alone.</summary>
internal static class Cases
{
    /// <summary>States in which a case waits for a ruling.</summary>
    public static readonly AppealState[] Open = [AppealState.Filed, AppealState.InReview, AppealState.NeedsInfo, AppealState.Escalated];

    /// <summary>One case; null when there is none. Nothing is decided here about who may know of it.</summary>
    public static async Task<Case?> Find(BotDb db, Guid id, CancellationToken cancel) =>
        await db.Appeals.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancel) is { } row ? Read(row) : null;

    /// <summary>One case by what people call it, in any case; null when there is none.</summary>
    public static async Task<Case?> Find(BotDb db, string reference, CancellationToken cancel)
    {
        var name = reference.Trim().ToUpperInvariant();
        return await db.Appeals.AsNoTracking().SingleOrDefaultAsync(x => x.Reference == name, cancel) is { } row ? Read(row) : null;
    }

    /// <summary>All cases of a person, the latest first.</summary>
    public static async Task<IReadOnlyList<Case>> Of(BotDb db, Guid person, CancellationToken cancel) =>
        [.. (await db.Appeals.AsNoTracking().Where(x => x.Person == person).ToListAsync(cancel)).OrderByDescending(x => x.FiledAt).Select(Read)];

    /// <summary>All cases that wait for a ruling, the oldest clock first.</summary>
    public static async Task<IReadOnlyList<Case>> Waiting(BotDb db, CancellationToken cancel) =>
        [.. (await db.Appeals.AsNoTracking().Where(x => EF.Constant(Open).Contains(x.State)).ToListAsync(cancel)).OrderBy(x => x.RuleBy).ThenBy(x => x.FiledAt).Select(Read)];

    /// <summary>What happened to a case, in order.</summary>
    public static Task<List<AppealEventRow>> History(BotDb db, Guid appeal, CancellationToken cancel) =>
        db.AppealEvents.AsNoTracking().Where(x => x.Appeal == appeal).OrderBy(x => x.Version).ToListAsync(cancel);

    /// <summary>Writes a new case, inside the caller's transaction.</summary>
    /// <exception cref="OvertakenException">One of the same person, quarter and ground is open by now, or the reference is taken.</exception>
    public static async Task Add(BotDb db, Case filed, DateTimeOffset now, string? statement, CancellationToken cancel)
    {
        var (appeal, document) = (filed.Appeal, AppealDocument.Write(filed.Appeal));
        var written = await db.Database.ExecuteSqlAsync(
            $"""
             insert into appeals (id, reference, person, quarter, ground, state, filed_at, rule_by, sheet, work_area, version, document)
             values ({appeal.Id}, {filed.Reference}, {appeal.Person}, {appeal.Quarter.ToString()}, {(int)appeal.Ground}, {(int)appeal.State},
                     {UtcMicroseconds.Of(appeal.FiledAt)}, {appeal.Clock.RuleBy}, {filed.Sheet}, {filed.WorkArea}, {1}, {document})
             on conflict do nothing
             """,
            cancel);
        Hold(written);
        await Note(db, appeal.Id, 1, now, appeal.Person, "Filed", statement, cancel);
    }

    /// <summary>Writes what became of a case, inside the caller's transaction: the appeal, what happened, and the corrections of a ruling that is new.</summary>
    /// <param name="db">The caller's.</param>
    /// <param name="before">The case as it was read.</param>
    /// <param name="after">The appeal as it is from now on.</param>
    /// <param name="happened">What happened.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="now">The moment.</param>
    /// <param name="text">What was written with it; supplied text.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OvertakenException">The case has changed since it was read.</exception>
    public static async Task Save(BotDb db, Case before, Appeal after, AppealEvent happened, Actor actor, DateTimeOffset now, string? text, CancellationToken cancel)
    {
        var (document, version) = (AppealDocument.Write(after), before.Version + 1);
        long? ruled = after.Rulings.Count == 0 ? null : UtcMicroseconds.Of(after.Rulings[^1].At);
        var written = await db.Database.ExecuteSqlAsync(
            $"""
             update appeals set state = {(int)after.State}, reviewer = {after.Reviewer}, rule_by = {after.Clock.RuleBy}, ruled_at = {ruled},
               version = {version}, document = {document}
             where id = {after.Id} and version = {before.Version}
               and ({!after.IsOpen} or not exists (select 1 from appeals o where o.person = {after.Person} and o.quarter = {after.Quarter.ToString()}
                 and o.ground = {(int)after.Ground} and o.id <> {after.Id} and o.state in (1, 2, 3, 5)))
             """,
            cancel);
        Hold(written);
        await Note(db, after.Id, version, now, actor.Person, happened.GetType().Name, text, cancel);
        if (after.Rulings.Count > before.Appeal.Rulings.Count)
        {
            await Corrections.Add(db, after.Id, after.Rulings[^1].Level, after.Person, [.. after.Rulings[^1].Corrections], after.Rulings[^1].Reviewer, now, cancel);
        }
    }

    /// <summary>The case of a row.</summary>
    public static Case Read(AppealRow row) => new(AppealDocument.Read(row.Document), row.Reference, row.Version, row.Sheet, row.WorkArea);

    private static Task<int> Note(BotDb db, Guid appeal, int version, DateTimeOffset now, Guid? actor, string what, string? text, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync(
            $"insert into appeal_events (appeal, version, at, actor, what, text) values ({appeal}, {version}, {UtcMicroseconds.Of(now)}, {actor}, {what}, {text})", cancel);

    private static void Hold(int written)
    {
        if (written != 1)
        {
            throw new OvertakenException();
        }
    }
}
