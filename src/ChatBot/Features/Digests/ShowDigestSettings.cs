using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>Answers "change or stop these": what holds now, with a button for whatever can be changed.</summary>
internal sealed class ShowDigestSettings(PersonDoor door, BotDb db, DigestTiming timing, ActionTokens tokens, Wording wording) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var own = await OwnDigests.Of(door, db, timing, asked, cancel);
        return new Reply(new CardContent("digestsettings", DigestSettingsCard.Of(DigestSaid.Nothing, own, asked, tokens, wording)));
    }
}
