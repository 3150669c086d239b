using System.Globalization;

namespace ChatBot.Benchmarks;

/// <summary>Three rounds in which the things compared take turns, so that a machine whose speed drifts treats them alike.</summary>
internal static class Rounds
{
    /// <summary>How often each is measured after one round that warms up and is thrown away.</summary>
    public const int Count = 3;

    /// <summary>Runs the measurements in turn; gives the median of each, in their order.</summary>
    public static async Task<double[]> Medians(params Func<Task<double>>[] measurements)
    {
        var figures = measurements.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Count; round++)
        {
            for (var each = 0; each < measurements.Length; each++)
            {
                var figure = await measurements[each]();
                if (round > 0)
                {
                    figures[each].Add(figure);
                }
            }
        }

        return [.. figures.Select(Median)];
    }

    /// <summary>The middle one.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>A line of the result.</summary>
    public static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
