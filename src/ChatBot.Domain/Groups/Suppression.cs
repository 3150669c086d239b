namespace ChatBot.Domain.Groups;

/// <summary>Which units of a cohort are published, so that no sum or difference of published cells speaks of fewer than k people.</summary>
/// <remarks>
/// Published cells lie inside one another or apart. Whatever can be computed from them by adding and subtracting is made of their <em>rests</em>:
/// a cell without the published cells right inside it. So one rule is enough, for any depth: every published cell's rest has at least k people.
/// Where it has not, the smallest of those inside is hidden too, its people joining the rest (complementary suppression).
/// A head of a hidden unit in the rest is shown the enclosing cell and knows their own class: then the rest needs one person more.
/// </remarks>
internal static class Suppression
{
    /// <summary>By place: whether the unit's cell is published.</summary>
    /// <param name="tree">The cohort's tree.</param>
    /// <param name="threshold">k.</param>
    /// <param name="candidates">By place: the units that may be published; null for all.</param>
    public static bool[] Published(OrgTree tree, Threshold threshold, bool[]? candidates = null)
    {
        var published = new bool[tree.Count];
        var hiddenHeads = new int[tree.Count];
        var inside = new List<int>?[tree.Count];
        for (var unit = tree.Count - 1; unit >= 0; unit--)
        {
            var heart = inside[unit] ?? [];
            if (tree.IsHead(unit) && candidates?[unit] != false)
            {
                published[unit] = Decide(tree, threshold, unit, published, hiddenHeads, inside, heart);
            }

            if (tree.Parent(unit) is var parent and >= 0)
            {
                hiddenHeads[parent] += hiddenHeads[unit] + (tree.IsHead(unit) && !published[unit] ? 1 : 0);
                var outer = inside[parent] ??= [];
                if (published[unit])
                {
                    outer.Add(unit);
                }
                else
                {
                    outer.AddRange(heart);
                }
            }
        }

        return published;
    }

    private static bool Decide(OrgTree tree, Threshold threshold, int unit, bool[] published, int[] hiddenHeads, List<int>?[] inside, List<int> heart)
    {
        while (true)
        {
            var rest = tree.MemberCount(unit) - heart.Sum(tree.MemberCount);
            var headsInRest = hiddenHeads[unit] - heart.Sum(cell => hiddenHeads[cell]);
            if (rest >= threshold.People + (headsInRest > 0 ? 1 : 0))
            {
                return true;
            }

            if (heart.Count == 0)
            {
                return false;
            }

            var smallest = heart.MinBy(cell => (tree.MemberCount(cell), cell));
            published[smallest] = false;
            hiddenHeads[unit]++;
            heart.Remove(smallest);
            heart.AddRange(inside[smallest] ?? []);
        }
    }
}
