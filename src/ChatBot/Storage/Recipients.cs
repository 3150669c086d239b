using ChatBot.Domain.People;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Somebody who could be sent something.</summary>
/// <param name="Row">The person.</param>
/// <param name="Facts">Employment, dated facts, leave.</param>
/// <param name="Managers">Their managers' e-mails with history.</param>
/// <param name="Preference">What they chose; null where nothing.</param>
internal sealed record Recipient(PersonRow Row, Person Facts, Dated<string> Managers, PreferenceRow? Preference);

/// <summary>The directory as planning needs it: everybody, or one person. Nothing of anybody's usage.</summary>
internal static class Recipients
{
    /// <summary>Everybody, by id.</summary>
    public static async Task<IReadOnlyList<Recipient>> Everybody(BotDb db, CancellationToken cancel)
    {
        var facts = (await db.PersonFacts.AsNoTracking().ToListAsync(cancel)).ToLookup(x => x.Person);
        var leave = (await db.Leave.AsNoTracking().ToListAsync(cancel)).ToLookup(x => x.Person);
        var preferences = await db.Preferences.AsNoTracking().ToDictionaryAsync(x => x.Person, cancel);
        var rows = await db.People.AsNoTracking().OrderBy(x => x.Id).ToListAsync(cancel);
        return [.. rows.Select(row => Assemble(row, [.. facts[row.Id]], [.. leave[row.Id]], preferences.GetValueOrDefault(row.Id)))];
    }

    /// <summary>One person; null when there is none.</summary>
    public static async Task<Recipient?> One(BotDb db, Guid person, CancellationToken cancel)
    {
        var row = await db.People.AsNoTracking().SingleOrDefaultAsync(x => x.Id == person, cancel);
        return row is null ? null : Assemble(
            row,
            await db.PersonFacts.AsNoTracking().Where(x => x.Person == person).ToListAsync(cancel),
            await db.Leave.AsNoTracking().Where(x => x.Person == person).ToListAsync(cancel),
            await db.Preferences.AsNoTracking().SingleOrDefaultAsync(x => x.Person == person, cancel));
    }

    private static Recipient Assemble(PersonRow row, List<PersonFactRow> facts, List<LeaveRow> leave, PreferenceRow? preference) =>
        new(row, PersonFacts.Assemble(row, facts, leave), PersonFacts.Dated(facts, "manager_email"), preference);
}
