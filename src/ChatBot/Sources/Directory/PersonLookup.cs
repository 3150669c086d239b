using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary>Finds people by the addresses that they have or had.</summary>
internal sealed class PersonLookup
{
    private readonly Dictionary<string, Guid> current;
    private readonly Dictionary<string, Guid> aliases;

    public PersonLookup(BotDb db)
    {
        current = db.People.AsNoTracking().Select(x => new { x.Email, x.Id }).ToDictionary(x => x.Email, x => x.Id, StringComparer.Ordinal);
        aliases = db.PersonAliases.AsNoTracking().ToDictionary(x => x.Email, x => x.Person, StringComparer.Ordinal);
    }

    /// <summary>Whose address it is, or was where it is nobody's now; null when nobody's. Lower-case.</summary>
    public Guid? Find(string email) =>
        current.TryGetValue(email, out var person) || aliases.TryGetValue(email, out person) ? person : null;
}
