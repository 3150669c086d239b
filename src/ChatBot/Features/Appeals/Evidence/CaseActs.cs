using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>Which buttons a case shows to whom. What the press then does is decided by the rules alone.</summary>
internal readonly record struct CaseActs(bool Claim, bool Release, bool Rule, bool Ask, bool HandOver, bool Agree)
{
    /// <summary>What the reader can do with the case now; all false where the level's time is over.</summary>
    public static CaseActs Of(Appeal appeal, OrgChart chart, Guid reader, DateTimeOffset now)
    {
        if (!appeal.IsOpen || (appeal.Level == 1 && appeal.Calendar.Day(now) > appeal.Clock.RuleBy))
        {
            return default;
        }

        var holds = appeal.Reviewer == reader;
        var decides = appeal.State is AppealState.InReview or AppealState.Escalated;
        return new CaseActs(
            appeal.Reviewer is null && chart.IsReviewer(reader),
            holds && decides,
            holds && decides,
            holds && appeal.State == AppealState.InReview,
            holds,
            appeal.Proposed is { } proposed && proposed.Reviewer != reader);
    }
}
