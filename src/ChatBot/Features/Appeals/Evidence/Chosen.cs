using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>What a form chose.</summary>
/// <param name="Parts">One ruling for each part; empty when refused.</param>
/// <param name="Refusal">What is wrong; null when nothing is.</param>
internal sealed record Chosen(IReadOnlyList<PartRuling> Parts, ChoiceRefusal? Refusal);

/// <summary>What is wrong with a form.</summary>
/// <param name="Part">Place of the part among the case's, from 0.</param>
/// <param name="Problem">The problem.</param>
internal sealed record ChoiceRefusal(int Part, ChoiceProblem Problem);

/// <summary>Why a choice is none.</summary>
internal enum ChoiceProblem
{
    /// <summary>No outcome was picked.</summary>
    OutcomeMissing,

    /// <summary>The reason is shorter than a reason must be.</summary>
    ReasonTooShort,

    /// <summary>The reason is longer than what people write can be.</summary>
    ReasonTooLong,

    /// <summary>It is upheld, and nothing was picked that it changes.</summary>
    FixMissing,

    /// <summary>What was picked is not to be had in this case.</summary>
    FixUnknown,

    /// <summary>The days are none, or not within the part, or still to come.</summary>
    DaysWrong,

    /// <summary>The last day of an exemption is missing, has gone by, or is too far.</summary>
    UntilWrong,

    /// <summary>The work area is missing or too long.</summary>
    AreaWrong,

    /// <summary>The working days are none.</summary>
    PatternWrong,
}

/// <summary>What is wrong with a form, in words.</summary>
internal static class ChoiceWords
{
    /// <summary>One sentence that says what to do.</summary>
    public static string Of(ChoiceRefusal refusal, int parts, Wording wording) => (parts == 1 ? string.Empty : $"Part {refusal.Part + 1}: ") + (refusal.Problem switch
    {
        ChoiceProblem.OutcomeMissing => "Please pick whether it is upheld, upheld in part or declined.",
        ChoiceProblem.ReasonTooShort => $"Please write a reason of at least {RulingCheck.ReasonLength} characters: the person reads it.",
        ChoiceProblem.ReasonTooLong => $"The reason can have {wording.Number(ChosenRulings.LongestText)} characters at most.",
        ChoiceProblem.FixMissing => "Please pick what it changes: an upheld claim has to change something.",
        ChoiceProblem.FixUnknown => "That change is not to be had in this case. Please pick one of those shown.",
        ChoiceProblem.DaysWrong => "The days have to lie within those in dispute, and days that are credited not in the future.",
        ChoiceProblem.UntilWrong => $"Please name the last day of the exemption: from today on, and {RulingCheck.LongestExemption} days ahead at most.",
        ChoiceProblem.AreaWrong => $"Please name the work area, in {ChosenRulings.LongestArea} characters at most.",
        ChoiceProblem.PatternWrong => "Please name the working days like Mon-Thu or Mon;Tue;Fri.",
        _ => throw new System.Diagnostics.UnreachableException(),
    });
}
