using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Appeals;

/// <summary>The words for what the domain of appeals names, the same on every card.</summary>
internal static class AppealWords
{
    /// <summary>A ground, as one picks it.</summary>
    public static string Of(Ground ground) => ground switch
    {
        Ground.NotCaptured => "Work in a tool that is not counted",
        Ground.Leave => "Leave, part time or secondment",
        Ground.WrongAccount => "The wrong account, or not mine",
        Ground.WrongWorkArea => "The wrong work area",
        Ground.ToolsNotAllowed => "Work on which the tools may not be used",
        Ground.NoLicence => "No working licence or installation",
        Ground.Removal => "Take me off that list",
        Ground.Other => "Something else",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Where a case stands, as its person reads it.</summary>
    public static string Of(AppealState state) => state switch
    {
        AppealState.Filed => "waiting for a reviewer",
        AppealState.InReview => "with a reviewer",
        AppealState.NeedsInfo => "waiting for your answer",
        AppealState.Ruled => "decided",
        AppealState.Escalated => "on the second level",
        AppealState.RuledFinally => "decided on the second level",
        AppealState.Closed => "closed",
        AppealState.Withdrawn => "withdrawn",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What came of it.</summary>
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Upheld => "upheld",
        Outcome.PartlyUpheld => "upheld in part",
        Outcome.Declined => "declined",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What a correction does, in words of our own; nothing of it is supplied text but a work area's name, which is left away.</summary>
    public static string Of(Correction correction, Wording wording) => correction switch
    {
        Correction.ExcludeDays exclude => $"{Days(exclude.Span, wording)} do not count",
        Correction.CreditDays credit => $"{Days(credit.Span, wording)} count as {credit.Level} use of {wording.Name(credit.Tool)}",
        Correction.RemapAccount => "An account is linked anew",
        Correction.ChangeWorkArea area => $"The work area is changed for {Days(area.Span, wording)}",
        Correction.ChangeWorkingPattern pattern => $"Working days are {pattern.Pattern} for {Days(pattern.Span, wording)}",
        Correction.ExemptUntil exempt => $"Not classified until {wording.Day(exempt.Last)}",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The days of a span.</summary>
    public static string Days(DateSpan span, Wording wording) => span.To is { } to ? wording.Span(span.From, to) : $"the days from {wording.Day(span.From)}";

    /// <summary>The days in dispute, with the tool where one is named.</summary>
    public static string Of(AppealPart part, Wording wording) =>
        part.Tool is { } tool ? $"{wording.Span(part.From, part.To)}, {wording.Name(tool)}" : wording.Span(part.From, part.To);
}
