using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What the buttons that take a case back or further have in common: the button acts on the case that it was made for, a sentence only finds it.</summary>
internal sealed class PressOwn(PersonDoor door, BotDb db, ActOnCase act, OwnCards cards)
{
    /// <summary>Does it, or shows what it can be done to.</summary>
    /// <param name="asked">Who asks.</param>
    /// <param name="happened">What is to happen.</param>
    /// <param name="done">What is said when it did.</param>
    /// <param name="may">Whether it can be done to a case.</param>
    /// <param name="none">What is said where there is no such case.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Reply> Answer(Asked asked, AppealEvent happened, AppealSaid done, Func<Appeal, bool> may, AppealsSaid none, CancellationToken cancel)
    {
        var file = door.OpenOwn(asked, "appeals");
        if (asked.Turn.Kind != TurnKind.Pressed || asked.Object.Length == 0)
        {
            return await Look(file, asked, may, none, cancel);
        }

        var found = await OwnCase.Find(db, asked, cancel);
        if (found is not null && found.Appeal.Person == asked.Person && found.Version != asked.Version)
        {
            return await cards.Of(found, AppealSaid.MovedOn, asked, cancel);
        }

        var applied = await act.Do(found, happened, new Actor(asked.Person), asked.Now, null, cancel);
        return await cards.Did(found, applied, happened, done, asked, null, cancel);
    }

    private async Task<Reply> Look(PersonFile file, Asked asked, Func<Appeal, bool> may, AppealsSaid none, CancellationToken cancel)
    {
        if (OwnCase.IsNamed(asked))
        {
            return await OwnCase.Own(db, asked, cancel) is { } own ? await cards.Of(own, AppealSaid.Nothing, asked, cancel) : OwnCards.Gone;
        }

        var cases = await file.Cases(cancel);
        return cases.Where(one => may(one.Appeal)).ToList() switch
        {
            [] => cards.List(cases, none, asked),
            [var only] => await cards.Of(only, AppealSaid.Nothing, asked, cancel),
            var several => cards.List(several, AppealsSaid.Which, asked),
        };
    }
}

/// <summary>Takes a case back.</summary>
internal sealed class WithdrawAppeal(PressOwn press) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        press.Answer(asked, new AppealEvent.Withdraw(), AppealSaid.Withdrawn, WriteAppeal.MayWithdraw, AppealsSaid.NoneToWithdraw, cancel);
}

/// <summary>Takes a case to the second level.</summary>
internal sealed class EscalateAppeal(PressOwn press) : IHandler
{
    /// <inheritdoc />
    public Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        press.Answer(asked, new AppealEvent.Escalate(), AppealSaid.Escalated, one => WriteAppeal.MayEscalate(one, asked.Now), AppealsSaid.NoneToEscalate, cancel);
}
