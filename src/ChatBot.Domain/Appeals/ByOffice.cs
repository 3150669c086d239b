namespace ChatBot.Domain.Appeals;

/// <summary>What the programme office does: it names who reviews, and decides nothing.</summary>
internal static class ByOffice
{
    public static Applied Name(Appeal appeal, AppealEvent.Name name, DateTimeOffset now, OrgChart chart) =>
        !appeal.IsOpen ? Applied.Not(Refusal.NotNow)
        : AppealRules.HasRunOut(appeal, now) ? Applied.Not(Refusal.ClockRanOut)
        : Independence.Of(chart, appeal, name.Reviewer) != Conflict.None ? Applied.Not(Refusal.NotIndependent)
        : Applied.To(ByReviewer.Held(appeal, name.Reviewer, now));
}
