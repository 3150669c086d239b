using ChatBot.Domain.People;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>What lies over a sheet when it is read. Decided anew every time and never stored in it.</summary>
public static class Verdicts
{
    /// <summary>The first of Left, UnderReview, Exempt, OnLeave that applies today; else what the sheet concludes.</summary>
    /// <param name="sheet">The sheet; null where none could be computed yet: then there are too few days to say anything.</param>
    /// <param name="person">Employment and leave.</param>
    /// <param name="today">The day of reading.</param>
    /// <param name="underReview">Whether the person contests the sheet and nobody has decided.</param>
    /// <param name="exemptUntil">Last day of an exemption, inclusive; null for none.</param>
    public static Verdict Over(ScoreSheet? sheet, Person person, DateOnly today, bool underReview, DateOnly? exemptUntil) =>
        Over(sheet is null ? new Verdict(VerdictKind.NotMeasurable, Reason.TooFewDays) : Of(sheet), person, today, underReview, exemptUntil);

    /// <summary>The same over what a sheet concludes, where the sheet itself is not at hand.</summary>
    /// <param name="concluded">What the sheet concludes.</param>
    /// <param name="person">Employment and leave.</param>
    /// <param name="today">The day of reading.</param>
    /// <param name="underReview">Whether the person contests the sheet and nobody has decided.</param>
    /// <param name="exemptUntil">Last day of an exemption, inclusive; null for none.</param>
    public static Verdict Over(Verdict concluded, Person person, DateOnly today, bool underReview, DateOnly? exemptUntil) =>
        person.EndDate < today ? new Verdict(VerdictKind.Left)
        : underReview ? new Verdict(VerdictKind.UnderReview)
        : exemptUntil >= today ? new Verdict(VerdictKind.Exempt)
        : Attendance.IsOnLeave(person, today) ? new Verdict(VerdictKind.OnLeave)
        : concluded;

    /// <summary>What the sheet itself concludes.</summary>
    public static Verdict Of(ScoreSheet sheet) => Of(sheet.Verdict, sheet.Reason);

    /// <summary>What a sheet with this conclusion concludes.</summary>
    /// <param name="verdict">The sheet's.</param>
    /// <param name="reason">For <see cref="SheetVerdict.NotMeasurable"/>: why.</param>
    public static Verdict Of(SheetVerdict verdict, Reason? reason = null) => verdict switch
    {
        SheetVerdict.Heavy => new Verdict(VerdictKind.Heavy),
        SheetVerdict.Light => new Verdict(VerdictKind.Light),
        SheetVerdict.Non => new Verdict(VerdictKind.Non),
        SheetVerdict.TooNew => new Verdict(VerdictKind.TooNew),
        _ => new Verdict(VerdictKind.NotMeasurable, reason),
    };
}
