namespace ChatBot.Domain.Appeals;

/// <summary>
/// The closed state machine of appeals. <c>Filed → claim → InReview → ask → NeedsInfo → answer, or 5 working days → InReview → rule → Ruled → 30 days →
/// Closed</c>; <c>InReview → release → Filed</c>; <c>Ruled → escalate within 30 days → Escalated</c>; <c>Filed, InReview, NeedsInfo → clock missed →
/// Escalated</c>, its first level then being "no ruling"; <c>Escalated → rule → RuledFinally → Closed</c>; <c>Withdrawn</c> while nobody has ruled.
/// </summary>
/// <remarks>
/// On the second level claiming, releasing, handing over and naming change who holds the case and not its state. Nothing declines by itself: a ruling is
/// made by a person, for one appeal, with a reason for each part.
/// </remarks>
public static class AppealRules
{
    /// <summary>What becomes of an appeal.</summary>
    /// <param name="appeal">The appeal; null where there is none of that id.</param>
    /// <param name="happened">What is to happen.</param>
    /// <param name="actor">Who does it, by the authenticated envelope.</param>
    /// <param name="now">The moment.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="anotherIsOpen">Whether another appeal of the same person, quarter and ground is open: then an escalation has to wait for it, or it be withdrawn.</param>
    public static Applied Apply(Appeal? appeal, AppealEvent happened, Actor actor, DateTimeOffset now, OrgChart chart, bool anotherIsOpen = false)
    {
        if (appeal is null)
        {
            return Applied.Not(Refusal.NotThere);
        }

        return happened switch
        {
            AppealEvent.Add or AppealEvent.Answer or AppealEvent.Withdraw or AppealEvent.Escalate => actor.Person == appeal.Person
                ? ByAppellant.Apply(appeal, happened, now, anotherIsOpen)
                : Applied.Not(Refusal.NotThere),
            AppealEvent.AnswerTimeOver or AppealEvent.ClockMissed or AppealEvent.Close => actor == Actor.Clock
                ? ByClock.Apply(appeal, happened, now)
                : Applied.Not(Refusal.NotThere),
            AppealEvent.Release when actor == Actor.Clock => ByClock.Release(appeal, chart),
            AppealEvent.Name name => actor.Person is { } office && Independence.MayName(chart, appeal, office)
                ? ByOffice.Name(appeal, name, now, chart)
                : Applied.Not(Refusal.NotThere),
            _ => actor.Person is { } reviewer && MayReview(appeal, reviewer, chart)
                ? ByReviewer.Apply(appeal, happened, reviewer, now, chart)
                : Applied.Not(Refusal.NotThere),
        };
    }

    /// <summary>What is due by the clock, the weightiest first; null for nothing. Applied one after the other until nothing is.</summary>
    public static AppealEvent? Due(Appeal appeal, DateTimeOffset now)
    {
        AppealEvent[] all = [new AppealEvent.ClockMissed(), new AppealEvent.AnswerTimeOver(), new AppealEvent.Close()];
        return Array.Find(all, one => ByClock.Apply(appeal, one, now).Appeal is not null);
    }

    /// <summary>Whether the reviewers are to be warned: from the warning's day on, while no ruling has come.</summary>
    public static bool IsWarningDue(Appeal appeal, DateTimeOffset now) => appeal.IsOpen && appeal.Calendar.Day(now) >= appeal.Clock.WarnOn;

    /// <summary>The second level begins with nobody holding the case, and none of the first level can.</summary>
    internal static Appeal Escalate(Appeal appeal, DateTimeOffset now, IEnumerable<Guid> firstLevel) => appeal with
    {
        State = AppealState.Escalated,
        EscalatedAt = now,
        Reviewer = null,
        AskedAt = null,
        Proposed = null,
        FirstReviewers = [.. firstLevel.Distinct()],
    };

    /// <summary>Whether the first level has no time left, whether or not the clock's own event has come.</summary>
    internal static bool HasRunOut(Appeal appeal, DateTimeOffset now) => appeal.Level == 1 && appeal.Calendar.Day(now) > appeal.Clock.RuleBy;

    /// <summary>A reviewer by role, or whoever was named for this case; independent either way.</summary>
    private static bool MayReview(Appeal appeal, Guid person, OrgChart chart) =>
        (chart.IsReviewer(person) || appeal.Reviewer == person) && Independence.Of(chart, appeal, person) == Conflict.None;
}
