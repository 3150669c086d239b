using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Makes a team digest when its turn has come: the card that the head would be shown on asking, unless it would say nothing.</summary>
internal sealed class MakeTeamDigest(BotDb db, DigestTiming timing, TeamFigures figures, TeamAnswer answer, Programme programme) : IDeliveryMaker
{
    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        if (programme.IsPrivate)
        {
            return DigestTiming.Not(WithholdingReason.PrivateMode);
        }

        if (await timing.Gate(db, due, cancel) is { } instead)
        {
            return instead;
        }

        var week = DigestKinds.WeekOf(due.Key);
        return due.Now < TeamFigures.Ready(week)
            ? new Making.Later(TeamFigures.Ready(week))
            : DigestTiming.UntilTold(await FirstContacts.Of(db, due.Key.Recipient, cancel), due.Now) ?? await Card(week, due, cancel);
    }

    private async Task<Making> Card(Week week, DueDelivery due, CancellationToken cancel)
    {
        var (head, today) = (due.Key.Recipient, DateOnly.FromDateTime(due.Now.UtcDateTime));
        return await figures.Of(week, today, cancel) is not { } told ? new Making.Expired()
            : PlanTeams.NothingToSay(told.Publication.For(head, head)) is { } reason ? DigestTiming.Not(reason)
            : new Making.Ready(new CardContent("team", answer.Of(told, head, today, unasked: true)));
    }
}
