namespace ChatBot.Commands.Demo;

/// <summary>
/// The tree of who reports to whom: four tiers of bosses up to 5,000 people, five above, and under each boss of the lowest tier a team whose size
/// follows Zipf's law (a team of twice the size is half as common).
/// </summary>
internal sealed record Hierarchy(IReadOnlyList<int> Tiers, IReadOnlyList<int> TeamSizes)
{
    private const int SmallestTeam = 3;

    /// <summary>How many people it holds.</summary>
    public int People => Tiers.Sum() + TeamSizes.Sum();

    /// <summary>Draws the tree for exactly so many people. <see cref="Tiers"/> begins with the root; its last number is that of the teams.</summary>
    public static Hierarchy Draw(DemoOrder order)
    {
        var dice = Dice.Of(order.Seed, -1, 0, 0);
        var largest = Math.Clamp(order.People / 20, 8, 45);
        var sizes = new List<int>();
        var placed = 0;
        while (true)
        {
            var bosses = Bosses(sizes.Count + 1, order.People).Sum();
            var room = order.People - bosses - placed;
            if (room < SmallestTeam)
            {
                break;
            }

            sizes.Add(Math.Min(room, Zipf(ref dice, largest)));
            placed += sizes[^1];
        }

        // What is left over is too small for a team and its boss: it joins the last team.
        sizes[^1] += order.People - Bosses(sizes.Count, order.People).Sum() - placed;
        return new Hierarchy(Bosses(sizes.Count, order.People), sizes);
    }

    private static int[] Bosses(int teams, int people)
    {
        const int Span = 6;
        var middle = (teams + Span - 1) / Span;
        var upper = Math.Max(2, (middle + Span - 1) / Span);
        return people < 5000 ? [1, upper, middle, teams] : [1, Math.Max(2, (upper + Span - 1) / Span), upper, middle, teams];
    }

    private static int Zipf(ref Dice dice, int largest)
    {
        const int Unit = 1_000_000;
        var total = 0;
        for (var size = SmallestTeam; size <= largest; size++)
        {
            total += Unit / size;
        }

        var point = dice.Below(total);
        for (var size = SmallestTeam; ; size++)
        {
            point -= Unit / size;
            if (point < 0)
            {
                return size;
            }
        }
    }
}
