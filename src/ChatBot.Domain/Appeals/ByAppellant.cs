namespace ChatBot.Domain.Appeals;

/// <summary>What the person who appeals does.</summary>
internal static class ByAppellant
{
    public static Applied Apply(Appeal appeal, AppealEvent happened, DateTimeOffset now, bool anotherIsOpen) => happened switch
    {
        AppealEvent.Add when appeal.IsOpen => Applied.To(appeal),
        AppealEvent.Answer when appeal.State == AppealState.NeedsInfo => Applied.To(appeal with { State = AppealState.InReview, AskedAt = null }),
        AppealEvent.Withdraw when appeal.IsOpen && appeal.Rulings.Count == 0 => Applied.To(appeal with
        {
            State = AppealState.Withdrawn, Reviewer = null, AskedAt = null, Proposed = null, EndedAt = now,
        }),
        AppealEvent.Escalate when appeal.EscalateBy is { } last => Escalate(appeal, last, now, anotherIsOpen),
        _ => Applied.Not(Refusal.NotNow),
    };

    private static Applied Escalate(Appeal appeal, DateOnly last, DateTimeOffset now, bool anotherIsOpen) =>
        appeal.Calendar.Day(now) > last ? Applied.Not(Refusal.TooLate)
        : anotherIsOpen ? Applied.Not(Refusal.AnotherIsOpen)
        : Applied.To(AppealRules.Escalate(appeal, now, appeal.Rulings.SelectMany(one => new[] { one.Reviewer, one.Second ?? one.Reviewer })));
}
