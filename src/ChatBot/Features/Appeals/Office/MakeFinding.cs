using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Tells somebody of the programme office that others have the gap which an appeal showed, while that waits and they may decide it.</summary>
internal sealed class MakeFinding(BotDb db, FindingCards cards, RecipientHours hours) : IDeliveryMaker
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        if (await Recipients.One(db, due.Key.Recipient, cancel) is not { } recipient)
        {
            return new Making.Withheld(nameof(WithholdingReason.Gone));
        }

        if (await cards.ToDecide(due.Key.Period, due.Key.Recipient, due.Now, cancel) is not { } row)
        {
            return new Making.Withheld(nameof(WithholdingReason.TooLate));
        }

        var open = hours.Of(recipient, await Holidays.Read(db, cancel));
        return open.Allow(due.Now)
            ? new Making.Ready(new CardContent("findings", new FindingsCard { Said = FindingSaid.Nothing, One = cards.Line(row), MayDecide = true }))
            : new Making.Later(open.Next(due.Now, due.Now + Ahead) ?? due.Now + Ahead);
    }
}
