using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Stops the weekly summary at once; what waits to be sent is cancelled with it.</summary>
internal sealed class StopDigest(PersonDoor door, BotDb db, DigestTiming timing, TurnEffects effects, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var own = await OwnDigests.Of(door, db, timing, asked, cancel);
        effects.Stop(own.Recipient.Row.Id, asked.Now); // Also when it is stopped already: what waits then came in between.
        var said = own.Wish.Stopped ? DigestSaid.StoppedBefore : DigestSaid.Stopped;
        var after = own with { Wish = own.Wish with { Stopped = true } };
        return new Reply(new CardContent("digestsettings", DigestSettingsCard.Of(said, after, asked, tokens, wording) with { Cancelled = own.Waiting.Count > 0 }));
    }
}
