using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Starts the weekly summary again. A week whose summary was cancelled or withheld stays without; it says when the next one comes.</summary>
internal sealed class ResumeDigest(PersonDoor door, BotDb db, DigestTiming timing, TurnEffects effects, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var own = await OwnDigests.Of(door, db, timing, asked, cancel);
        var said = own.Wish.Stopped || own.Wish.PausedUntil >= own.Day(asked.Now) ? DigestSaid.Resumed : DigestSaid.ComeAlready;
        effects.Resume(own.Recipient.Row.Id, asked.Now);
        var after = own with { Wish = own.Wish with { Stopped = false, PausedUntil = null } };
        return new Reply(new CardContent("digestsettings", DigestSettingsCard.Of(said, after, asked, tokens, wording)));
    }
}
