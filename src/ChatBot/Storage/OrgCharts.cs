using ChatBot.Domain.Appeals;
using ChatBot.Domain.Groups;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>
/// The directory as it is now, as far as deciding who may act on a case takes it: the people concerned, everybody with a role, whoever they stand in for, and
/// everybody above any of these. Whoever is below one of them is found by looking up from there.
/// </summary>
internal static class OrgCharts
{
    private const string Manager = "manager_email";

    /// <summary>The chart around some people; nobody whom the directory has not, or who has left, is on it.</summary>
    /// <param name="db">The store.</param>
    /// <param name="concerned">Appellants, first reviewers, whoever set a value, who asks.</param>
    /// <param name="day">The day.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<OrgChart> Around(BotDb db, IEnumerable<Guid> concerned, DateOnly day, CancellationToken cancel)
    {
        var roles = await db.People.AsNoTracking().Where(x => x.Roles != "" && (x.StartDate == null || x.StartDate <= day) && (x.EndDate == null || x.EndDate >= day))
            .Select(x => new { x.Id, x.Roles }).ToListAsync(cancel);
        var standIns = (await db.StandIns.AsNoTracking().Where(x => x.FromDay <= day && (x.ToDay == null || x.ToDay >= day)).ToListAsync(cancel))
            .Select(x => new StandsIn(x.Person, x.ForPerson)).ToList();
        var lines = new List<ReportsTo>();
        var seen = new HashSet<Guid>();
        var next = concerned.Concat(roles.Select(x => x.Id)).Concat(standIns.SelectMany(x => new[] { x.Delegate, x.For })).ToHashSet();
        while (next.Count > 0)
        {
            seen.UnionWith(next);
            var found = await Lines(db, [.. next], day, cancel);
            lines.AddRange(found);
            next = [.. found.Select(x => x.Manager).OfType<Guid>().Where(x => !seen.Contains(x))];
        }

        return new OrgChart(lines, standIns, With("reviewer"), With("programme-office"));

        IEnumerable<Guid> With(string role) => roles.Where(x => x.Roles.Split(';').Contains(role, StringComparer.Ordinal)).Select(x => x.Id);
    }

    /// <summary>One line for each of the people who is in the directory and has not left, with the manager of the day where that one is in it too.</summary>
    private static async Task<IReadOnlyList<ReportsTo>> Lines(BotDb db, Guid[] people, DateOnly day, CancellationToken cancel)
    {
        var present = await db.People.AsNoTracking().Where(x => EF.Parameter(people).Contains(x.Id) && (x.EndDate == null || x.EndDate >= day)).Select(x => x.Id).ToListAsync(cancel);
        var facts = (await db.PersonFacts.AsNoTracking().Where(x => x.Kind == Manager && EF.Parameter(people).Contains(x.Person)).ToListAsync(cancel)).ToLookup(x => x.Person);
        var addresses = present.ToDictionary(x => x, x => PersonFacts.Dated(facts[x], Manager).At(day, string.Empty));
        var named = addresses.Values.Where(x => x.Length > 0).Distinct().ToArray();
        var byAddress = await db.PersonAliases.AsNoTracking().Where(x => EF.Parameter(named).Contains(x.Email)).ToDictionaryAsync(x => x.Email, x => x.Person, StringComparer.Ordinal, cancel);
        foreach (var person in await db.People.AsNoTracking().Where(x => EF.Parameter(named).Contains(x.Email)).Select(x => new { x.Id, x.Email }).ToListAsync(cancel))
        {
            byAddress[person.Email] = person.Id;
        }

        return [.. addresses.Select(x => new ReportsTo(x.Key, byAddress.TryGetValue(x.Value, out var manager) ? manager : null))];
    }
}
