using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Access;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Makes a weekly summary when its turn has come, by what holds then: hours and wishes, the notice before anything else, the week as it is known.</summary>
internal sealed class MakeDigest(BotDb db, PersonDoor door, DigestTiming timing, Rubric rubric, Wording wording) : IDeliveryMaker
{
    private static readonly TimeSpan UntilNotice = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        var person = due.Key.Recipient;
        var gated = await timing.Gate(db, due, cancel);
        if (gated is not { Instead: null, Recipient: { } recipient })
        {
            return gated.Instead!;
        }

        switch (await FirstContacts.Of(db, person, cancel))
        {
            case FirstContact.Coming:
                return new Making.Later(due.Now + UntilNotice);
            case FirstContact.Missed:
                return new Making.Withheld(nameof(WithholdingReason.NoticeNotSent));
        }

        var today = DateOnly.FromDateTime(due.Now.UtcDateTime);
        var file = door.Open(Viewer.Self(person), person, "weekly summary") ?? throw new InvalidOperationException("The door refuses people their own data.");
        var week = Week.TryParse(due.Key.Period, out var named) ? named : throw new InvalidOperationException("The period of a digest is a week.");
        if (await OwnWeek.Of(file, recipient.Facts, await Holidays.Read(db, cancel), week, today, rubric, cancel) is not { } own)
        {
            return new Making.Withheld(nameof(WithholdingReason.NothingKnown));
        }

        var last = await LastDigest.Of(db, person, cancel);
        var first = last is null ? DigestSettingsCard.InWords(timing.Wish(recipient.Preference).Choice, wording) : null;
        return new Making.Ready(new CardContent("digest", WriteDigest.Card(own, new DigestOccasion(first, last?.Verdict), rubric, wording)), own.Told.Id);
    }
}
