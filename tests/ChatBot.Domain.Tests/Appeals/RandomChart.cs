using ChatBot.Domain.Appeals;
using ChatBot.Domain.Groups;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>
/// A directory of 8 to 60 people as bad as directories are: second managers, circles, managers who are not listed, people who stand in for others, for
/// each other too. What follows from it is written down a second time, by whole relations between all people, slowly.
/// </summary>
internal sealed class RandomChart
{
    private readonly bool[,] manages;
    private readonly bool[,] above;
    private readonly bool[,] speaksFor;

    private RandomChart(int listed, bool[,] manages, bool[,] standsIn, bool[] reviewers, bool[] office)
    {
        (Listed, this.manages, Reviewers, Offices) = (listed, manages, reviewers, office);
        (above, speaksFor) = (Closed(manages), Closed(standsIn));
        Chart = new OrgChart(Lines(), Pairs(standsIn).Select(pair => new StandsIn(Cast.Id(pair.From), Cast.Id(pair.To))), Ids(reviewers), Ids(office));
    }

    /// <summary>People from 0 on who are in the directory; those from here on are only named as managers.</summary>
    public int Listed { get; }

    public bool[] Reviewers { get; }

    public bool[] Offices { get; }

    public OrgChart Chart { get; }

    public static RandomChart Of(Random random)
    {
        var listed = random.Next(8, 60);
        var all = listed + 3;
        var lines = new bool[all, all];
        for (var person = 1; person < listed; person++)
        {
            lines[random.Next(Math.Max(0, person - 8), person), person] = random.Next(20) > 0;
            if (random.Next(8) == 0)
            {
                lines[random.Next(all), person] = true;
            }
        }

        if (random.Next(2) == 0)
        {
            lines[random.Next(listed), random.Next(listed)] = true;
        }

        return new RandomChart(listed, lines, StandIns(random, all), Some(random, all, 40), Some(random, all, 10));
    }

    /// <summary>The same directory after some have moved to another manager.</summary>
    public RandomChart Moved(Random random)
    {
        var moved = (bool[,])manages.Clone();
        for (var moves = random.Next(1, 5); moves > 0; moves--)
        {
            var person = random.Next(Listed);
            for (var manager = 0; manager < moved.GetLength(0); manager++)
            {
                moved[manager, person] = false;
            }

            moved[random.Next(Listed), person] = true;
        }

        return new RandomChart(Listed, moved, StandIns(random, moved.GetLength(0)), Reviewers, Offices);
    }

    /// <summary>Whether one may not review the appeal of another, with others having set the value or had the first level.</summary>
    public bool Conflicts(int reviewer, int appellant, IReadOnlyCollection<int> setters, IReadOnlyCollection<int> firsts) =>
        reviewer >= Listed || appellant >= Listed || All.Any(one => (one == reviewer || speaksFor[reviewer, one])
            && (IsNear(one, appellant) || setters.Contains(one) || firsts.Any(first => IsNear(one, first))));

    /// <summary>The same person, in one line, or of one team.</summary>
    public bool IsNear(int one, int other) => IsInLine(one, other) || All.Any(manager => manager != one && manager != other && manages[manager, one] && manages[manager, other]);

    public bool MayName(int office, int appellant) =>
        Offices[office] && appellant < Listed && !All.Any(one => (one == office || speaksFor[office, one]) && IsInLine(one, appellant));

    private bool IsInLine(int one, int other) => one == other || above[one, other] || above[other, one];

    private IEnumerable<int> All => Enumerable.Range(0, manages.GetLength(0));

    private IEnumerable<ReportsTo> Lines() => Enumerable.Range(0, Listed).SelectMany(person =>
        All.Where(manager => manages[manager, person]).Select(manager => new ReportsTo(Cast.Id(person), Cast.Id(manager))).DefaultIfEmpty(new ReportsTo(Cast.Id(person), null)));

    private static bool[,] StandIns(Random random, int all)
    {
        var standsIn = new bool[all, all];
        for (var count = random.Next(5); count > 0; count--)
        {
            var (one, other) = (random.Next(all), random.Next(all));
            standsIn[one, other] = true;
            standsIn[other, one] |= random.Next(4) == 0;
        }

        return standsIn;
    }

    private static bool[] Some(Random random, int all, int percent) => [.. Enumerable.Range(0, all).Select(_ => random.Next(100) < percent)];

    private static IEnumerable<Guid> Ids(bool[] which) => Enumerable.Range(0, which.Length).Where(i => which[i]).Select(Cast.Id);

    private static IEnumerable<(int From, int To)> Pairs(bool[,] relation) =>
        from one in Enumerable.Range(0, relation.GetLength(0))
        from other in Enumerable.Range(0, relation.GetLength(0))
        where relation[one, other]
        select (one, other);

    /// <summary>Warshall's transitive closure; being one's own manager says nothing.</summary>
    private static bool[,] Closed(bool[,] relation)
    {
        var closed = (bool[,])relation.Clone();
        var count = closed.GetLength(0);
        for (var i = 0; i < count; i++)
        {
            closed[i, i] = false;
        }

        for (var via = 0; via < count; via++)
        {
            for (var one = 0; one < count; one++)
            {
                for (var other = 0; closed[one, via] && other < count; other++)
                {
                    closed[one, other] |= closed[via, other];
                }
            }
        }

        return closed;
    }
}
