using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Channels.Teams;

/// <summary>Where people can be reached on Teams. Learnt from authenticated private chats only, and again with each: the service address can change.</summary>
internal sealed class Addresses(GroupCommit commits, IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    private static readonly string Teams = Channel.Teams.ToString();

    /// <summary>Keeps the private chat that an activity came from as the person's address; writes only what changed.</summary>
    public async Task Keep(Guid person, Activity activity, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var current = await db.Addresses.AsNoTracking().FirstOrDefaultAsync(x => x.Person == person && x.Channel == Teams, cancel);
        if (current is { Reachable: true } && current.Conversation == activity.Conversation.Id && current.ServiceUrl == activity.ServiceUrl
            && current.Account == activity.From.Id && current.Tenant == activity.Tenant)
        {
            return;
        }

        await Write(person, activity.Tenant, activity.From.Id, activity.Conversation.Id, activity.ServiceUrl, cancel);
    }

    /// <summary>Keeps the chat that was opened with somebody who never wrote.</summary>
    public Task Keep(AddressRow address, string conversation, CancellationToken cancel) =>
        Write(address.Person, address.Tenant, address.Account, conversation, address.ServiceUrl, cancel);

    /// <summary>The person removed or blocked the bot: nothing is sent until they come back.</summary>
    public Task Close(Guid person, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        return commits.Run(
            (db, token) => db.Database.ExecuteSqlAsync(
                $"update addresses set reachable = {false}, set_at = {at} where person = {person} and channel = {Teams} and reachable = {true}", token),
            cancel);
    }

    private Task<int> Write(Guid person, string tenant, string account, string conversation, string serviceUrl, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        return commits.Run(
            (db, token) => db.Database.ExecuteSqlAsync(
                $"""
                 insert into addresses (person, channel, tenant, account, conversation, service_url, reachable, set_at)
                 values ({person}, {Teams}, {tenant}, {account}, {conversation}, {serviceUrl}, {true}, {at})
                 on conflict (person, channel) do update set tenant = excluded.tenant, account = excluded.account,
                     conversation = excluded.conversation, service_url = excluded.service_url, reachable = excluded.reachable, set_at = excluded.set_at
                 """,
                token),
            cancel);
    }
}
