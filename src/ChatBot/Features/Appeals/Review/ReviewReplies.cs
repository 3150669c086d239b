using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Acts on a case for a reviewer or the programme office, and says what came of it: the path that every button of theirs takes.</summary>
internal sealed class ReviewReplies(ActOnCase act, CaseCards cards, ActionTokens tokens, Wording wording)
{
    /// <summary>Does it and says so; a refusal, and a case that has moved on meanwhile, with the case as it is now.</summary>
    /// <param name="hand">The case, as <see cref="FindCase"/> gave it.</param>
    /// <param name="happened">What is to happen.</param>
    /// <param name="done">What is said when it has, of the case as it is then.</param>
    /// <param name="asked">Who acts.</param>
    /// <param name="text">What is written with it.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Reply> Do(CaseInHand hand, AppealEvent happened, Func<Appeal, ReviewSaid> done, Asked asked, string? text, CancellationToken cancel)
    {
        if (hand.Found is not { } found)
        {
            return NotThere;
        }

        if (hand.Moved)
        {
            return await Now(ReviewSaid.Moved, found, hand.Chart, asked, cancel);
        }

        var applied = await act.Do(found, happened, new Actor(asked.Self.Person!.Value), asked.Now, text, cancel);
        return applied switch
        {
            { Appeal: { } after } => await Now(done(after), found with { Appeal = after, Version = found.Version + 1 }, hand.Chart, asked, cancel),
            { Refusal: Refusal.NotThere } => NotThere,
            _ => await Now(ReviewSaidCard.Of(applied.Refusal!.Value), found, hand.Chart, asked, cancel),
        };
    }

    /// <summary>What is said of a case that is not there, and of one that is not theirs to know of.</summary>
    public static Reply NotThere { get; } = new(CaseCards.NotThere);

    /// <summary>The case as it is now, with what is said of it: its own card to who goes on with it, else the few words that are left to say.</summary>
    public async Task<Reply> Now(ReviewSaid said, Case now, OrgChart chart, Asked asked, CancellationToken cancel) =>
        LineOf(said) is { } line && CaseAccess.MayOpen(chart, now.Appeal, asked.Self.Person!.Value)
            ? new Reply(await cards.Show(now, chart, asked, line, cancel))
            : ReviewSaidCard.Reply(said, now, chart, asked, tokens, wording);

    /// <summary>What is said where a form is asked for that the case has not, or not any more.</summary>
    public async Task<Reply> NotNow(CaseInHand hand, Asked asked, CancellationToken cancel)
    {
        if (hand.Found is not { Appeal: var appeal } found)
        {
            return NotThere;
        }

        var said = appeal.IsOpen && appeal.Level == 1 && appeal.Calendar.Day(asked.Now) > appeal.Clock.RuleBy ? ReviewSaid.ClockRanOut
            : appeal.Reviewer is { } holder && holder != asked.Self.Person ? ReviewSaid.HeldByAnother
            : ReviewSaid.NotNow;
        return await Now(said, found, hand.Chart, asked, cancel);
    }

    private static CaseSaid? LineOf(ReviewSaid said) => said switch
    {
        ReviewSaid.Moved => CaseSaid.MovedOn,
        ReviewSaid.Claimed => CaseSaid.Claimed,
        ReviewSaid.Questioned => CaseSaid.Asked,
        ReviewSaid.ClockRanOut => CaseSaid.RanOut,
        ReviewSaid.NotNow => CaseSaid.NotNow,
        ReviewSaid.NotBySame => CaseSaid.NotBySame,
        ReviewSaid.NotIndependent => CaseSaid.NotIndependent,
        _ => null,
    };
}
