namespace ChatBot.Domain.Tests.Groups;

/// <summary>
/// Somebody who knows everybody's membership at every date, knows how figures are made, and keeps all of them. Works out bounds for each set of people
/// that no figure tells apart (an atom), from every cell, every difference of two cells, and every cell without those right inside it, until nothing moves.
/// Sound, not complete: who is found is certainly found out.
/// </summary>
internal sealed class Attacker
{
    private readonly List<(int[] Plus, int[] Minus, (int Low, int High)[] Bounds)> rules = [];
    private readonly List<int[]> atoms = [];
    private readonly int[][] low;
    private readonly int[][] high;

    public Attacker(IReadOnlyList<Told> cells)
    {
        var sets = AtomsOf(cells);
        low = [.. Enumerable.Range(0, Told.Categories).Select(_ => new int[atoms.Count])];
        high = [.. Enumerable.Range(0, Told.Categories).Select(_ => atoms.Select(atom => atom.Length).ToArray())];
        for (var i = 0; i < cells.Count; i++)
        {
            rules.Add((sets[i], [], cells[i].Bounds));
        }

        AddDifferences(cells, sets);
        AddRests(cells, sets);
        Propagate();
    }

    /// <summary>People whose class is certain, with the class.</summary>
    public IEnumerable<(int Person, int Category)> Determined =>
        from category in Enumerable.Range(0, Told.Categories)
        from atom in Enumerable.Range(0, atoms.Count)
        where low[category][atom] == atoms[atom].Length
        from person in atoms[atom]
        select (person, category);

    /// <summary>People who are certainly not in some class.</summary>
    public int Excluded => Enumerable.Range(0, atoms.Count).Where(atom => high.Any(bounds => bounds[atom] == 0)).Sum(atom => atoms[atom].Length);

    private List<int[]> AtomsOf(IReadOnlyList<Told> cells)
    {
        var seenIn = new Dictionary<int, List<int>>();
        for (var cell = 0; cell < cells.Count; cell++)
        {
            foreach (var person in cells[cell].People)
            {
                (seenIn.TryGetValue(person, out var list) ? list : seenIn[person] = []).Add(cell);
            }
        }

        var sets = cells.Select(_ => new List<int>()).ToList();
        foreach (var atom in seenIn.GroupBy(person => string.Join(',', person.Value), person => person.Key, StringComparer.Ordinal))
        {
            foreach (var cell in seenIn[atom.First()])
            {
                sets[cell].Add(atoms.Count);
            }

            atoms.Add([.. atom]);
        }

        return [.. sets.Select(set => set.ToArray())];
    }

    private void AddDifferences(IReadOnlyList<Told> cells, List<int[]> sets)
    {
        var cellsOf = new List<int>[atoms.Count];
        for (var cell = 0; cell < sets.Count; cell++)
        {
            foreach (var atom in sets[cell])
            {
                (cellsOf[atom] ??= []).Add(cell);
            }
        }

        for (var a = 0; a < cells.Count; a++)
        {
            foreach (var b in sets[a].SelectMany(atom => cellsOf[atom]).Where(b => b > a).Distinct())
            {
                AddDifference(sets[a], cells[a].Bounds, sets[b], cells[b].Bounds);
            }
        }
    }

    /// <summary>Each cell without the largest cells inside it, told in any week of the same members or another's.</summary>
    private void AddRests(IReadOnlyList<Told> cells, List<int[]> sets)
    {
        var bySize = Enumerable.Range(0, cells.Count).OrderByDescending(cell => cells[cell].People.Length).ToList();
        foreach (var outer in bySize)
        {
            var left = sets[outer].ToHashSet();
            var bounds = cells[outer].Bounds.ToArray();
            var inside = 0;
            foreach (var inner in bySize.Where(inner => sets[inner].Length < sets[outer].Length && left.IsSupersetOf(sets[inner])))
            {
                if (!left.IsSupersetOf(sets[inner]))
                {
                    continue;
                }

                left.ExceptWith(sets[inner]);
                inside++;
                for (var category = 0; category < Told.Categories; category++)
                {
                    bounds[category] = (bounds[category].Low - cells[inner].Bounds[category].High, bounds[category].High - cells[inner].Bounds[category].Low);
                }
            }

            if (inside > 1)
            {
                rules.Add(([.. left], [], bounds));
            }
        }
    }

    private void AddDifference(int[] a, (int Low, int High)[] boundsOfA, int[] b, (int Low, int High)[] boundsOfB)
    {
        var plus = a.Except(b).ToArray();
        var minus = b.Except(a).ToArray();
        rules.Add((plus, minus, [.. boundsOfA.Zip(boundsOfB, (x, y) => (x.Low - y.High, x.High - y.Low))]));
    }

    private void Propagate()
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var rule in rules)
            {
                for (var category = 0; category < Told.Categories; category++)
                {
                    moved |= Apply(rule.Plus, rule.Minus, rule.Bounds[category], low[category], high[category]);
                }
            }

            for (var atom = 0; atom < atoms.Count; atom++)
            {
                moved |= Complete(atom);
            }
        }
    }

    private static bool Apply(int[] plus, int[] minus, (int Low, int High) bounds, int[] low, int[] high)
    {
        var least = 0;
        var most = 0;
        foreach (var atom in plus)
        {
            least += low[atom];
            most += high[atom];
        }

        foreach (var atom in minus)
        {
            least -= high[atom];
            most -= low[atom];
        }

        if (bounds.Low <= least && bounds.High >= most)
        {
            return false;
        }

        var moved = false;
        foreach (var atom in plus)
        {
            moved |= Narrow(atom, bounds.Low - most + high[atom], bounds.High - least + low[atom], low, high);
        }

        foreach (var atom in minus)
        {
            moved |= Narrow(atom, least + high[atom] - bounds.High, most + low[atom] - bounds.Low, low, high);
        }

        return moved;
    }

    private static bool Narrow(int atom, int from, int to, int[] low, int[] high)
    {
        var moved = false;
        if (from > low[atom])
        {
            low[atom] = from;
            moved = true;
        }

        if (to < high[atom])
        {
            high[atom] = to;
            moved = true;
        }

        return low[atom] <= high[atom] ? moved : throw new InvalidOperationException("The figures contradict each other: the attacker's reading of them is wrong.");
    }

    /// <summary>Everybody is heavy, light or other; the others have no use seen or no class.</summary>
    private bool Complete(int atom)
    {
        var size = atoms[atom].Length;
        return Sum(atom, size, size, Told.Heavy, Told.Light, Told.Other)
            | Sum(atom, low[Told.Other][atom], high[Told.Other][atom], Told.NoUseSeen, Told.NotClassified)
            | Narrow(
                atom,
                low[Told.NoUseSeen][atom] + low[Told.NotClassified][atom],
                high[Told.NoUseSeen][atom] + high[Told.NotClassified][atom],
                low[Told.Other],
                high[Told.Other]);
    }

    private bool Sum(int atom, int least, int most, params ReadOnlySpan<int> parts)
    {
        var moved = false;
        foreach (var part in parts)
        {
            foreach (var other in parts)
            {
                (least, most) = other == part ? (least, most) : (least - high[other][atom], most - low[other][atom]);
            }

            moved |= Narrow(atom, least, most, low[part], high[part]);
            foreach (var other in parts)
            {
                (least, most) = other == part ? (least, most) : (least + high[other][atom], most + low[other][atom]);
            }
        }

        return moved;
    }
}
