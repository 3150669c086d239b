using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>The last digest that reached a person.</summary>
/// <param name="Verdict">What the sheet that it stated concluded; null where that sheet is no longer kept.</param>
internal sealed record LastDigest(SheetVerdict? Verdict)
{
    /// <summary>It; null for somebody who was never sent one.</summary>
    public static Task<LastDigest?> Of(BotDb db, Guid person, CancellationToken cancel) =>
        db.Deliveries.AsNoTracking().Where(x => x.Kind == DigestKinds.Personal && x.Recipient == person && x.State == DeliveryState.Sent)
            .OrderByDescending(x => x.Period)
            .Select(x => new LastDigest(db.ScoreSheets.Where(sheet => sheet.Id == x.About).Select(sheet => (SheetVerdict?)sheet.Verdict).FirstOrDefault()))
            .FirstOrDefaultAsync(cancel);
}
