using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Channels.Slack;

/// <summary>Where people can be reached on Slack: the private chat with the bot, learnt from signed events, or opened.</summary>
internal sealed class Addresses(GroupCommit commits, IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    private static readonly string Slack = Channel.Slack.ToString();

    /// <summary>Keeps a person's private chat; writes only what changed.</summary>
    public async Task Keep(Guid person, string team, string user, string conversation, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var current = await db.Addresses.AsNoTracking().FirstOrDefaultAsync(x => x.Person == person && x.Channel == Slack, cancel);
        if (current is { Reachable: true } && current.Conversation == conversation && current.Account == user && current.Tenant == team)
        {
            return;
        }

        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        await commits.Run(
            (store, token) => store.Database.ExecuteSqlAsync(
                $"""
                 insert into addresses (person, channel, tenant, account, conversation, service_url, reachable, set_at)
                 values ({person}, {Slack}, {team}, {user}, {conversation}, {string.Empty}, {true}, {at})
                 on conflict (person, channel) do update set tenant = excluded.tenant, account = excluded.account,
                     conversation = excluded.conversation, reachable = excluded.reachable, set_at = excluded.set_at
                 """,
                token),
            cancel);
    }

    /// <summary>Slack says that the person cannot be written to: nothing is sent until they come back.</summary>
    public Task Close(Guid person, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        return commits.Run(
            (db, token) => db.Database.ExecuteSqlAsync(
                $"update addresses set reachable = {false}, set_at = {at} where person = {person} and channel = {Slack} and reachable = {true}", token),
            cancel);
    }
}
