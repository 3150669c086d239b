namespace ChatBot.Domain.Groups;

/// <summary>Exact counts of a set of people. They never leave this folder.</summary>
internal readonly record struct ClassCounts(int NotClassified, int NoUseSeen, int Light, int Heavy);

/// <summary>Running sums over the walk of a tree: everybody below a head stands in one piece, so any unit's counts are one subtraction.</summary>
internal sealed class Tally
{
    private readonly OrgTree tree;
    private readonly ClassCounts[] before;

    private Tally(OrgTree tree, ClassCounts[] before)
    {
        this.tree = tree;
        this.before = before;
    }

    public static Tally Of(OrgTree tree, IReadOnlyDictionary<Guid, MemberClass> classes)
    {
        var sums = new ClassCounts[tree.Count + 1];
        for (var place = 0; place < tree.Count; place++)
        {
            var sum = sums[place];
            sums[place + 1] = classes.GetValueOrDefault(tree.At(place)) switch
            {
                MemberClass.Heavy => sum with { Heavy = sum.Heavy + 1 },
                MemberClass.Light => sum with { Light = sum.Light + 1 },
                MemberClass.NoUseSeen => sum with { NoUseSeen = sum.NoUseSeen + 1 },
                _ => sum with { NotClassified = sum.NotClassified + 1 },
            };
        }

        return new Tally(tree, sums);
    }

    public ClassCounts Below(int place)
    {
        var (from, to) = (before[place + 1], before[tree.End(place)]);
        return new ClassCounts(to.NotClassified - from.NotClassified, to.NoUseSeen - from.NoUseSeen, to.Light - from.Light, to.Heavy - from.Heavy);
    }
}
