using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Appeals;

/// <summary>What a person contests.</summary>
/// <param name="Id">Id of the appeal to be.</param>
/// <param name="Person">The person.</param>
/// <param name="Quarter">The quarter of the sheet.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Parts">The days in dispute.</param>
/// <param name="ToldAt">When the person was told what they contest; null when nobody ever told them.</param>
/// <param name="SetBy">Whoever set a disputed value.</param>
public sealed record Contest(
    Guid Id, Guid Person, Quarter Quarter, Ground Ground, IReadOnlyList<AppealPart> Parts, DateTimeOffset? ToldAt, IReadOnlyList<Guid> SetBy);

/// <summary>Filing an appeal.</summary>
public static class Filing
{
    /// <summary>Calendar months within which what was told can be contested.</summary>
    public const int WindowMonths = 6;

    /// <summary>
    /// Files. Days that were ruled on before on the same ground fall away: they can be escalated, not contested again. If no others are left, it is refused.
    /// </summary>
    /// <param name="contest">What is contested.</param>
    /// <param name="earlier">All appeals of the person, in any order.</param>
    /// <param name="calendar">The calendar that the clocks will run by.</param>
    /// <param name="now">The moment.</param>
    public static Applied File(Contest contest, IReadOnlyList<Appeal> earlier, CaseCalendar calendar, DateTimeOffset now)
    {
        if (contest.Parts.Count == 0 || contest.Parts.Any(part => part.From > part.To || part.From < contest.Quarter.First || part.To > contest.Quarter.Last))
        {
            return Applied.Not(Refusal.NothingDisputed);
        }

        if (contest.ToldAt is { } told && !IsInWindow(told, calendar, now))
        {
            return Applied.Not(Refusal.WindowClosed);
        }

        var same = earlier.Where(one => one.Person == contest.Person && one.Quarter == contest.Quarter && one.Ground == contest.Ground).ToList();
        if (same.Exists(one => one.IsOpen))
        {
            return Applied.Not(Refusal.AnotherIsOpen);
        }

        var ruledOn = same.Where(one => one.State != AppealState.Withdrawn).SelectMany(one => one.Parts);
        var parts = ruledOn.Aggregate(contest.Parts.AsEnumerable(), (left, part) => left.SelectMany(one => Without(one, part))).ToList();
        return parts.Count == 0
            ? Applied.Not(Refusal.ContestedBefore)
            : Applied.To(new Appeal
            {
                Id = contest.Id,
                Person = contest.Person,
                Quarter = contest.Quarter,
                Ground = contest.Ground,
                Parts = parts,
                SetBy = contest.SetBy,
                FiledAt = now,
                Calendar = calendar,
            });
    }

    /// <summary>
    /// The last day for contesting what was told on a day: the same day of the month six months later, and where that month is shorter, its last day
    /// (told on 31 August: 28 February, or 29 in a leap year).
    /// </summary>
    public static DateOnly LastDay(DateOnly told) => told.AddMonths(WindowMonths);

    /// <summary>Whether it can still be contested: until the last day has ended in the person's time zone. Both days are calendar days there.</summary>
    public static bool IsInWindow(DateTimeOffset told, CaseCalendar calendar, DateTimeOffset now) => calendar.Day(now) <= LastDay(calendar.Day(told));

    /// <summary>What is left of a part without the days of one ruled on; a ruling on the days as such speaks for every tool.</summary>
    private static IEnumerable<AppealPart> Without(AppealPart part, AppealPart ruledOn)
    {
        if ((ruledOn.Tool is not null && ruledOn.Tool != part.Tool) || ruledOn.To < part.From || ruledOn.From > part.To)
        {
            return [part];
        }

        return new[] { part with { To = ruledOn.From.AddDays(-1) }, part with { From = ruledOn.To.AddDays(1) } }.Where(one => one.From <= one.To);
    }
}
