using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Appeals;

/// <summary>The days that corrections credit.</summary>
internal static class CreditedDays
{
    /// <summary>The days.</summary>
    public static IReadOnlySet<DateSpan> Of(IEnumerable<Correction> corrections) => corrections.OfType<Correction.CreditDays>().Select(x => x.Span).ToHashSet();
}
