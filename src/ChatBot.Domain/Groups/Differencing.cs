namespace ChatBot.Domain.Groups;

/// <summary>
/// Finds cells of a new quarter that, next to a cell of the quarter before, would tell about the few people in whom the two differ.
/// Classes hardly change from a quarter's last week to the next one's first, members do: a heavy count told as 10 after 5 can say that the one who joined is heavy.
/// Later in the quarter classes have moved, and such a conclusion is no longer one.
/// </summary>
/// <remarks>
/// Refusing every cell that differs from an earlier one by fewer than k people would silence most teams for ever. So the two told figures are
/// looked at instead, as a reader would: with all counts that round to them, must everybody who joined be in a class and nobody who left, or the reverse?
/// Only what is told goes into the answer.
/// </remarks>
internal sealed class Differencing(OrgTree tree, IReadOnlyDictionary<int, GroupFigure> figures)
{
    private readonly Origins origins = new();

    /// <summary>Whether the figure of a unit of the new tree tells too much.</summary>
    public bool IsTelling(OrgTree newTree, int unit, GroupFigure figure, Threshold threshold)
    {
        var size = newTree.MemberCount(unit);
        foreach (var (old, both) in Overlaps(newTree, unit))
        {
            var (joined, left) = (size - both, tree.MemberCount(old) - both);
            if ((joined < threshold.People || left < threshold.People) && joined + left > 0)
            {
                var then = origins.Of(figures[old], tree.MemberCount(old));
                if (origins.Of(figure, size).Zip(then).Any(pair => pair.First.Low - pair.Second.High >= joined || pair.First.High - pair.Second.Low <= -left))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The old published cells that share people with the unit, with the number of people shared.</summary>
    private Dictionary<int, int> Overlaps(OrgTree newTree, int unit)
    {
        var overlaps = new Dictionary<int, int>();
        for (var place = unit + 1; place < newTree.End(unit); place++)
        {
            var above = tree.PlaceOf(newTree.At(place)) is { } old ? tree.Parent(old) : -1;
            for (; above >= 0; above = tree.Parent(above))
            {
                if (figures.ContainsKey(above))
                {
                    overlaps[above] = overlaps.GetValueOrDefault(above) + 1;
                }
            }
        }

        return overlaps;
    }
}
