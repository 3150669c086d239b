namespace ChatBot.Domain.Appeals;

/// <summary>What time does: it moves a case on and never decides one.</summary>
internal static class ByClock
{
    public static Applied Apply(Appeal appeal, AppealEvent happened, DateTimeOffset now)
    {
        var today = appeal.Calendar.Day(now);
        return (happened, appeal.State) switch
        {
            (AppealEvent.AnswerTimeOver, AppealState.NeedsInfo) =>
                When(today > appeal.AnswerBy, appeal with { State = AppealState.InReview, AskedAt = null }),
            (AppealEvent.ClockMissed, AppealState.Filed or AppealState.InReview or AppealState.NeedsInfo) =>
                When(AppealRules.HasRunOut(appeal, now), AppealRules.Escalate(appeal, now, appeal.Reviewer is { } holder ? [holder] : [])),
            (AppealEvent.Close, AppealState.Ruled or AppealState.RuledFinally) =>
                When(today > appeal.Calendar.Day(appeal.Rulings[^1].At).AddDays(CaseClock.EscalationDays), appeal with { State = AppealState.Closed, EndedAt = now }),
            _ => Applied.Not(Refusal.NotNow),
        };
    }

    /// <summary>Takes the case from a reviewer who is not independent any more, so that it does not wait for one who may not act.</summary>
    public static Applied Release(Appeal appeal, OrgChart chart) =>
        appeal is { State: AppealState.InReview or AppealState.Escalated, Reviewer: { } holder }
            ? When(Independence.Of(chart, appeal, holder) != Conflict.None, ByReviewer.Released(appeal))
            : Applied.Not(Refusal.NotNow);

    private static Applied When(bool isDue, Appeal then) => isDue ? Applied.To(then) : Applied.Not(Refusal.NotDue);
}
