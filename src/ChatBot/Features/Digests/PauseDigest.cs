using ChatBot.Chat;
using ChatBot.Domain.Digests;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Pauses the weekly summary for a span or up to a day, two weeks where nothing is said; what would have been sent meanwhile is cancelled.</summary>
internal sealed class PauseDigest(PersonDoor door, BotDb db, DigestTiming timing, TurnEffects effects, ActionTokens tokens, Wording wording) : IHandler
{
    private const int MostDays = 366;

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var own = await OwnDigests.Of(door, db, timing, asked, cancel);
        var today = own.Day(asked.Now);
        var until = SaidWish.PauseEnd(asked.Object, today);
        var refusal = own.Wish.Stopped ? DigestSaid.StoppedBefore
            : until < today ? DigestSaid.PauseIsOver
            : until > today.AddDays(MostDays) ? DigestSaid.PauseTooLong
            : (DigestSaid?)null;
        if (refusal is { } why)
        {
            return Say(why, own, asked, cancelled: false);
        }

        var ends = own.Hours.At(until.AddDays(1), TimeOnly.MinValue);
        effects.Pause(own.Recipient.Row.Id, until, ends, asked.Now);
        var meanwhile = own.Waiting.Where(week => DigestSlot.From(own.Hours, own.Wish.Choice, week, asked.Now) is DigestSlot.At slot && slot.Due < ends).ToList();
        var after = own with { Wish = own.Wish with { PausedUntil = until }, Over = own.Over.Concat(meanwhile).ToHashSet() };
        return Say(DigestSaid.Paused, after, asked, meanwhile.Count > 0);
    }

    private Reply Say(DigestSaid said, OwnDigests own, Asked asked, bool cancelled) =>
        new(new CardContent("digestsettings", DigestSettingsCard.Of(said, own, asked, tokens, wording) with { Cancelled = cancelled }));
}
