using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>Lets a company live for some weeks, publishes, and keeps for each attacker what they can see.</summary>
internal sealed class AttackRun(Company company, Threshold threshold)
{
    private readonly Dictionary<(Figures Which, int Attacker, Quarter? Quarter), Dictionary<string, Told>> kept = [];
    private readonly Dictionary<(Guid Unit, OrgTree Tree), int[]> members = [];
    private readonly List<double> errors = [];
    private int teams;
    private int teamsShown;

    /// <summary>What the attacker reckons with.</summary>
    public enum Figures
    {
        /// <summary>The real ones, each quarter for itself.</summary>
        WithinAQuarter,

        /// <summary>The real ones, both quarters together.</summary>
        AllTogether,

        /// <summary>Control: the real door, but the members are taken anew each week.</summary>
        OnEachWeeksMembers,

        /// <summary>Control: exact counts of each week's members of every unit with at least k.</summary>
        WithKOnly,
    }

    public int People { get; private set; }

    /// <summary>Share of the units without units inside that have a figure of their own.</summary>
    public double TeamsPublished => (double)teamsShown / teams;

    /// <summary>Mean of |told − exact| over the three shares of all published cells and weeks, in percentage points.</summary>
    public double MeanError => errors.Average();

    public void Live(int weeks)
    {
        var week = Week.Of(new DateOnly(2026, 10, 1));
        Cohort? cohort = null;
        Publication? before = null;
        for (var i = 0; i < weeks; i++, week = week.Next)
        {
            var today = company.Directory();
            var quarter = Quarter.Of(week.Last);
            var classes = company.Classes();
            cohort = cohort?.Quarter == quarter ? cohort : new Cohort(quarter, today);
            before = Publication.Of(today, cohort, week, classes, threshold, before);
            var moving = Publication.Of(today, new Cohort(quarter, today), week, classes, threshold);
            People = Math.Max(People, today.Count);
            Measure(before, cohort);
            foreach (var attacker in company.DepartmentHeads.Concat(company.Chiefs))
            {
                var head = Company.Id(attacker);
                var units = today.Members(head).Where(today.IsHead).Append(head).ToList();
                Keep(Figures.WithinAQuarter, attacker, quarter, before, cohort.Tree, units);
                Keep(Figures.AllTogether, attacker, null, before, cohort.Tree, units);
                if (company.DepartmentHeads.Contains(attacker))
                {
                    Keep(Figures.OnEachWeeksMembers, attacker, null, moving, today, units);
                    KeepExact(attacker, today, units);
                }
            }

            company.LiveAWeek();
        }
    }

    /// <summary>Everybody whom some attacker found out, after checking that they are right about each; and how many they can exclude from a class.</summary>
    public (HashSet<int> Determined, int Excluded) Found(Figures which)
    {
        var found = new HashSet<int>();
        var excluded = 0;
        foreach (var cells in kept.Where(cells => cells.Key.Which == which).Select(cells => cells.Value))
        {
            var attacker = new Attacker([.. cells.Values]);
            excluded += attacker.Excluded;
            foreach (var (person, category) in attacker.Determined)
            {
                Assert.Contains(category, Told.CategoriesOf(company.ClassOf(person)));
                found.Add(person);
            }
        }

        return (found, excluded);
    }

    private void Keep(Figures which, int attacker, Quarter? quarter, Publication publication, OrgTree counted, List<Guid> units)
    {
        foreach (var unit in units)
        {
            foreach (var answer in new[] { publication.For(unit, unit), publication.For(Company.Id(attacker), unit) })
            {
                if (answer switch { GroupAnswer.Shown shown => shown.Figure, GroupAnswer.TooSmall small => small.Enclosing, _ => null } is { } figure)
                {
                    var people = MembersOf(figure.Unit, counted);
                    Keep(which, attacker, quarter, Told.By(figure, people));
                }
            }
        }
    }

    private void KeepExact(int attacker, OrgTree today, List<Guid> units)
    {
        foreach (var people in units.Select(unit => MembersOf(unit, today)).Where(people => people.Length >= threshold.People))
        {
            Keep(Figures.WithKOnly, attacker, null, Told.Exactly(people, company.ClassOf));
        }
    }

    private void Keep(Figures which, int attacker, Quarter? quarter, Told told)
    {
        var cells = kept.TryGetValue((which, attacker, quarter), out var known) ? known : kept[(which, attacker, quarter)] = [];
        cells.TryAdd(told.Key, told);
    }

    private int[] MembersOf(Guid unit, OrgTree tree) =>
        members.TryGetValue((unit, tree), out var people)
            ? people
            : members[(unit, tree)] = [.. tree.Members(unit).Select(Company.Number).Order()];

    private void Measure(Publication publication, Cohort cohort)
    {
        bool IsTeam(Guid unit) => !cohort.Tree.Members(unit).Any(cohort.Tree.IsHead);
        teams += cohort.Tree.Heads.Count(IsTeam);
        foreach (var figure in publication.Figures)
        {
            teamsShown += IsTeam(figure.Unit) ? 1 : 0;
            var exact = Told.Exactly(MembersOf(figure.Unit, cohort.Tree), company.ClassOf);
            foreach (var (count, category) in new[] { (figure.Heavy, Told.Heavy), (figure.Light, Told.Light), (figure.Other, Told.Other) })
            {
                errors.Add(Math.Abs(figure.Percent(count) - (100.0 * exact.Bounds[category].Low / exact.People.Length)));
            }
        }
    }
}
