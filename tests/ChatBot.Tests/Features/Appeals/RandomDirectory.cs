using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Groups;
using ChatBot.Storage;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>
/// A random directory as a company could have it: circles, managers who left or are not listed or are named by an address of before, transfers of today and
/// of tomorrow, people who stand in for others. It is both what is stored and the chart that it comes to.
/// </summary>
internal sealed class RandomDirectory
{
    private static readonly string[] Elsewhere = ["chief@elsewhere.example", "board@elsewhere.example"];

    private readonly Random random;
    private readonly DateOnly today;
    private readonly List<PersonRow> people;
    private readonly List<PersonAliasRow> aliases = [];
    private readonly List<PersonFactRow> facts = [];
    private readonly List<StandInRow> standIns = [];

    public RandomDirectory(int seed, DateTimeOffset now)
    {
        random = new Random(seed);
        today = DateOnly.FromDateTime(now.UtcDateTime);
        people = [.. Enumerable.Range(0, random.Next(8, 15)).Select(number => Person(seed, number, now))];
        aliases.AddRange(people.Where(_ => Chance(20)).Select(one => new PersonAliasRow { Email = "old-" + one.Email, Person = one.Id }));
        foreach (var one in people)
        {
            Manager(one, new DateOnly(2020, 1, 1), now);
            if (Chance(30))
            {
                Manager(one, today, now);
            }

            if (Chance(20))
            {
                Manager(one, today.AddDays(1), now);
            }
        }

        for (var left = random.Next(5); left > 0; left--)
        {
            StandIn(now);
        }
    }

    /// <summary>Everybody.</summary>
    public IReadOnlyList<PersonRow> People => people;

    /// <summary>What is stored.</summary>
    public IEnumerable<object> Rows => [.. people, .. aliases, .. facts, .. standIns];

    /// <summary>Some of them.</summary>
    public IReadOnlyList<Guid> Some(int percent) => [.. people.Where(_ => Chance(percent)).Select(one => one.Id)];

    /// <summary>One of them.</summary>
    public PersonRow Any() => people[random.Next(people.Count)];

    /// <summary>Whether something that happens so often happens.</summary>
    public bool Chance(int percent) => random.Next(100) < percent;

    /// <summary>The chart as a reader of the whole directory would draw it.</summary>
    public OrgChart Chart()
    {
        var ids = people.ToDictionary(one => one.Email, one => one.Id, StringComparer.Ordinal);
        foreach (var alias in aliases)
        {
            ids[alias.Email] = alias.Person;
        }

        for (var at = 0; at < Elsewhere.Length; at++)
        {
            ids[Elsewhere[at]] = new Guid(at + 1, 0, 0, new byte[8]);
        }

        var present = people.Where(one => !(one.EndDate < today)).ToList();
        return new OrgChart(
            people.Select(one => new ReportsTo(one.Id, ManagerOf(one) is { Length: > 0 } address ? ids[address] : null)),
            standIns.Where(one => one.FromDay <= today && !(one.ToDay < today)).Select(one => new StandsIn(one.Person, one.ForPerson)),
            present.Where(one => one.Roles.Contains("reviewer", StringComparison.Ordinal)).Select(one => one.Id),
            present.Where(one => one.Roles.Contains("office", StringComparison.Ordinal)).Select(one => one.Id),
            people.Except(present).Select(one => one.Id));
    }

    private string ManagerOf(PersonRow one) => facts.Where(fact => fact.Person == one.Id && fact.FromDay <= today).MaxBy(fact => fact.FromDay)!.Value;

    private PersonRow Person(int seed, int number, DateTimeOffset now) => new()
    {
        Id = new Guid(seed + 1000, (short)number, 7, [1, 2, 3, 4, 5, 6, 7, 8]),
        Email = string.Create(CultureInfo.InvariantCulture, $"p{number}@example.com"),
        Name = string.Create(CultureInfo.InvariantCulture, $"Person {number}"),
        EndDate = Chance(10) ? today.AddDays(-1) : Chance(10) ? today : null,
        Roles = random.Next(10) switch { < 5 => "reviewer", 5 => "programme-office", 6 => "programme-office;reviewer", _ => string.Empty },
        SetBy = "test",
        SetAt = now,
    };

    private void Manager(PersonRow one, DateOnly from, DateTimeOffset now) => facts.Add(new PersonFactRow
    {
        Person = one.Id,
        Kind = "manager_email",
        FromDay = from,
        Value = random.Next(10) switch
        {
            0 => string.Empty,
            1 => Elsewhere[random.Next(Elsewhere.Length)],
            < 4 when aliases.Count > 0 => aliases[random.Next(aliases.Count)].Email,
            _ => Any().Email,
        },
        SetBy = "test",
        SetAt = now,
    });

    private void StandIn(DateTimeOffset now)
    {
        var (who, whom, when) = (Any().Id, Any().Id, random.Next(4));
        if (!standIns.Exists(one => one.Person == who && one.ForPerson == whom))
        {
            standIns.Add(new StandInRow
            {
                Person = who,
                ForPerson = whom,
                FromDay = today.AddDays(when == 0 ? 1 : -3),
                ToDay = when == 1 ? today.AddDays(-1) : when == 2 ? today : null,
                SetBy = "test",
                SetAt = now,
            });
        }
    }
}
