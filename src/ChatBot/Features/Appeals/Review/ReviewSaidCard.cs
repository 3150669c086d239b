using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What came of something done to a case, where its own card is not for who did it any more, or not yet.</summary>
internal enum ReviewSaid
{
    /// <summary>Nothing was done: the button is of an earlier state of the case.</summary>
    Moved,

    /// <summary>They have it now.</summary>
    Claimed,

    /// <summary>They gave it back.</summary>
    Released,

    /// <summary>They handed it over.</summary>
    HandedOver,

    /// <summary>They asked the person a question.</summary>
    Questioned,

    /// <summary>It is decided.</summary>
    Ruled,

    /// <summary>The ruling waits for a second reviewer.</summary>
    Proposed,

    /// <summary>They agreed, so it is decided.</summary>
    Agreed,

    /// <summary>They did not agree, so the case goes on.</summary>
    Disagreed,

    /// <summary>They named who reviews it.</summary>
    Named,

    /// <summary>Refused: it does not stand where that can be done.</summary>
    NotNow,

    /// <summary>Refused: another reviewer holds it.</summary>
    HeldByAnother,

    /// <summary>Refused: the first level has no time left.</summary>
    ClockRanOut,

    /// <summary>Refused: the one they chose cannot review it.</summary>
    NotIndependent,

    /// <summary>Refused: who proposed a ruling cannot agree to it.</summary>
    NotBySame,

    /// <summary>Nobody else can review it.</summary>
    NobodyElse,
}

/// <summary>What <c>cards/reviewsaid.json</c> is given.</summary>
/// <param name="Reference">What the case is called.</param>
/// <param name="Said">What came of it; decides the sentences.</param>
/// <param name="Outcome">For a ruling: what was decided, as a sentence begins.</param>
/// <param name="Due">How long there is to rule, as a sentence begins; null where it is decided.</param>
/// <param name="Take">Button that takes it; null where it cannot be taken.</param>
/// <param name="Opens">Whether there is a button that opens it.</param>
internal sealed record ReviewSaidCard(string Reference, ReviewSaid Said, string? Outcome, string? Due, QueueTake? Take, bool Opens)
{
    /// <summary>The card about a case as it is now.</summary>
    public static Reply Reply(ReviewSaid said, Case now, OrgChart chart, Asked asked, ActionTokens tokens, Wording wording)
    {
        var (appeal, person) = (now.Appeal, asked.Self.Person!.Value);
        var ruling = said is ReviewSaid.Ruled or ReviewSaid.Agreed ? appeal.Rulings[^1] : said == ReviewSaid.Proposed ? appeal.Proposed : null;
        var isFree = appeal.Reviewer is null && chart.IsReviewer(person) && CaseAccess.IsInQueue(chart, appeal, person);
        return new Reply(new CardContent("reviewsaid", new ReviewSaidCard(
            now.Reference,
            said,
            ruling is null ? null : wording.Sentence(AppealWords.Of(ruling.Outcome)),
            appeal.IsOpen ? wording.Sentence(QueueWords.Due(appeal, asked.Now, wording)) : null,
            isFree && said is ReviewSaid.Moved or ReviewSaid.Released ? QueueTake.Of(now, asked, tokens) : null,
            CaseAccess.MayOpen(chart, appeal, person))));
    }

    /// <summary>What is said of a refusal to somebody who may know of the case.</summary>
    public static ReviewSaid Of(Refusal refusal) => refusal switch
    {
        Refusal.HeldByAnother => ReviewSaid.HeldByAnother,
        Refusal.ClockRanOut => ReviewSaid.ClockRanOut,
        Refusal.NotIndependent => ReviewSaid.NotIndependent,
        Refusal.NotBySame => ReviewSaid.NotBySame,
        _ => ReviewSaid.NotNow,
    };
}
