using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Access;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>
/// Makes a weekly summary when its turn has come, by what holds then: hours and wishes, the first contact before anything else, the week as it is known.
/// Seven small queries, eight where the week or a young quarter takes a second sheet.
/// </summary>
internal sealed class MakeDigest(BotDb db, PersonDoor door, DigestTiming timing, Rubric rubric, Wording wording) : IDeliveryMaker
{
    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        var person = due.Key.Recipient;
        var week = DigestKinds.WeekOf(due.Key);
        if (await Recipients.One(db, person, cancel) is not { } recipient)
        {
            return DigestTiming.Not(WithholdingReason.Gone);
        }

        var holidays = await Holidays.Read(db, cancel);
        var before = await SentBefore.Of(db, person, week, cancel);
        if ((timing.Ask(recipient, holidays, week, due.Now, before.NewerLeft) ?? DigestTiming.UntilTold(before.FirstContact, due.Now)) is { } instead)
        {
            return instead;
        }

        var file = door.Open(Viewer.Self(person), person, "weekly summary") ?? throw new InvalidOperationException("The door refuses people their own data.");
        var today = DateOnly.FromDateTime(due.Now.UtcDateTime);
        if (await OwnWeek.Of(file, recipient.Facts, holidays, week, today, rubric, wording, cancel) is not { } own)
        {
            return DigestTiming.Not(WithholdingReason.NothingKnown);
        }

        if (own.Verdict.Kind == VerdictKind.UnderReview)
        {
            return DigestTiming.Not(WithholdingReason.UnderReview);
        }

        var first = before.HadDigest ? null : DigestSettingsCard.InWords(timing.Wish(recipient.Preference).Choice, wording);
        return new Making.Ready(new CardContent("digest", WriteDigest.Card(own, new DigestOccasion(first, before.LastTold), rubric, wording)), own.Told.Id);
    }
}
