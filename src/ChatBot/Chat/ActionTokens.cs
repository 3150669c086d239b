using System.Security.Cryptography;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Chat;

/// <summary>What a button that changes something was made for, as the store has it; nothing of it comes from the button.</summary>
/// <param name="Id">The token.</param>
/// <param name="Verb">The command.</param>
/// <param name="Object">What it changes, in the row's own words (see <see cref="Phrase.Object"/>); empty where the verb says it all.</param>
/// <param name="Version">Version of the object that the person saw; 0 where it has none.</param>
internal sealed record ActionToken(Guid Id, string Verb, string Object, int Version);

/// <summary>
/// One-use tokens of the buttons that change something. One is made with the card that shows the button, committed with it, and used up in the same
/// transaction as the change: a repeat, a copy in another hand and a forged one change nothing. Scoped, like the effects it writes to.
/// </summary>
internal sealed class ActionTokens(BotDb db, TurnEffects effects)
{
    /// <summary>The name under which a button carries it.</summary>
    public const string Input = "token";

    /// <summary>How long a button works: it may stand in a chat for a quarter before somebody presses it.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>Makes a token; it is good once what the turn writes is committed.</summary>
    /// <param name="person">Whose button it is.</param>
    /// <param name="verb">The command.</param>
    /// <param name="of">What it changes.</param>
    /// <param name="now">The time.</param>
    /// <param name="version">Version of what it changes.</param>
    public string Mint(Guid person, string verb, string of, DateTimeOffset now, int version = 0)
    {
        var id = new Guid(RandomNumberGenerator.GetBytes(16)); // Unguessable; a version 7 id would tell when it was made.
        var expires = UtcMicroseconds.Of(now + Life);
        effects.Change((store, cancel) => store.Execute(
            $"insert into action_tokens (id, person, verb, object, version, expires_at) values ({id}, {person}, {verb}, {of}, {version}, {expires})", cancel));
        return id.ToString("N");
    }

    /// <summary>The person's own token for the verb, used, expired or good; null for anybody else's and for none at all, which nothing tells apart.</summary>
    public async Task<(ActionToken Token, bool IsGood)?> Find(string? pressed, Guid person, string verb, DateTimeOffset now, CancellationToken cancel)
    {
        if (!Guid.TryParseExact(pressed, "N", out var id))
        {
            return null;
        }

        var row = await db.ActionTokens.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Person == person && x.Verb == verb, cancel);
        return row is null ? null : (new ActionToken(row.Id, row.Verb, row.Object, row.Version), row.UsedAt is null && row.ExpiresAt > now);
    }

    /// <summary>Uses the token up inside the caller's transaction; false when it was used or ran out meanwhile, and then nothing may be changed.</summary>
    public static async Task<bool> Use(BotDb db, ActionToken token, Guid person, DateTimeOffset now, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(now);
        return await db.Execute(
            $"""
             update action_tokens set used_at = {at}
             where id = {token.Id} and person = {person} and verb = {token.Verb} and version = {token.Version} and used_at is null and expires_at > {at}
             """,
            cancel) == 1;
    }

    /// <summary>Deletes the tokens that ran out: to their buttons it makes no difference.</summary>
    public static Task ForgetOld(IServiceProvider parts, CancellationToken cancel)
    {
        var now = UtcMicroseconds.Of(parts.GetRequiredService<TimeProvider>().GetUtcNow());
        return parts.GetRequiredService<GroupCommit>().Run((store, token) => store.Execute($"delete from action_tokens where expires_at <= {now}", token), cancel);
    }
}
