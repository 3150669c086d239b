using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Access;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

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

        if (await Notice(person, due.Now, cancel) is { } instead)
        {
            return instead;
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

    /// <summary>
    /// Nobody is told anything of themselves before they were told what is measured and what for. While their notice is on its way, or not planned yet, this
    /// waits for it; after one that did not arrive, it is withheld.
    /// </summary>
    private async Task<Making?> Notice(Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        var states = await db.Deliveries.AsNoTracking().Where(x => x.Recipient == person && (x.Kind == "notice" || x.Kind == "welcome")).Select(x => x.State).ToListAsync(cancel);
        return states.Contains(DeliveryState.Sent) ? null
            : states.Count == 0 || states.Exists(state => state is DeliveryState.Planned or DeliveryState.Claimed or DeliveryState.Sending) ? new Making.Later(now + UntilNotice)
            : new Making.Withheld(nameof(WithholdingReason.NoticeNotSent));
    }
}
