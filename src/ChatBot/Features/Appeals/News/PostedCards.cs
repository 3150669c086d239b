using System.Security.Cryptography;
using System.Text;
using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Messages that told somebody what a ruling has corrected, and the deliveries that put something else in their place: one each, quiet, because a second
/// update shows nothing new.
/// </summary>
internal static class PostedCards
{
    /// <summary>Kind of the deliveries; stored, so never renamed.</summary>
    public const string Kind = "posted";

    /// <summary>Older ones have scrolled away.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromDays(60);

    private const int Most = 20;

    private static readonly string[] Kinds = ["reply", "digest"];

    /// <summary>Plans them for a ruling that corrects something, inside its transaction. The period names the case, the level, and the message by a short hash of its key.</summary>
    public static async Task Plan(BotDb db, Appeal ruled, DateTimeOffset now, CancellationToken cancel)
    {
        if (!ruled.Rulings[^1].Corrections.Any())
        {
            return;
        }

        var since = now - Age;
        var quarter = ruled.Quarter.ToString();
        var told = await (
            from delivery in Arrived(db, ruled.Person)
            where delivery.StateAt >= since && db.ScoreSheets.Any(x => x.Id == delivery.About && x.Person == ruled.Person && x.Quarter == quarter)
            orderby delivery.StateAt descending
            select new { delivery.Kind, delivery.Period }).Take(Most).ToListAsync(cancel);
        var prefix = $"{ruled.Id:N}:{ruled.Rulings[^1].Level}:";
        Outbox.Plan(db, [.. told.Select(x => new PlannedDelivery(new DeliveryKey(Kind, ruled.Person, prefix + Short(x.Kind, x.Period)), ruled.Id, now))], now);
    }

    /// <summary>The message that a delivery is to replace; null where it is not known any more.</summary>
    public static async Task<DeliveryRow?> Original(BotDb db, DeliveryKey key, CancellationToken cancel)
    {
        var named = key.Period.Split(':')[^1];
        return (await Arrived(db, key.Recipient).ToListAsync(cancel)).Find(x => Short(x.Kind, x.Period) == named);
    }

    private static IQueryable<DeliveryRow> Arrived(BotDb db, Guid person) => db.Deliveries.AsNoTracking()
        .Where(x => EF.Constant(Kinds).Contains(x.Kind) && x.Recipient == person && x.State == DeliveryState.Sent && x.ProviderMessageId != null && x.ProviderMessageId != "");

    private static string Short(string kind, string period) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{period}")).AsSpan(0, 8));
}
