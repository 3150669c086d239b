using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Help;

/// <summary>Makes somebody's notice when its turn has come: within their hours, while they are employed, unless a welcome told them the same meanwhile.</summary>
internal sealed class MakeNotice(BotDb db, RecipientHours hours, Programme programme, HelpSettings help) : IDeliveryMaker
{
    private static readonly TimeSpan UntilWelcome = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        if (await Recipients.One(db, due.Key.Recipient, cancel) is not { } recipient)
        {
            return new Making.Withheld(nameof(WithholdingReason.Gone));
        }

        if (await Welcome(due, cancel) is { } instead)
        {
            return instead;
        }

        return hours.Ask(recipient, await Holidays.Read(db, cancel), due.Now)
            ?? new Making.Ready(new CardContent("notice", NoticeCard.Of(due.Key, due.Copy, NoticeTerms.Of(programme, help))));
    }

    /// <summary>Who was welcomed has been told; while a welcome is on its way this waits for what becomes of it.</summary>
    private async Task<Making?> Welcome(DueDelivery due, CancellationToken cancel) =>
        await db.Deliveries.Where(x => x.Kind == FirstContacts.Welcome && x.Recipient == due.Key.Recipient).Select(x => (DeliveryState?)x.State).SingleOrDefaultAsync(cancel) switch
        {
            DeliveryState.Sent => new Making.Withheld(nameof(WithholdingReason.AlreadyTold)),
            DeliveryState.Sending => new Making.Later(due.Now + UntilWelcome),
            _ => null,
        };
}
