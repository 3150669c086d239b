using ChatBot.Domain.Access;
using ChatBot.Domain.Appeals;

namespace ChatBot.Storage;

/// <summary>The one door to a person's data. It decides and writes the access record in the same call. Scoped, like the effects it writes to.</summary>
internal sealed class PersonDoor(BotDb db, TurnEffects effects, ISheets sheets, TimeProvider clock)
{
    /// <summary>
    /// Opens a person's file, or null when the viewer may not see it. Either is recorded, and the record is committed before any answer leaves.
    /// </summary>
    /// <param name="viewer">Who looks, as whom, for what.</param>
    /// <param name="person">Whose file.</param>
    /// <param name="what">What will be looked at: <c>score</c>, <c>coverage</c>, <c>accounts</c> …</param>
    public PersonFile? Open(Viewer viewer, Guid person, string what)
    {
        var allowed = AccessRule.Allows(viewer, person);
        effects.Looked(viewer, person, what, allowed, clock.GetUtcNow());
        return allowed ? new PersonFile(person, db, sheets, effects, clock) : null;
    }

    /// <summary>
    /// Opens the file of whoever filed a case, for its reviewer; null where the reviewer may not, and nothing tells why. Either is recorded.
    /// </summary>
    /// <param name="appeal">The case.</param>
    /// <param name="reviewer">Who looks.</param>
    /// <param name="chart">The directory as it is now.</param>
    public PersonFile? OpenCase(Appeal appeal, Guid reviewer, OrgChart chart)
    {
        var allowed = CaseAccess.MayOpen(chart, appeal, reviewer);
        effects.Looked(new Viewer(reviewer, Role.Reviewer, Purpose.Appeal), appeal.Person, "case", allowed, clock.GetUtcNow());
        return allowed ? new PersonFile(appeal.Person, db, sheets, effects, clock) : null;
    }

    /// <summary>
    /// For a case that is not there. It is recorded, of whoever asked, as the refusal of one that is: what is written tells no time between the two.
    /// </summary>
    /// <param name="reviewer">Who looks.</param>
    public void NoCase(Guid reviewer) => effects.Looked(new Viewer(reviewer, Role.Reviewer, Purpose.Appeal), reviewer, "case", allowed: false, clock.GetUtcNow());
}
