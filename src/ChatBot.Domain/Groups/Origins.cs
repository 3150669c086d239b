namespace ChatBot.Domain.Groups;

/// <summary>What a told figure says to somebody who knows how many people it is about and how it was rounded. Many cells say the same, so it is kept.</summary>
internal sealed class Origins
{
    private readonly Dictionary<(int Size, int Heavy, int Light, int NoUseSeen, int Other), IReadOnlyList<(int Low, int High)>> known = [];

    /// <summary>The lowest and the highest exact count of heavy, light and other people with which the figure would have been the same.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="size">The exact number of people it is about.</param>
    public IReadOnlyList<(int Low, int High)> Of(GroupFigure figure, int size)
    {
        var rounded = figure.Rounded();
        var key = (size, rounded[0], rounded[1], rounded[2], rounded.Length > 3 ? rounded[3] : -1);
        return known.TryGetValue(key, out var ranges) ? ranges : known[key] = Ranges(rounded, size);
    }

    private static (int Low, int High)[] Ranges(int[] rounded, int size)
    {
        var ranges = Enumerable.Repeat((Low: int.MaxValue, High: int.MinValue), 3).ToArray();
        Try(rounded, new int[rounded.Length], 0, size, ranges);
        return ranges;
    }

    private static void Try(int[] rounded, int[] counts, int at, int left, (int Low, int High)[] ranges)
    {
        if (at < counts.Length - 1)
        {
            for (var count = Math.Max(0, rounded[at] - Rounding.Step + 1); count < rounded[at] + Rounding.Step && count <= left; count++)
            {
                counts[at] = count;
                Try(rounded, counts, at + 1, left - count, ranges);
            }

            return;
        }

        counts[at] = left;
        if (Math.Abs(left - rounded[at]) < Rounding.Step && Rounding.Of(counts).AsSpan().SequenceEqual(rounded))
        {
            Widen(ref ranges[0], counts[0]);
            Widen(ref ranges[1], counts[1]);
            Widen(ref ranges[2], counts[2..].Sum());
        }
    }

    private static void Widen(ref (int Low, int High) range, int count) => range = (Math.Min(range.Low, count), Math.Max(range.High, count));
}
