namespace ChatBot.Domain.Appeals;

/// <summary>What an independent reviewer does.</summary>
internal static class ByReviewer
{
    public static Applied Apply(Appeal appeal, AppealEvent happened, Guid reviewer, DateTimeOffset now, OrgChart chart)
    {
        if (!appeal.IsOpen)
        {
            return Applied.Not(Refusal.NotNow);
        }

        if (AppealRules.HasRunOut(appeal, now))
        {
            return Applied.Not(Refusal.ClockRanOut);
        }

        return happened switch
        {
            AppealEvent.Claim => appeal.Reviewer is null ? Applied.To(Held(appeal, reviewer, now)) : NotFree(appeal, reviewer),
            AppealEvent.Agree or AppealEvent.Disagree => Second(appeal, happened, reviewer, now, chart),
            _ => appeal.Reviewer == reviewer ? ByHolder(appeal, happened, reviewer, now, chart) : NotFree(appeal, reviewer),
        };
    }

    /// <summary>The case with somebody holding it. What another proposed falls away with them.</summary>
    public static Appeal Held(Appeal appeal, Guid reviewer, DateTimeOffset now) => appeal with
    {
        State = appeal.State == AppealState.Filed ? AppealState.InReview : appeal.State,
        Reviewer = reviewer,
        FirstClaimedAt = appeal.FirstClaimedAt ?? now,
        Proposed = appeal.Proposed?.Reviewer == reviewer ? appeal.Proposed : null,
    };

    /// <summary>The case with nobody holding it.</summary>
    public static Appeal Released(Appeal appeal) => appeal with
    {
        State = appeal.State == AppealState.InReview ? AppealState.Filed : appeal.State,
        Reviewer = null,
        Proposed = null,
    };

    private static Applied NotFree(Appeal appeal, Guid reviewer) =>
        Applied.Not(appeal.Reviewer is { } holder && holder != reviewer ? Refusal.HeldByAnother : Refusal.NotNow);

    private static Applied ByHolder(Appeal appeal, AppealEvent happened, Guid reviewer, DateTimeOffset now, OrgChart chart) => (happened, appeal.State) switch
    {
        (AppealEvent.Release, AppealState.InReview or AppealState.Escalated) => Applied.To(Released(appeal)),
        (AppealEvent.Ask, AppealState.InReview) => Applied.To(appeal with { State = AppealState.NeedsInfo, AskedAt = now, Proposed = null }),
        (AppealEvent.HandOver over, _) => over.To != reviewer && chart.IsReviewer(over.To) && Independence.Of(chart, appeal, over.To) == Conflict.None
            ? Applied.To(Held(appeal, over.To, now))
            : Applied.Not(Refusal.NotIndependent),
        (AppealEvent.Rule rule, AppealState.InReview or AppealState.Escalated) => Rule(appeal, rule, reviewer, now),
        _ => Applied.Not(Refusal.NotNow),
    };

    private static Applied Rule(Appeal appeal, AppealEvent.Rule rule, Guid reviewer, DateTimeOffset now)
    {
        if (RulingCheck.Of(appeal, rule.Parts, rule.Rubric, appeal.Calendar.Day(now)) is { } refusal)
        {
            return Applied.Not(refusal);
        }

        var ruling = new Ruling(appeal.Level, reviewer, null, now, rule.Rubric.Version, [.. rule.Parts.OrderBy(part => part.Part)]);
        return Applied.To(RulingCheck.TakesTwo(appeal.Ground, rule.Parts) ? appeal with { Proposed = ruling } : Ruled(appeal, ruling));
    }

    private static Applied Second(Appeal appeal, AppealEvent happened, Guid reviewer, DateTimeOffset now, OrgChart chart) =>
        appeal.Proposed is not { } proposed ? Applied.Not(Refusal.NotNow)
        : proposed.Reviewer == reviewer ? Applied.Not(Refusal.NotBySame)
        : happened is AppealEvent.Agree && Independence.Of(chart, appeal, proposed.Reviewer) != Conflict.None ? Applied.Not(Refusal.NotIndependent)
        : Applied.To(happened is AppealEvent.Agree ? Ruled(appeal, proposed with { Second = reviewer, At = now }) : appeal with { Proposed = null });

    private static Appeal Ruled(Appeal appeal, Ruling ruling) => appeal with
    {
        State = appeal.State == AppealState.Escalated ? AppealState.RuledFinally : AppealState.Ruled,
        Reviewer = null,
        Proposed = null,
        Rulings = [.. appeal.Rulings, ruling],
    };
}
