using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Chat;

/// <summary>Which person an authenticated account belongs to. The only look at the directory that comes before there is a viewer.</summary>
internal sealed class Accounts(BotDb db)
{
    /// <summary>The person's id; null when nobody is known by the account.</summary>
    public async Task<Guid?> PersonOf(Account account, CancellationToken cancel)
    {
        var id = account.Channel == Channel.Slack ? account.Id : account.Id.Trim().ToLowerInvariant();
        if (id.Length == 0)
        {
            return null;
        }

        var people = account.Channel switch
        {
            Channel.Teams => db.People.Where(x => x.EntraObjectId == id).Select(x => x.Id),
            Channel.Slack => db.People.Where(x => x.SlackUserId == id).Select(x => x.Id),
            _ => db.People.Where(x => x.Email == id).Select(x => x.Id).Union(db.PersonAliases.Where(x => x.Email == id).Select(x => x.Person)),
        };
        var found = await people.Order().Take(2).ToListAsync(cancel);
        return found.Count == 1 ? found[0] : found.Count == 0 && account is { Channel: Channel.Slack, Email: { } email } ? await ByEmail(email, cancel) : null;
    }

    /// <summary>Nobody for whom the directory names another account on the same platform: one of the two would be wrong.</summary>
    private async Task<Guid?> ByEmail(string email, CancellationToken cancel)
    {
        var known = email.Trim().ToLowerInvariant();
        var found = await db.People.Where(x => x.Email == known).Select(x => new { x.Id, x.SlackUserId })
            .Union(db.PersonAliases.Where(x => x.Email == known).Join(db.People, alias => alias.Person, person => person.Id, (_, person) => new { person.Id, person.SlackUserId }))
            .Take(2).ToListAsync(cancel);
        return found is [{ SlackUserId: null or "" } one] ? one.Id : null;
    }
}
