using System.Globalization;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>Makes what stands in place of an earlier message whose score was corrected. It waits until the person was told of the ruling; it wakes nobody, so it goes at any hour.</summary>
internal sealed class MakePosted(BotDb db, Wording wording) : IDeliveryMaker
{
    private static readonly TimeSpan UntilTold = TimeSpan.FromMinutes(15);

    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        var level = int.Parse(due.Key.Period.Split(':')[1], CultureInfo.InvariantCulture);
        if (await Cases.Find(db, due.About!.Value, cancel) is not { } found || await PostedCards.Original(db, due.Key, cancel) is not { } original)
        {
            return new Making.Withheld(nameof(WithholdingReason.Gone));
        }

        var (id, telling) = (found.Appeal.Person, Reviews.Period(found.Appeal.Id, level));
        var told = await db.Deliveries.Where(x => x.Kind == AppealKinds.Appeal && x.Recipient == id && x.Period == telling).Select(x => (DeliveryState?)x.State).SingleOrDefaultAsync(cancel);
        if (told is { } state && DeliveryStates.Open.Contains(state))
        {
            return new Making.Later(due.Now + UntilTold);
        }

        var on = found.Appeal.Calendar.Day(found.Appeal.Rulings.Single(one => one.Level == level).At);
        var card = new PostedCard(found.Reference, wording.Quarter(found.Appeal.Quarter), wording.Day(on, DateOnly.FromDateTime(due.Now.UtcDateTime)));
        return new Making.Ready(new CardContent("posted", card)) { Replaces = new PostedMessage(original.Channel, original.ProviderMessageId!) };
    }
}
