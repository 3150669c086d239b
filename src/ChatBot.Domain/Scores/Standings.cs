namespace ChatBot.Domain.Scores;

/// <summary>Where a person's score lies beside the median of their work area. Never a rank.</summary>
public enum Standing
{
    /// <summary>Below the median.</summary>
    Below,

    /// <summary>About the median.</summary>
    About,

    /// <summary>Above the median.</summary>
    Above,
}

/// <summary>Standings: shown to the person alone, no part of a sheet, and silent about groups that are so small that they would point at people.</summary>
public static class Standings
{
    /// <summary>The median, the mean of the middle two of an even number; null of none.</summary>
    /// <param name="scores">Scores of the people of one work area who have a tier, in any order.</param>
    public static decimal? Median(IEnumerable<decimal> scores)
    {
        var sorted = scores.Order().ToArray();
        return sorted.Length == 0 ? null : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The standing; null with too few others in the group.</summary>
    /// <param name="score">The person's score.</param>
    /// <param name="median">The group's median.</param>
    /// <param name="others">People of the group besides the person.</param>
    /// <param name="rubric">Says what is about, and how many others it takes.</param>
    public static Standing? Of(decimal score, decimal median, int others, Rubric rubric) =>
        others < rubric.StandingOthers ? null
        : score < median * (1 - rubric.StandingAbout) ? Standing.Below
        : score > median * (1 + rubric.StandingAbout) ? Standing.Above
        : Standing.About;

    /// <summary>The group's size as it is told, the person included, rounded; null with too few others.</summary>
    /// <inheritdoc cref="Of"/>
    public static int? GroupSize(int others, Rubric rubric) =>
        others < rubric.StandingOthers ? null : (int)Rounded(others + 1, rubric);

    /// <summary>The median as it is told, rounded; null with too few others.</summary>
    /// <inheritdoc cref="Of"/>
    public static decimal? ShownMedian(decimal median, int others, Rubric rubric) =>
        others < rubric.MedianOthers ? null : Rounded(median, rubric);

    private static decimal Rounded(decimal value, Rubric rubric) =>
        Math.Round(value / rubric.StandingRounding, MidpointRounding.AwayFromZero) * rubric.StandingRounding;
}
