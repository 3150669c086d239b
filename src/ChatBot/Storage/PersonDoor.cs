using ChatBot.Domain.Access;

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
        return allowed ? new PersonFile(person, db, sheets) : null;
    }
}
