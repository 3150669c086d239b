using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Chat;

/// <summary>What appeals lay over a verdict, in words: said in place of the tier.</summary>
/// <param name="Since">The day since which it is under review; null where it is not.</param>
/// <param name="Until">The last day of an exemption; null where there is none.</param>
internal readonly record struct Overlay(string? Since, string? Until)
{
    /// <summary>Of a verdict as it is shown.</summary>
    public static Overlay Of(VerdictKind verdict, KnownPerson known, DateOnly today, Wording wording) => new(
        verdict == VerdictKind.UnderReview && known.UnderReviewSince is { } since ? wording.Day(since, today) : null,
        verdict == VerdictKind.Exempt && known.Review.ExemptUntil is { } until ? wording.Day(until, today) : null);
}
