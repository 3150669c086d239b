using System.Globalization;
using System.Text;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Appeals;

/// <summary>What a ruling must hold to before it is one.</summary>
public static class RulingCheck
{
    /// <summary>Characters that the reason of each part must have, see <see cref="LengthOf"/>.</summary>
    public const int ReasonLength = 40;

    /// <summary>An exemption lasts a year at most.</summary>
    public const int LongestExemption = 366;

    /// <summary>What is wrong with a ruling; null for nothing.</summary>
    /// <param name="appeal">The appeal.</param>
    /// <param name="parts">One for each of its parts.</param>
    /// <param name="rubric">The rubric that defines the levels of credit.</param>
    /// <param name="today">The day of the ruling.</param>
    public static Refusal? Of(Appeal appeal, IReadOnlyList<PartRuling> parts, Rubric rubric, DateOnly today)
    {
        if (!parts.Select(part => part.Part).Order().SequenceEqual(Enumerable.Range(0, appeal.Parts.Count)))
        {
            return Refusal.PartsNotRuled;
        }

        if (parts.Any(part => LengthOf(part.Reason) < ReasonLength))
        {
            return Refusal.ReasonTooShort;
        }

        if (parts.Any(part => !Enum.IsDefined(part.Outcome) || (part.Outcome == Outcome.Declined) != (part.Corrections.Count == 0)))
        {
            return Refusal.CorrectionsMissing;
        }

        return parts.All(part => part.Corrections.All(one => IsAllowed(one, appeal.Parts[part.Part], rubric, today))) ? null : Refusal.CorrectionNotAllowed;
    }

    /// <summary>Whether it takes a second reviewer: a claim of leave that is not upheld whole.</summary>
    public static bool TakesTwo(Ground ground, IReadOnlyList<PartRuling> parts) => ground == Ground.Leave && parts.Any(part => part.Outcome != Outcome.Upheld);

    /// <summary>
    /// The length of a text by what one can read of it: letters, digits, punctuation and symbols, and one for each gap between them. Spaces in a row,
    /// marks, and signs that show nothing do not make a text longer.
    /// </summary>
    public static int LengthOf(string text)
    {
        var (length, gap) = (0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                gap = length > 0;
            }
            else if (Rune.GetUnicodeCategory(rune) is < UnicodeCategory.NonSpacingMark or (> UnicodeCategory.EnclosingMark and < UnicodeCategory.SpaceSeparator)
                or (> UnicodeCategory.PrivateUse and < UnicodeCategory.OtherNotAssigned))
            {
                length += gap ? 2 : 1;
                gap = false;
            }
        }

        return length;
    }

    private static bool IsAllowed(Correction correction, AppealPart part, Rubric rubric, DateOnly today) => correction switch
    {
        Correction.ExcludeDays exclude => IsWithin(exclude.Span, part),
        // What is still to come can be excluded, as leave can; nobody can have used a tool on it.
        Correction.CreditDays credit => IsWithin(credit.Span, part) && credit.Span.To <= today && rubric.CreditLevels.ContainsKey(credit.Level) && (part.Tool is null || part.Tool == credit.Tool),
        Correction.RemapAccount => true,
        Correction.ChangeWorkArea area => LengthOf(area.WorkArea) > 0 && !(area.Span.To < area.Span.From),
        Correction.ChangeWorkingPattern pattern => pattern.Pattern.Mask != 0 && !(pattern.Span.To < pattern.Span.From),
        Correction.ExemptUntil exempt => exempt.Last >= today && exempt.Last <= today.AddDays(LongestExemption),
        _ => false,
    };

    private static bool IsWithin(DateSpan span, AppealPart part) => span.To is { } to && span.From >= part.From && to >= span.From && to <= part.To;
}
