using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>Somebody to choose.</summary>
/// <param name="Title">The name, and how many cases they hold; supplied text.</param>
/// <param name="Value">Their id.</param>
internal sealed record PersonChoice(Supplied Title, string Value)
{
    /// <summary>People of the directory as choices, those with the fewest cases first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="people">Their ids.</param>
    /// <param name="waiting">All cases that wait for a ruling.</param>
    /// <param name="wording">The words.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IReadOnlyList<PersonChoice>> Of(BotDb db, IReadOnlyList<Guid> people, IReadOnlyList<Case> waiting, Wording wording, CancellationToken cancel)
    {
        var named = await db.People.AsNoTracking().Where(x => EF.Parameter(people).Contains(x.Id)).Select(x => new { x.Id, x.Name }).ToListAsync(cancel);
        var load = waiting.Select(one => one.Appeal.Reviewer).OfType<Guid>().CountBy(id => id).ToDictionary(one => one.Key, one => one.Value);
        return
        [
            .. from one in named
               let cases = load.GetValueOrDefault(one.Id)
               orderby cases, one.Name
               select new PersonChoice(new Supplied($"{one.Name} ({wording.Count(cases, "case")})"), one.Id.ToString("N")),
        ];
    }
}

/// <summary>What <c>cards/casehandover.json</c> is given: a form to pick who goes on with a case.</summary>
/// <param name="Reference">What the case is called.</param>
/// <param name="Reviewers">Who can.</param>
/// <param name="Token">Token of the form's button.</param>
internal sealed record CaseHandOverCard(string Reference, IReadOnlyList<PersonChoice> Reviewers, string Token)
{
    /// <summary>The form's input.</summary>
    public const string ReviewerInput = "reviewer";
}

/// <summary>Shows the other reviewers who are independent of a case, with how many each has.</summary>
internal sealed class ShowHandOverForm(BotDb db, FindCase find, ReviewReplies replies, ActionTokens tokens, Wording wording) : IHandler
{
    private const int MostChoices = 50;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var (hand, reader) = (await find.ForReviewer(asked, cancel), asked.Self.Person!.Value);
        if (hand.Found is not { } found || !CaseActs.Of(found.Appeal, hand.Chart, reader, asked.Now).HandOver)
        {
            return await replies.NotNow(hand, asked, cancel);
        }

        var others = Independence.IndependentReviewers(hand.Chart, found.Appeal).Where(one => one != reader).ToList();
        if (others.Count == 0)
        {
            return await replies.Now(ReviewSaid.NobodyElse, found, hand.Chart, asked, cancel);
        }

        // A count of somebody's cases gives away none that the reader may not know of: it is of those alone that they could take.
        var waiting = await Cases.Waiting(db, cancel);
        var chart = await ShowQueue.Around(db, waiting, reader, asked.Today, cancel);
        var known = waiting.Where(one => Independence.Of(chart, one.Appeal, reader) == Conflict.None).ToList();
        var choices = await PersonChoice.Of(db, others, known, wording, cancel);
        return new Reply(new CardContent("casehandover", new CaseHandOverCard(
            found.Reference, [.. choices.Take(MostChoices)], tokens.Mint(reader, ReviewPhrases.HandOver, found.Appeal.Id.ToString("N"), asked.Now, found.Version))));
    }
}

/// <summary>Hands a case over to the reviewer who was picked; whether they may have it is for the rules, whatever the form says.</summary>
internal sealed class HandOverCase(FindCase find, ReviewReplies replies) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var to = Guid.TryParseExact(asked.Turn.Inputs.GetValueOrDefault(CaseHandOverCard.ReviewerInput), "N", out var picked) ? picked : Guid.Empty;
        return await replies.Do(await find.ForReviewer(asked, cancel), new AppealEvent.HandOver(to), _ => ReviewSaid.HandedOver, asked, null, cancel);
    }
}
