using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>What somebody was sent before, as far as a digest depends on it: one query.</summary>
/// <param name="FirstContact">How far their first contact is.</param>
/// <param name="NewerLeft">Whether a digest about a later week may have been read.</param>
/// <param name="HadDigest">Whether they were sent a digest before.</param>
/// <param name="LastTold">What the sheet that the last one stated concluded; null where it is not known any more.</param>
internal sealed record SentBefore(FirstContact FirstContact, bool NewerLeft, bool HadDigest, SheetVerdict? LastTold)
{
    /// <summary>It, beside the digest of a week.</summary>
    public static async Task<SentBefore> Of(BotDb db, Guid person, Week week, CancellationToken cancel)
    {
        string[] kinds = [FirstContacts.Notice, FirstContacts.Welcome, DigestKinds.Personal];
        var rows = await (
            from delivery in db.Deliveries.AsNoTracking()
            where delivery.Recipient == person && EF.Constant(kinds).Contains(delivery.Kind)
            join sheet in db.ScoreSheets.AsNoTracking() on delivery.About equals sheet.Id into sheets
            from sheet in sheets.DefaultIfEmpty()
            select new { delivery.Kind, delivery.Period, delivery.State, Verdict = (SheetVerdict?)sheet.Verdict }).ToListAsync(cancel);
        var digests = rows.Where(x => x.Kind == DigestKinds.Personal).OrderByDescending(x => x.Period, StringComparer.Ordinal).ToList();
        var last = digests.Find(x => x.State == DeliveryState.Sent);
        return new SentBefore(
            FirstContacts.Of([.. rows.Where(x => x.Kind != DigestKinds.Personal).Select(x => x.State)]),
            digests.Exists(x => DeliveryStates.MayHaveArrived.Contains(x.State) && string.CompareOrdinal(x.Period, week.ToString()) > 0),
            last is not null,
            last?.Verdict);
    }
}
