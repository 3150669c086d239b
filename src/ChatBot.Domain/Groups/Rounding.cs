namespace ChatBot.Domain.Groups;

/// <summary>Rounds the counts of one cell to multiples of 5 that add up to its rounded size.</summary>
/// <remarks>
/// Rounding each count for itself tells too much: the size of a cell is known to whoever knows its members, and for 2, 2 and 7 of 11 people the
/// rounded 0, 0 and 5 have no other solution. Counts that add up to the rounded size (largest remainder) leave about 25 solutions each.
/// No count moves by 5 or more, and the same counts are always rounded the same way, so asking again averages nothing out.
/// </remarks>
public static class Rounding
{
    /// <summary>All told counts are multiples of this.</summary>
    public const int Step = 5;

    /// <summary>The nearest multiple of 5.</summary>
    public static int Of(int count) => (count + (Step / 2)) / Step * Step;

    /// <summary>
    /// The counts as they were told before, where that is still true of each (none is 5 or more away); else rounded anew.
    /// </summary>
    /// <remarks>
    /// A figure that went from 10 to 5 in the week when one known person went on leave would be about that person. Told figures that stay
    /// until they are no longer true seldom move for one person, and do not flicker.
    /// </remarks>
    public static int[] Of(ReadOnlySpan<int> counts, ReadOnlySpan<int> before)
    {
        var holds = before.Length == counts.Length;
        for (var i = 0; holds && i < counts.Length; i++)
        {
            holds = Math.Abs(counts[i] - before[i]) < Step;
        }

        return holds ? before.ToArray() : Of(counts);
    }

    /// <summary>The counts rounded, in their order; they add up to <see cref="Of(int)"/> of their sum.</summary>
    public static int[] Of(params ReadOnlySpan<int> counts)
    {
        var rounded = new int[counts.Length];
        var size = 0;
        var missing = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            size += counts[i];
            rounded[i] = counts[i] / Step * Step;
            missing -= rounded[i];
        }

        for (missing += Of(size); missing > 0; missing -= Step)
        {
            var most = 0;
            for (var i = 1; i < counts.Length; i++)
            {
                if (counts[i] - rounded[i] > counts[most] - rounded[most])
                {
                    most = i;
                }
            }

            rounded[most] += Step;
        }

        return rounded;
    }
}
