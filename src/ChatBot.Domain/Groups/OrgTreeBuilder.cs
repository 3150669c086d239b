namespace ChatBot.Domain.Groups;

/// <summary>Makes a forest of what a directory says, whatever it says.</summary>
internal static class OrgTreeBuilder
{
    private const int None = -1;

    public static OrgTree Build(IEnumerable<ReportsTo> lines, Func<Guid[], int[], int[], OrgTree> tree)
    {
        var all = lines as IReadOnlyCollection<ReportsTo> ?? [.. lines];
        var ids = all.Select(line => line.Person).Distinct().Order().ToArray();
        var parents = Parents(all, ids);
        OpenCircles(parents);
        return Walk(ids, parents, tree);
    }

    private static int[] Parents(IEnumerable<ReportsTo> lines, Guid[] ids)
    {
        var number = new Dictionary<Guid, int>(ids.Length);
        for (var i = 0; i < ids.Length; i++)
        {
            number.Add(ids[i], i);
        }

        var parents = new int[ids.Length];
        Array.Fill(parents, None);
        foreach (var line in lines)
        {
            var person = number[line.Person];
            if (line.Manager is { } id && number.TryGetValue(id, out var manager) && manager != person
                && (parents[person] == None || manager < parents[person]))
            {
                parents[person] = manager;
            }
        }

        return parents;
    }

    private static void OpenCircles(int[] parents)
    {
        // 0: not walked yet; else the number of the walk that came by first.
        var walked = new int[parents.Length];
        for (var start = 0; start < parents.Length; start++)
        {
            var at = start;
            while (at != None && walked[at] == 0)
            {
                walked[at] = start + 1;
                at = parents[at];
            }

            if (at != None && walked[at] == start + 1)
            {
                parents[LowestOfCircle(parents, at)] = None;
            }
        }
    }

    private static int LowestOfCircle(int[] parents, int start)
    {
        var lowest = start;
        for (var at = parents[start]; at != start; at = parents[at])
        {
            lowest = Math.Min(lowest, at);
        }

        return lowest;
    }

    private static OrgTree Walk(Guid[] ids, int[] parents, Func<Guid[], int[], int[], OrgTree> tree)
    {
        var firstChild = new int[ids.Length];
        var nextSibling = new int[ids.Length];
        Array.Fill(firstChild, None);
        Array.Fill(nextSibling, None);
        for (var i = ids.Length - 1; i >= 0; i--)
        {
            if (parents[i] is var parent and not None)
            {
                nextSibling[i] = firstChild[parent];
                firstChild[parent] = i;
            }
        }

        var people = new Guid[ids.Length];
        var places = new int[ids.Length];
        var parentPlaces = new int[ids.Length];
        var ends = new int[ids.Length];
        var place = 0;
        foreach (var root in Enumerable.Range(0, ids.Length).Where(i => parents[i] == None))
        {
            var at = root;
            while (at != None)
            {
                people[place] = ids[at];
                places[at] = place;
                parentPlaces[place] = parents[at] == None ? None : places[parents[at]];
                place++;
                var next = firstChild[at];
                while (next == None && at != None)
                {
                    ends[places[at]] = place;
                    next = at == root ? None : nextSibling[at];
                    at = at == root ? None : parents[at];
                }

                at = next;
            }
        }

        return tree(people, parentPlaces, ends);
    }
}
