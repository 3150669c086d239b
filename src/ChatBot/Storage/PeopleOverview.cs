using ChatBot.Domain.Access;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Somebody who is a good example of a situation.</summary>
/// <param name="Situation">A verdict (<c>Heavy</c>, <c>NotMeasurable(TelemetryOff)</c>, <c>OnLeave</c> …), <c>Borderline</c>, <c>Manager</c> or a role.</param>
/// <param name="Email">The person's e-mail.</param>
/// <param name="Name">As the directory writes it; supplied text.</param>
internal sealed record PersonExample(string Situation, string Email, string Name);

/// <summary>
/// A few people for each situation that the store knows, and people found by e-mail: for whoever runs the service and wants to try it. Everybody shown
/// goes through the door. Scoped.
/// </summary>
internal sealed class PeopleOverview(BotDb db, PersonDoor door)
{
    private const int PerSituation = 3;
    private const int Found = 20;

    /// <summary>The examples, a few for each situation, in an order that reads well.</summary>
    public async Task<IReadOnlyList<PersonExample>> Examples(Viewer viewer, DateOnly today, CancellationToken cancel)
    {
        var present = db.People.AsNoTracking().Where(x => (x.StartDate == null || x.StartDate <= today) && (x.EndDate == null || x.EndDate >= today));
        var onLeave = db.Leave.AsNoTracking().Where(x => x.FromDay <= today && (x.ToDay == null || x.ToDay >= today)).Select(x => x.Person);
        var quarter = await LatestQuarter(today, cancel);
        var sheets =
            from sheet in db.ScoreSheets.AsNoTracking()
            where sheet.Quarter == quarter && sheet.ReplacedAt == null && !onLeave.Contains(sheet.Person)
            join person in present on sheet.Person equals person.Id
            select new { Person = person, sheet.Verdict, sheet.Reason, sheet.Borderline };

        var found = new List<PersonExample>();
        foreach (var tier in new[] { SheetVerdict.Heavy, SheetVerdict.Light, SheetVerdict.Non, SheetVerdict.TooNew })
        {
            await Take(tier.ToString(), sheets.Where(x => x.Verdict == tier && !x.Borderline).Select(x => x.Person));
        }

        await Take("Borderline", sheets.Where(x => x.Borderline).Select(x => x.Person));
        var reasons = await sheets.Where(x => x.Verdict == SheetVerdict.NotMeasurable).Select(x => x.Reason).Distinct().OrderBy(x => x).Take(Found).ToListAsync(cancel);
        foreach (var reason in reasons)
        {
            await Take($"NotMeasurable({reason})", sheets.Where(x => x.Verdict == SheetVerdict.NotMeasurable && x.Reason == reason).Select(x => x.Person));
        }

        await Take("OnLeave", present.Where(x => onLeave.Contains(x.Id)));
        await Take("Left", db.People.AsNoTracking().Where(x => x.EndDate < today));
        var managers = db.PersonFacts.AsNoTracking().Where(x => x.Kind == "manager_email").GroupBy(x => x.Value).OrderByDescending(x => x.Count()).Select(x => x.Key).Take(PerSituation);
        await Take("Manager", present.Where(x => managers.Contains(x.Email)));
        foreach (var role in new[] { "reviewer", "programme-office", "auditor" })
        {
            await Take(role, present.Where(x => x.Roles.Contains(role)));
        }

        return found;

        async Task Take(string situation, IQueryable<PersonRow> people) => found.AddRange(await Shown(viewer, situation, people.OrderBy(x => x.Email).Take(PerSituation), cancel));
    }

    /// <summary>People whose e-mail holds the text.</summary>
    public async Task<IReadOnlyList<PersonExample>> Search(Viewer viewer, string text, CancellationToken cancel)
    {
        var sought = text.Trim().ToLowerInvariant();
        var people = db.People.AsNoTracking().Where(x => x.Email.Contains(sought)).OrderBy(x => x.Email).Take(Found);
        return await Shown(viewer, "Found", people, cancel);
    }

    private async Task<IReadOnlyList<PersonExample>> Shown(Viewer viewer, string situation, IQueryable<PersonRow> people, CancellationToken cancel)
    {
        var rows = await people.Select(x => new { x.Id, x.Email, x.Name }).ToListAsync(cancel);
        return [.. rows.Where(x => door.Open(viewer, x.Id, "overview") is not null).Select(x => new PersonExample(situation, x.Email, x.Name))];
    }

    /// <summary>The latest quarter that has sheets, today's if it does.</summary>
    private async Task<string> LatestQuarter(DateOnly today, CancellationToken cancel)
    {
        var current = Quarter.Of(today).ToString();
        return await db.ScoreSheets.Where(x => x.Quarter.CompareTo(current) <= 0).MaxAsync(x => (string?)x.Quarter, cancel) ?? current;
    }
}
