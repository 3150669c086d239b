using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Help;

/// <summary>
/// Plans the notice of everybody who is employed and was told by nobody what is measured. Who has no hour within the next days, being on leave, is left to a
/// later run: what their calendar says then may be another.
/// </summary>
internal sealed class PlanNotices(IDbContextFactory<BotDb> databases, RecipientHours hours, TimeProvider clock)
{
    /// <summary>Rows written at once.</summary>
    private const int Chunk = 2000;

    /// <summary>So few are read one by one; for more it is cheaper to read the directory.</summary>
    private const int Few = 50;

    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>Plans them; gives how many.</summary>
    public async Task<int> Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var holidays = await Holidays.Read(db, cancel);
        var planned = new List<PlannedDelivery>();
        foreach (var recipient in await Untold(db, now, cancel))
        {
            if (hours.Of(recipient, holidays).Next(now, now + Ahead) is { } due)
            {
                planned.Add(new PlannedDelivery(new DeliveryKey(FirstContacts.Notice, recipient.Row.Id, "once"), About: null, due));
            }
        }

        foreach (var chunk in planned.Chunk(Chunk))
        {
            await using var transaction = db.BeginFilling();
            Outbox.Plan(db, chunk, now);
            await transaction.CommitAsync(cancel);
        }

        return planned.Count;
    }

    /// <summary>Everybody employed without a notice, sent or not, and without a welcome that was sent or is being sent.</summary>
    private static async Task<IReadOnlyList<Recipient>> Untold(BotDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var ids = await db.People
            .Where(x => (x.StartDate == null || x.StartDate <= today) && (x.EndDate == null || x.EndDate >= today)
                && !db.Deliveries.Any(y => y.Recipient == x.Id
                    && (y.Kind == FirstContacts.Notice || (y.Kind == FirstContacts.Welcome && (y.State == DeliveryState.Sent || y.State == DeliveryState.Sending)))))
            .OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel);
        if (ids.Count > Few)
        {
            var untold = ids.ToHashSet();
            return [.. (await Recipients.Everybody(db, cancel)).Where(x => untold.Contains(x.Row.Id))];
        }

        var recipients = new List<Recipient>(ids.Count);
        foreach (var id in ids)
        {
            if (await Recipients.One(db, id, cancel) is { } recipient)
            {
                recipients.Add(recipient);
            }
        }

        return recipients;
    }
}
