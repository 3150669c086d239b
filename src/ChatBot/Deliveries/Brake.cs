using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>
/// Stops everything that is sent unasked, on all machines. It is a row that every claim and every departure reads in its own statement, so what has not
/// left when it is set does not leave.
/// </summary>
internal sealed class Brake(GroupCommit commits, IDbContextFactory<BotDb> databases, Doorbell doorbell, TimeProvider clock)
{
    /// <summary>Key of the row.</summary>
    public const string Name = "deliveries";

    /// <summary>Stops sending; what is due waits.</summary>
    /// <param name="by">Who asked for it.</param>
    /// <param name="cancel">Cancels.</param>
    public Task Pause(string by, CancellationToken cancel) => Set(on: true, by, cancel);

    /// <summary>Goes on.</summary>
    /// <param name="by">Who asked for it.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task Resume(string by, CancellationToken cancel)
    {
        await Set(on: false, by, cancel);
        doorbell.Ring();
    }

    /// <summary>Whether sending is stopped.</summary>
    public async Task<bool> IsOn(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Brakes.AnyAsync(x => x.Name == Name && x.On, cancel);
    }

    private Task<int> Set(bool on, string by, CancellationToken cancel)
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        return commits.Run(
            (db, token) => db.Execute(
                $"""
                 insert into brakes (name, "on", set_by, set_at) values ({Name}, {on}, {by}, {at})
                 on conflict (name) do update set "on" = excluded."on", set_by = excluded.set_by, set_at = excluded.set_at
                 """,
                token),
            cancel);
    }
}
