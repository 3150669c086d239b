using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Makes a team digest when its turn has come: the card that the head would be shown on asking, unless it would say nothing.</summary>
internal sealed class MakeTeamDigest(BotDb db, DigestTiming timing, TeamFigures figures, TeamAnswer answer, Programme programme) : IDeliveryMaker
{
    private static readonly TimeSpan UntilNotice = TimeSpan.FromMinutes(10);

    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        if (programme.IsPrivate)
        {
            return Not(WithholdingReason.PrivateMode);
        }

        if ((await timing.Gate(db, due, cancel)).Instead is { } instead)
        {
            return instead;
        }

        var week = Week.TryParse(due.Key.Period, out var named) ? named : throw new InvalidOperationException("The period of a digest is a week.");
        return due.Now < TeamFigures.Ready(week)
            ? new Making.Later(TeamFigures.Ready(week))
            : await FirstContacts.Of(db, due.Key.Recipient, cancel) switch
            {
                FirstContact.Made => await Card(week, due, cancel),
                FirstContact.Coming => new Making.Later(due.Now + UntilNotice),
                _ => Not(WithholdingReason.NoticeNotSent),
            };
    }

    private async Task<Making> Card(Week week, DueDelivery due, CancellationToken cancel)
    {
        var (head, today) = (due.Key.Recipient, DateOnly.FromDateTime(due.Now.UtcDateTime));
        return await figures.Of(week, today, cancel) is not { } told ? new Making.Expired()
            : PlanTeams.NothingToSay(told.Publication.For(head, head)) is { } reason ? Not(reason)
            : new Making.Ready(new CardContent("team", answer.Of(told, head, today, unasked: true)));
    }

    private static Making.Withheld Not(WithholdingReason reason) => new(reason.ToString());
}
