using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>
/// A company that lives: departments of 3 to 8 teams, median team 11 without its head, a chief above each ten departments and one above all.
/// Of those with a tier 30 % have no use seen; 12 % of all have none. A person's class never changes.
/// </summary>
internal sealed class Company
{
    private readonly Random random;
    private readonly List<int> manager = [];
    private readonly List<MemberClass> classes = [];
    private readonly HashSet<int> gone = [];
    private List<int> heads = [];

    public Company(int departments, int seed)
    {
        random = new Random(seed);
        var top = Hire(-1);
        var chief = top;
        for (var department = 0; department < departments; department++)
        {
            if (department % 10 == 0)
            {
                chief = Hire(top);
                Chiefs.Add(chief);
            }

            var head = Hire(chief);
            DepartmentHeads.Add(head);
            for (var teams = random.Next(3, 9); teams > 0; teams--)
            {
                var lead = Hire(head);
                for (var members = TeamSize(); members > 0; members--)
                {
                    Hire(lead);
                }

                TeamHeads.Add(lead);
            }
        }
    }

    public HashSet<int> DepartmentHeads { get; } = [];

    /// <summary>Each above ten departments.</summary>
    public HashSet<int> Chiefs { get; } = [];

    public HashSet<int> TeamHeads { get; } = [];

    /// <summary>All who ever were there.</summary>
    public int Everybody => manager.Count;

    public MemberClass ClassOf(int person) => classes[person];

    /// <summary>Whom the person reports to; null at the top.</summary>
    public int? ManagerOf(int person) => manager[person] < 0 ? null : manager[person];

    public bool HasGone(int person) => gone.Contains(person);

    public static Guid Id(int person) => new(person + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    public static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray()) - 1;

    public OrgTree Directory() => OrgTree.Of(
        Enumerable.Range(0, manager.Count).Where(person => !gone.Contains(person))
            .Select(person => new ReportsTo(Id(person), manager[person] < 0 ? null : Id(manager[person]))));

    public Dictionary<Guid, MemberClass> Classes() => Enumerable.Range(0, manager.Count).ToDictionary(Id, ClassOf);

    /// <summary>Two in a hundred come, go, or change the team; now and then a team gets another head.</summary>
    public void LiveAWeek()
    {
        heads = [.. TeamHeads];
        var reports = Enumerable.Range(0, manager.Count).Where(person => !gone.Contains(person)).ToLookup(person => manager[person]);
        foreach (var person in Enumerable.Range(0, manager.Count).Where(person => TeamHeads.Contains(manager[person]) && !gone.Contains(person)).ToList())
        {
            if (random.NextDouble() >= 0.02)
            {
                continue;
            }

            if (random.NextDouble() < 0.4)
            {
                gone.Add(person);
                Hire(heads[random.Next(heads.Count)]);
            }
            else
            {
                var near = random.NextDouble() < 0.5 ? reports[manager[manager[person]]].Where(TeamHeads.Contains).ToList() : heads;
                manager[person] = near[random.Next(near.Count)];
            }
        }

        foreach (var head in heads.Where(_ => random.NextDouble() < 0.005))
        {
            Succeed(head);
        }
    }

    private void Succeed(int head)
    {
        var team = Enumerable.Range(0, manager.Count).Where(person => manager[person] == head && !gone.Contains(person)).ToList();
        if (team.Count == 0)
        {
            return;
        }

        gone.Add(head);
        TeamHeads.Remove(head);
        TeamHeads.Add(team[0]);
        manager[team[0]] = manager[head];
        foreach (var person in team.Skip(1))
        {
            manager[person] = team[0];
        }
    }

    private int Hire(int to)
    {
        manager.Add(to);
        var draw = random.NextDouble();
        classes.Add(
            draw < 0.12 ? MemberClass.NotClassified
            : draw < 0.12 + (0.88 * 0.30) ? MemberClass.NoUseSeen
            : draw < 0.12 + (0.88 * 0.75) ? MemberClass.Light
            : MemberClass.Heavy);
        return manager.Count - 1;
    }

    /// <summary>Log-normal around 11.</summary>
    private int TeamSize()
    {
        var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return Math.Max(2, (int)Math.Round(11 * Math.Exp(0.4 * normal)));
    }
}
