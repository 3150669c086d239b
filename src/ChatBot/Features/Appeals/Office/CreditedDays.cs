using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Appeals;

/// <summary>Corrections that credit days: which days, and at which level.</summary>
internal static class CreditedDays
{
    /// <summary>The days.</summary>
    public static IReadOnlySet<DateSpan> Of(IEnumerable<Correction> corrections) => corrections.OfType<Correction.CreditDays>().Select(x => x.Span).ToHashSet();

    /// <summary>The levels that a rubric defines, the lowest first.</summary>
    public static IReadOnlyList<string> Levels(Rubric rubric) =>
        [.. rubric.CreditLevels.OrderBy(x => rubric.Points(x.Value)).ThenBy(x => x.Key, StringComparer.Ordinal).Select(x => x.Key)];

    /// <summary>The same with each level raised by one; null where none can be.</summary>
    public static IReadOnlyList<Correction>? Raise(IReadOnlyList<Correction> corrections, IReadOnlyList<string> levels)
    {
        Correction[] raised = [.. corrections.Select(one => one is Correction.CreditDays credit && Next(credit.Level) is { } next ? credit with { Level = next } : one)];
        return raised.SequenceEqual(corrections) ? null : raised;

        string? Next(string level) => levels.SkipWhile(x => x != level).Skip(1).FirstOrDefault();
    }
}
