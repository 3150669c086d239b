using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Appeals;

/// <summary>
/// At which level days are credited where nobody has picked one. What is meant to help never makes anybody worse off: on a lower level than their own days
/// reach, each credited day would bring the score down, and perhaps the tier.
/// </summary>
public static class CreditLevel
{
    /// <summary>
    /// The lowest level that gives a day at least the points that the person's counted days have on average; the highest where none does, and the lowest
    /// where no day counts. Null of a rubric without levels.
    /// </summary>
    /// <remarks>Such a day is one with use too, so the share of active days does not fall either.</remarks>
    /// <param name="sheet">The sheet without the credit.</param>
    /// <param name="rubric">Its rubric.</param>
    public static string? Of(ScoreSheet sheet, Rubric rubric)
    {
        var levels = rubric.CreditLevels.Select(level => (level.Key, Points: rubric.Points(level.Value))).OrderBy(level => level.Points)
            .ThenBy(level => level.Key, StringComparer.Ordinal).ToList();
        return levels.Where(level => level.Points * sheet.EligibleDays >= sheet.Points).Select(level => level.Key).FirstOrDefault()
            ?? levels.Select(level => level.Key).LastOrDefault();
    }
}
