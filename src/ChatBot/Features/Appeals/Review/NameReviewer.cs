using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>What is said above the form to name a reviewer.</summary>
internal enum NameSaid
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Nobody was picked and no address typed.</summary>
    Nobody,

    /// <summary>The directory has nobody with that address, or they have left.</summary>
    Unknown,

    /// <summary>They are too close to the case.</summary>
    NotIndependent,

    /// <summary>The case has moved on since the form was shown.</summary>
    Moved,
}

/// <summary>What <c>cards/casename.json</c> is given: a form to name who reviews a case.</summary>
/// <param name="Reference">What the case is called.</param>
/// <param name="Ground">Its ground.</param>
/// <param name="Due">How long there is to rule.</param>
/// <param name="Said">What is said above it.</param>
/// <param name="People">Some who can.</param>
/// <param name="Email">The address that was typed; supplied text.</param>
/// <param name="Token">Token of the form's button.</param>
internal sealed record CaseNameCard(string Reference, string Ground, string Due, NameSaid Said, IReadOnlyList<PersonChoice> People, Supplied Email, string Token)
{
    /// <summary>The form's inputs.</summary>
    public const string ReviewerInput = "reviewer", EmailInput = "email";

    /// <summary>The choice of whoever's address is typed.</summary>
    public const string ByAddress = "address";
}

/// <summary>Makes the form to name who reviews a case: independent people of the programme office and reviewers, or anybody by their address.</summary>
internal sealed class NameForm(BotDb db, ReviewReplies replies, ActionTokens tokens, Wording wording)
{
    private const int MostChoices = 8;
    private const int LongestEmail = 200;

    /// <summary>The words.</summary>
    public Wording Wording => wording;

    /// <summary>The form, or what is said where there is nothing to name.</summary>
    public async Task<Reply> Of(CaseInHand hand, NameSaid said, string email, Asked asked, CancellationToken cancel)
    {
        var office = asked.Self.Person!.Value;
        if (hand.Found is not { Appeal: { IsOpen: true } appeal } found)
        {
            return await replies.NotNow(hand, asked, cancel);
        }

        var can = hand.Chart.Reviewers.Concat(hand.Chart.Office).Distinct().Where(one => one != appeal.Reviewer && Independence.Of(hand.Chart, appeal, one) == Conflict.None).ToList();
        var waiting = await Cases.Waiting(db, cancel);
        var chart = await ShowQueue.Around(db, waiting, office, asked.Today, cancel);
        var people = await PersonChoice.Of(db, can, [.. waiting.Where(one => Independence.MayName(chart, one.Appeal, office))], wording, cancel);
        return new Reply(new CardContent("casename", new CaseNameCard(
            found.Reference,
            AppealWords.Of(appeal.Ground),
            wording.Sentence(QueueWords.Due(appeal, asked.Now, wording)),
            said,
            [.. people.Take(MostChoices)],
            new Supplied(email.Length > LongestEmail ? email[..LongestEmail] : email),
            tokens.Mint(office, ReviewPhrases.Name, appeal.Id.ToString("N"), asked.Now, found.Version))));
    }

    /// <summary>Who was picked or typed; null for nobody whom the directory has.</summary>
    public async Task<Guid?> Chosen(string picked, string email, CancellationToken cancel)
    {
        if (Guid.TryParseExact(picked, "N", out var id))
        {
            return id;
        }

        var address = email.Trim().ToLowerInvariant();
        return await db.People.AsNoTracking().Where(x => x.Email == address).Select(x => (Guid?)x.Id).SingleOrDefaultAsync(cancel)
            ?? await db.PersonAliases.AsNoTracking().Where(x => x.Email == address).Select(x => (Guid?)x.Person).SingleOrDefaultAsync(cancel);
    }
}

/// <summary>The programme office names who reviews a case. Who was picked or typed is hostile: the rules decide whether they can.</summary>
internal sealed class NameReviewer(FindCase find, NameForm form, ReviewReplies replies, ActOnCase act) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var hand = await find.ForOffice(asked, cancel);
        var picked = asked.Turn.Inputs.GetValueOrDefault(CaseNameCard.ReviewerInput) ?? string.Empty;
        var email = WrittenText.Of(asked.Turn.Inputs.GetValueOrDefault(CaseNameCard.EmailInput)).Text;
        if (hand.Found is not { } found)
        {
            return ReviewReplies.NotThere;
        }

        if (hand.Moved)
        {
            return await form.Of(hand, NameSaid.Moved, email, asked, cancel);
        }

        var chosen = await form.Chosen(picked, email, cancel);
        if (chosen is not { } reviewer)
        {
            return await form.Of(hand, email.Length == 0 ? NameSaid.Nobody : NameSaid.Unknown, email, asked, cancel);
        }

        var name = new AppealEvent.Name(reviewer);
        var chart = await act.Chart(found, new Actor(asked.Self.Person!.Value), name, asked.Now, cancel);
        return !chart.Contains(reviewer) ? await form.Of(hand, NameSaid.Unknown, email, asked, cancel)
            : Independence.Of(chart, found.Appeal, reviewer) != Conflict.None ? await form.Of(hand, NameSaid.NotIndependent, email, asked, cancel)
            : await replies.Do(hand, name, _ => ReviewSaid.Named, asked, null, cancel);
    }
}
