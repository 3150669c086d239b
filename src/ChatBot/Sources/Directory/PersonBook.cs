using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary>The directory as an import changes it: who is who, and what of them is dated.</summary>
internal sealed class PersonBook
{
    /// <summary>Scores do not look at the others.</summary>
    private static readonly string[] KindsOfScores = ["working_days", "work_area", "country", "office"];

    private readonly ImportSession session;
    private readonly Dictionary<string, PersonRow> byEmail;
    private readonly Dictionary<string, PersonRow> byEntra;
    private readonly Dictionary<(Guid Person, string Kind), List<PersonFactRow>> facts;
    private readonly Dictionary<Guid, string> takenAt = [];
    private readonly HashSet<PersonRow> changedPeople = [];
    private readonly HashSet<PersonFactRow> changedFacts = [];
    private readonly List<PersonAliasRow> newAliases = [];
    private readonly List<PersonAliasRow> endedAliases = [];
    private readonly List<(Guid, Quarter)> stale = [];
    private readonly IReadOnlyCollection<Quarter> quarters;

    public PersonBook(ImportSession session)
    {
        this.session = session;
        byEmail = session.Db.People.AsNoTracking().ToDictionary(x => x.Email, StringComparer.Ordinal);
        byEntra = byEmail.Values.Where(x => x.EntraObjectId is not null).ToDictionary(x => x.EntraObjectId!, StringComparer.Ordinal);
        facts = session.Db.PersonFacts.AsNoTracking().AsEnumerable().GroupBy(x => (x.Person, x.Kind)).ToDictionary(x => x.Key, x => x.OrderBy(y => y.FromDay).ToList());
        quarters = session.Stale.WithSheets();
    }

    /// <summary>Merges a line; <paramref name="refusal"/> is why it cannot be, as a sentence.</summary>
    public Outcome Merge(PersonLine line, out string? refusal)
    {
        var byId = line.EntraObjectId is { } id ? byEntra.GetValueOrDefault(id) : null;
        var byAddress = byEmail.GetValueOrDefault(line.Email);
        var person = byId ?? byAddress;
        refusal = byId is not null && byAddress is not null && byId != byAddress
            ? $"entra_object_id and email belong to two people; {line.Email} is somebody else's address."
            : person is not null && takenAt.TryGetValue(person.Id, out var place) ? $"a second row of the same person; {place} holds." : null;
        if (refusal is not null)
        {
            return Outcome.Unchanged;
        }

        var isNew = person is null;
        person ??= new PersonRow
        {
            Id = Guid.CreateVersion7(session.Now),
            Email = line.Email,
            Name = line.Name,
            SetBy = session.Request.SetBy,
            SetAt = session.Now,
        };
        takenAt.Add(person.Id, line.Place);
        var (start, end) = (person.StartDate, person.EndDate);
        var rowChanged = Overwrite(person, line) || isNew;
        var scoresChanged = isNew || start != person.StartDate || end != person.EndDate;
        if (rowChanged)
        {
            (person.SetBy, person.SetAt) = (session.Request.SetBy, session.Now);
            changedPeople.Add(person);
        }

        foreach (var (kind, value) in line.Facts)
        {
            if (Change(person, kind, value))
            {
                rowChanged = true;
                scoresChanged |= KindsOfScores.Contains(kind);
            }
        }

        if (scoresChanged)
        {
            stale.AddRange((isNew ? [Quarter.Of(session.Today)] : quarters).Select(quarter => (person.Id, quarter)));
        }

        return isNew ? Outcome.Stored : rowChanged ? Outcome.Replaced : Outcome.Unchanged;
    }

    /// <summary>Writes what was merged since the last time.</summary>
    public void Write()
    {
        foreach (var ended in endedAliases)
        {
            session.Db.PersonAliases.Where(x => x.Email == ended.Email && x.Person == ended.Person).ExecuteDelete();
        }

        session.Db.Upsert(changedPeople);
        session.Db.Upsert([.. newAliases.DistinctBy(x => x.Email)]);
        session.Db.Upsert(changedFacts);
        session.Stale.Mark(stale);
        changedPeople.Clear();
        changedFacts.Clear();
        newAliases.Clear();
        endedAliases.Clear();
        stale.Clear();
    }

    private bool Overwrite(PersonRow person, PersonLine line)
    {
        var before = Values(person);
        if (person.Email != line.Email)
        {
            newAliases.Add(new PersonAliasRow { Email = person.Email, Person = person.Id });
            endedAliases.Add(new PersonAliasRow { Email = line.Email, Person = person.Id });
            byEmail.Remove(person.Email);
            person.Email = line.Email;
        }

        byEmail[person.Email] = person;
        if (line.EntraObjectId is { } id && id != person.EntraObjectId)
        {
            if (person.EntraObjectId is { } last)
            {
                byEntra.Remove(last);
            }

            person.EntraObjectId = id;
            byEntra[id] = person;
        }

        person.Name = line.Name;
        Set("slack_user_id", () => person.SlackUserId = line.SlackUserId);
        Set("github_login", () => person.GithubLogin = line.GithubLogin);
        Set("claude_email", () => person.ClaudeEmail = line.ClaudeEmail);
        Set("chatgpt_email", () => person.ChatgptEmail = line.ChatgptEmail);
        Set("time_zone", () => person.TimeZone = line.TimeZone);
        Set("start_date", () => person.StartDate = line.StartDate);
        Set("end_date", () => person.EndDate = line.EndDate);
        Set("roles", () => person.Roles = line.GrantedRoles);
        return before != Values(person);

        void Set(string column, Action set)
        {
            if (line.Columns.Contains(column))
            {
                set();
            }
        }
    }

    private static (string, string, string?, string?, string?, (string?, string?, string?, DateOnly?, DateOnly?, string)) Values(PersonRow person) =>
        (person.Email, person.Name, person.EntraObjectId, person.SlackUserId, person.GithubLogin,
            (person.ClaudeEmail, person.ChatgptEmail, person.TimeZone, person.StartDate, person.EndDate, person.Roles));

    /// <summary>
    /// A change holds from the import's day, or from the day said; the first value from the beginning of employment. An empty value ends the last one.
    /// </summary>
    private bool Change(PersonRow person, string kind, string value)
    {
        var from = session.Request.From ?? session.Today;
        if (!facts.TryGetValue((person.Id, kind), out var known))
        {
            if (value.Length == 0)
            {
                return false;
            }

            facts[(person.Id, kind)] = known = [];
            from = person.StartDate ?? from;
        }
        else if (value.Length == 0 && kind == "working_days")
        {
            value = WorkingDays.MondayToFriday.ToString();
        }

        var holds = known.LastOrDefault(x => x.FromDay <= from) ?? known.FirstOrDefault();
        if (holds?.Value == value)
        {
            return false;
        }

        if (holds?.FromDay == from)
        {
            (holds.Value, holds.SetBy, holds.SetAt) = (value, session.Request.SetBy, session.Now);
            changedFacts.Add(holds);
            return true;
        }

        var fact = new PersonFactRow { Person = person.Id, Kind = kind, FromDay = from, Value = value, SetBy = session.Request.SetBy, SetAt = session.Now };
        known.Insert(known.FindLastIndex(x => x.FromDay < from) + 1, fact);
        return changedFacts.Add(fact);
    }
}
