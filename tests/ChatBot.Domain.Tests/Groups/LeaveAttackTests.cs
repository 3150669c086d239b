using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using Xunit.Abstractions;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>
/// A head knows who is on leave and in which weeks, and people on leave are counted as not classified: so figures of the same members differ by known people.
/// The control rounds each week for itself; the real door leaves a told figure as it is until it is no longer true. That does not make it impossible
/// (a count may cross in the very week when one person goes), only rare: one person in 20,000 and quarter at most, with classes that never change.
/// </summary>
public sealed class LeaveAttackTests(ITestOutputHelper output)
{
    [Fact]
    public void Heads_who_know_everybodys_leave_for_a_quarter_find_nobody() => Hold(departments: 60, seed: 4);

    [FullFact]
    public void Six_hundred_heads_who_know_everybodys_leave_find_at_most_one_in_twenty_thousand() => Hold(departments: 600, seed: 5);

    private void Hold(int departments, int seed)
    {
        var (found, away, people) = Attack(departments, seed, goesOn: true);
        var (control, _, _) = Attack(departments, seed, goesOn: false);
        output.WriteLine($"{people} people, {away} on leave at some time in 12 weeks; class determined: {found}; control, each week rounded for itself: {control}");
        Assert.True(found <= people / 20_000, $"{found} people are found out.");
        Assert.True(control > people / 2_000, "An attacker who finds nobody either way proves nothing.");
    }

    private static (int Found, int Away, int People) Attack(int departments, int seed, bool goesOn)
    {
        var company = new Company(departments, seed);
        var random = new Random(seed);
        var tree = company.Directory();
        var cohort = new Cohort(new Quarter(2026, 4), tree);
        var cells = company.DepartmentHeads.ToDictionary(head => head, _ => new Dictionary<string, Told>());
        var backIn = new int[company.Everybody];
        var everAway = new HashSet<int>();
        Publication? before = null;
        for (var (at, week) = (0, new Week(2026, 41)); at < 12; at++, week = week.Next)
        {
            var classes = company.Classes();
            for (var person = 0; person < backIn.Length; person++)
            {
                backIn[person] = backIn[person] <= at && random.NextDouble() < 0.04 ? at + random.Next(1, 4) : backIn[person];
                if (backIn[person] > at)
                {
                    classes[Company.Id(person)] = MemberClass.NotClassified;
                    everAway.Add(person);
                }
            }

            var publication = Publication.Of(tree, cohort, week, classes, Threshold.Default, goesOn ? before : null);
            var earlier = before?.Figures.ToDictionary(figure => figure.Unit) ?? [];
            foreach (var (head, kept) in cells)
            {
                foreach (var unit in tree.Members(Company.Id(head)).Where(tree.IsHead).Append(Company.Id(head)))
                {
                    if (publication.For(Company.Id(head), unit) is GroupAnswer.Shown { Figure: var figure })
                    {
                        var told = WithoutAway(Reading(figure, tree, goesOn ? earlier.GetValueOrDefault(unit) : null), person => backIn[person] > at);
                        kept.TryAdd(told.Key, told);
                    }
                }
            }

            before = publication;
        }

        return (Found(company, cells.Values), everAway.Count, tree.Count);
    }

    /// <summary>A figure that is the same as the week before may only have been left.</summary>
    private static Told Reading(GroupFigure figure, OrgTree tree, GroupFigure? earlier)
    {
        int[] people = [.. tree.Members(figure.Unit).Select(Company.Number).Order()];
        return earlier is not null && figure with { Week = earlier.Week, Trend = earlier.Trend } == earlier
            ? Told.ByHeld(figure, people)
            : Told.By(figure, people);
    }

    /// <summary>Who is away is certainly not classified; what the figure says of the rest.</summary>
    private static Told WithoutAway(Told told, Func<int, bool> isAway)
    {
        int[] there = [.. told.People.Where(person => !isAway(person))];
        var away = told.People.Length - there.Length;
        var bounds = told.Bounds.ToArray();
        foreach (var category in new[] { Told.Other, Told.NotClassified })
        {
            bounds[category] = (Math.Max(0, bounds[category].Low - away), bounds[category].High - away);
        }

        bounds[Told.NoUseSeen] = (bounds[Told.NoUseSeen].Low, Math.Min(bounds[Told.NoUseSeen].High, bounds[Told.Other].High));
        return new Told(there, bounds);
    }

    private static int Found(Company company, IEnumerable<Dictionary<string, Told>> cells)
    {
        var found = new HashSet<int>();
        foreach (var (person, category) in cells.SelectMany(kept => new Attacker([.. kept.Values]).Determined))
        {
            Assert.Contains(category, Told.CategoriesOf(company.ClassOf(person)));
            found.Add(person);
        }

        return found.Count;
    }
}
