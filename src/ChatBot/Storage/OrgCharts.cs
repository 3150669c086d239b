using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// The chart around some people. Whoever has left is not listed on it, but whoever was above them is still above those below: a line holds until the
    /// directory says another. So does a manager whom the directory does not list, for those who share them.
    /// </summary>
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
        var (lines, left) = (new List<ReportsTo>(), new List<Guid>());
        var seen = new HashSet<Guid>();
        var next = concerned.Concat(roles.Select(x => x.Id)).Concat(standIns.SelectMany(x => new[] { x.Delegate, x.For })).ToHashSet();
        while (next.Count > 0)
        {
            seen.UnionWith(next);
            var (found, gone) = await Lines(db, [.. next], day, cancel);
            lines.AddRange(found);
            left.AddRange(gone);
            next = [.. found.Select(x => x.Manager).OfType<Guid>().Where(x => !seen.Contains(x))];
        }

        return new OrgChart(lines, standIns, With("reviewer"), With("programme-office"), left);

        IEnumerable<Guid> With(string role) => roles.Where(x => x.Roles.Split(';').Contains(role, StringComparer.Ordinal)).Select(x => x.Id);
    }

    /// <summary>One line for each of the people who is or was in the directory, with the manager of the day, and which of them have left.</summary>
    private static async Task<(IReadOnlyList<ReportsTo> Lines, IReadOnlyList<Guid> Left)> Lines(BotDb db, Guid[] people, DateOnly day, CancellationToken cancel)
    {
        var listed = await db.People.AsNoTracking().Where(x => EF.Parameter(people).Contains(x.Id)).Select(x => new { x.Id, x.EndDate }).ToListAsync(cancel);
        var facts = (await db.PersonFacts.AsNoTracking().Where(x => x.Kind == Manager && EF.Parameter(people).Contains(x.Person)).ToListAsync(cancel)).ToLookup(x => x.Person);
        var addresses = listed.ToDictionary(x => x.Id, x => PersonFacts.Dated(facts[x.Id], Manager).At(day, string.Empty));
        var named = addresses.Values.Where(x => x.Length > 0).Distinct().ToArray();
        var byAddress = named.ToDictionary(x => x, Unlisted, StringComparer.Ordinal);
        foreach (var alias in await db.PersonAliases.AsNoTracking().Where(x => EF.Parameter(named).Contains(x.Email)).ToListAsync(cancel))
        {
            byAddress[alias.Email] = alias.Person;
        }

        foreach (var person in await db.People.AsNoTracking().Where(x => EF.Parameter(named).Contains(x.Email)).Select(x => new { x.Id, x.Email }).ToListAsync(cancel))
        {
            byAddress[person.Email] = person.Id;
        }

        return (
            [.. addresses.Select(x => new ReportsTo(x.Key, x.Value.Length > 0 ? byAddress[x.Value] : null))],
            [.. listed.Where(x => x.EndDate < day).Select(x => x.Id)]);
    }

    /// <summary>Stands for a manager whom the directory names and does not list: nobody's id, and the same for all who have them.</summary>
    private static Guid Unlisted(string address) => new(SHA256.HashData(Encoding.UTF8.GetBytes(address)).AsSpan(0, 16));
}
