using ChatBot.Domain.Groups;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Who reports to whom, by the directory as it is known now.</summary>
internal static class DirectoryLines
{
    private const string Manager = "manager_email";

    /// <summary>One line for each person employed on the day, with the manager of that day; a manager who is not employed then is nobody.</summary>
    public static async Task<IReadOnlyList<ReportsTo>> On(BotDb db, DateOnly day, CancellationToken cancel)
    {
        var people = await db.People.AsNoTracking().Select(x => new { x.Id, x.Email, x.StartDate, x.EndDate }).ToListAsync(cancel);
        var byAddress = await db.PersonAliases.AsNoTracking().ToDictionaryAsync(x => x.Email, x => x.Person, StringComparer.Ordinal, cancel);
        people.ForEach(person => byAddress[person.Email] = person.Id);
        var managers = (await db.PersonFacts.AsNoTracking().Where(x => x.Kind == Manager).ToListAsync(cancel)).ToLookup(x => x.Person);
        var present = people.Where(x => !(x.StartDate > day) && !(x.EndDate < day)).Select(x => x.Id).ToHashSet();
        return
        [
            .. present.Select(person => new ReportsTo(
                person,
                byAddress.TryGetValue(PersonFacts.Dated(managers[person], Manager).At(day, string.Empty), out var manager) && present.Contains(manager) ? manager : null)),
        ];
    }

    /// <summary>Changes whenever the directory may have: the number of times it was imported, and when last.</summary>
    public static async Task<string> Stamp(BotDb db, CancellationToken cancel)
    {
        var imports = db.Imports.AsNoTracking().Where(x => x.Kind == "people");
        var last = await imports.OrderByDescending(x => x.At).Select(x => x.At).FirstOrDefaultAsync(cancel);
        return $"{await imports.CountAsync(cancel)}:{last:O}";
    }
}
