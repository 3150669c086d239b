using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>A random organisation: 30 to 3,000 people, 2 to 6 deep, teams of any size, and everybody of a random class.</summary>
internal sealed class RandomOrganisation
{
    public static readonly Week Week = new(2026, 45);
    public static readonly Quarter Quarter = new(2026, 4);

    public RandomOrganisation(int seed)
    {
        var random = new Random(seed);
        var count = (int)(30 * Math.Pow(100, random.NextDouble()));
        var depth = random.Next(2, 7);
        var width = random.Next(2, 30);
        var levels = new List<int>();
        var heads = new List<int>();
        Managers = new int[count];
        for (var person = 0; person < count; person++)
        {
            // A few heads take most reports, as in life; a person at the last level leads nobody.
            var manager = heads.Count == 0 || random.NextDouble() < 0.002 ? -1 : heads[Math.Max(0, heads.Count - 1 - random.Next(Math.Min(heads.Count, width)))];
            Managers[person] = manager;
            levels.Add(manager < 0 ? 1 : levels[manager] + 1);
            if (levels[person] < depth && (heads.Count == 0 || random.NextDouble() < 0.25))
            {
                heads.Add(person);
            }
        }

        Tree = OrgTree.Of(Managers.Select((manager, person) => new ReportsTo(Company.Id(person), manager < 0 ? null : Company.Id(manager))));
        Classes = Enumerable.Range(0, count).ToDictionary(Company.Id, _ => (MemberClass)random.Next(4));
        Threshold = Threshold.Of(new[] { 5, 10, 20 }[random.Next(3)]);
    }

    /// <summary>By person: the manager's number; −1 at the top.</summary>
    public int[] Managers { get; }

    public OrgTree Tree { get; }

    public Dictionary<Guid, MemberClass> Classes { get; }

    public Threshold Threshold { get; }

    public Publication Publish() => Publication.Of(Tree, new Cohort(Quarter, Tree), Week, Classes, Threshold);

    /// <summary>The heads above a person, nearest first, read from the links alone.</summary>
    public IEnumerable<int> Above(int person)
    {
        for (var above = Managers[person]; above >= 0; above = Managers[above])
        {
            yield return above;
        }
    }
}
