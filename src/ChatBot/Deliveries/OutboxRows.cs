using System.Data.Common;
using System.Runtime.CompilerServices;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>
/// The states of the deliveries that workers send, each change one statement guarded by the claim's fence. What is written at the same time shares a
/// commit. A commit whose outcome is not known is read back by its key before anything rests on it.
/// </summary>
internal sealed partial class OutboxRows(
    GroupCommit commits, IDbContextFactory<BotDb> databases, IEnumerable<DeliveryKind> kinds, DeliveriesSettings settings, IFailPoint points, TimeProvider clock, ILogger<OutboxRows> log)
{
    /// <summary>Writes tried before a broken database is left to the lease.</summary>
    private const int MostTries = 6;

    private readonly IReadOnlyList<DeliveryKind> kinds = [.. kinds.OrderByDescending(kind => kind.Class == DeliveryClass.MustArrive)];

    /// <summary>
    /// Takes deliveries that are due, those that must arrive first, never two of one recipient, none while the brake is on. Nobody else gets them while
    /// the lease lasts.
    /// </summary>
    public Task<IReadOnlyList<ClaimedRow>> Claim(int most, CancellationToken cancel) => Write<IReadOnlyList<ClaimedRow>>("claim", async (db, token) =>
    {
        var claimed = new List<ClaimedRow>();
        foreach (var kind in kinds)
        {
            claimed.AddRange(claimed.Count < most ? await Claim(db, kind, most - claimed.Count, token) : []);
        }

        var first = claimed.DistinctBy(row => row.Key.Recipient).ToList();
        foreach (var row in claimed.Except(first))
        {
            await Set(db, row, new NextStep(DeliveryState.Planned, row.Unclear), row.Attempts, null, token);
        }

        return first;
    }, cancel);

    /// <summary>
    /// Commits that the message is about to leave, with what its making has to write. False: it was cancelled, the brake is on, the claim is lost, or the
    /// verdict that it tells has been contested since it was made; then nothing is written.
    /// </summary>
    public Task<bool> Leave(ClaimedRow row, string channel, Guid? sheet, TurnEffects effects, CancellationToken cancel) => Surely(async again =>
    {
        if (again && await Now(row.Key, cancel) is var now && (now?.Fence != row.Fence || now.State != DeliveryState.Claimed))
        {
            return now?.Fence == row.Fence && now.State == DeliveryState.Sending;
        }

        return await Write("leave", async (db, token) =>
        {
            var (at, until) = Lease();
            var leaves = await effects.StillHold(db, token) && await db.Execute(
                $"""
                 update deliveries set state = 3, state_at = {at}, lease_until = {until}, attempts = attempts + 1, channel = {channel}, about = coalesce({sheet}, about)
                 where kind = {row.Key.Kind} and recipient = {row.Key.Recipient} and period = {row.Key.Period} and state = 2 and fence = {row.Fence}
                   and not exists (select 1 from brakes where name = {Brake.Name} and "on")
                 """,
                token) == 1;
            await (leaves ? effects.WriteTo(db, token) : Task.CompletedTask);
            return leaves;
        }, cancel);
    }, cancel);

    /// <summary>Writes what became of it. False: it was not this worker's any more, and nothing was written.</summary>
    /// <param name="row">The delivery.</param>
    /// <param name="next">What it becomes.</param>
    /// <param name="attempts">Attempts with this one, where it counts.</param>
    /// <param name="messageId">The provider's id of the message.</param>
    /// <param name="effects">What its making has to write and <see cref="Leave"/> has not written.</param>
    /// <param name="cancel">Cancels the waiting, not the write.</param>
    public Task<bool> Settle(ClaimedRow row, NextStep next, int attempts, string? messageId, TurnEffects? effects, CancellationToken cancel) => Surely(async again =>
        await Write(next.State == DeliveryState.Planned ? "plan-again" : "settle", async (db, token) =>
        {
            await (effects?.WriteTo(db, token) ?? Task.CompletedTask);
            return await Set(db, row, next, attempts, messageId, token) == 1;
        }, cancel)
        || (again && await Now(row.Key, cancel) is { } now && now.State == next.State && now.LeaseUntil is null && now.Fence == row.Fence), cancel);

    /// <summary>
    /// Takes up what workers left that are gone: what was claimed is planned again, what may have left is settled by its class.
    /// </summary>
    /// <param name="whatever">True at the start of the only process: then no lease can be another's.</param>
    /// <param name="chance">A random number from 0 to 1.</param>
    /// <param name="cancel">Cancels.</param>
    public Task<int> TakeUp(bool whatever, double chance, CancellationToken cancel) => Write("left-overs", async (db, token) =>
    {
        var now = clock.GetUtcNow();
        var at = UtcMicroseconds.Of(now);
        var over = whatever ? long.MaxValue : at;
        var lost = await db.Rows(
            $"select kind, recipient, period, about, expires_at, fence, attempts, unclear from deliveries where state = 3 and lease_until <= {over}",
            reader => Row(kinds.FirstOrDefault(kind => kind.Name == reader.GetString(0)) ?? new DeliveryKind(reader.GetString(0), DeliveryClass.Quiet, typeof(void)), reader, 1), token);
        var taken = 0;
        foreach (var row in lost)
        {
            var next = AfterSend.Of(Ending.Unclear, "stopped", null, row.History(counts: false), now, chance);
            taken += await Set(db, row, next, row.Attempts, null, token, leave: 1);
        }

        return taken + await db.Execute(
            $"update deliveries set state = 1, state_at = {at}, lease_until = null, fence = fence + 1 where state = 2 and lease_until <= {over}", token);
    }, cancel);

    private async Task<List<ClaimedRow>> Claim(BotDb db, DeliveryKind kind, int most, CancellationToken cancel)
    {
        var (at, until) = Lease();

        // The state is written as a number so that the planner sees that the index of what is to be claimed serves.
        var skip = db.IsPostgres() ? " for update of d skip locked" : string.Empty;
        var claim = FormattableStringFactory.Create(
            $$"""
             update deliveries set state = 2, state_at = {0}, lease_until = {1}, fence = fence + 1
             where kind = {2} and not exists (select 1 from brakes where name = {3} and "on") and (recipient, period) in (
               select d.recipient, d.period from deliveries d
               where d.kind = {2} and d.state = 1 and not d.held and d.due_at <= {0}
                 and not exists (select 1 from deliveries o where o.recipient = d.recipient and o.state in (2, 3) and o.lease_until is not null)
               order by d.due_at limit {4}{{skip}})
             returning recipient, period, about, expires_at, fence, attempts, unclear
             """,
            at,
            until,
            kind.Name,
            Brake.Name,
            most);
        return await db.Rows(claim, reader => Row(kind, reader, 0), cancel);
    }

    private static ClaimedRow Row(DeliveryKind kind, DbDataReader reader, int first) => new(
        kind,
        new DeliveryKey(kind.Name, reader.GetGuid(first), reader.GetString(first + 1)),
        reader.IsDBNull(first + 2) ? null : reader.GetGuid(first + 2),
        reader.IsDBNull(first + 3) ? null : UtcMicroseconds.At(reader.GetInt64(first + 3)),
        reader.GetInt32(first + 4),
        reader.GetInt32(first + 5),
        reader.GetInt32(first + 6));

    private Task<int> Set(BotDb db, ClaimedRow row, NextStep next, int attempts, string? messageId, CancellationToken cancel, int leave = 0)
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        long? due = next.DueAt is { } time ? UtcMicroseconds.Of(time) : null;
        return db.Execute(
            $"""
             update deliveries set state = {(int)next.State}, state_at = {at}, code = {next.Code}, provider_message_id = {messageId}, due_at = coalesce({due}, due_at),
               lease_until = null, attempts = {attempts}, unclear = {next.Unclear}, fence = fence + {leave}
             where kind = {row.Key.Kind} and recipient = {row.Key.Recipient} and period = {row.Key.Period} and fence = {row.Fence} and state in (2, 3)
             """,
            cancel);
    }

    private (long At, long Until) Lease()
    {
        var now = clock.GetUtcNow();
        return (UtcMicroseconds.Of(now), UtcMicroseconds.Of(now.AddSeconds(settings.LeaseSeconds)));
    }

    private async Task<DeliveryRow?> Now(DeliveryKey key, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Deliveries.AsNoTracking().SingleOrDefaultAsync(x => x.Kind == key.Kind && x.Recipient == key.Recipient && x.Period == key.Period, cancel);
    }

    private async Task<T> Write<T>(string step, Func<BotDb, CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        points.Hit(step + " before");
        var result = await commits.Run(work, cancel);
        points.Hit(step + " after");
        return result;
    }

    /// <summary>Tries again while the database is broken; <paramref name="attempt"/> hears whether an earlier commit may have taken place.</summary>
    private async Task<bool> Surely(Func<bool, Task<bool>> attempt, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt(tries > 1);
            }
            catch (DbException broken) when (tries < MostTries)
            {
                LogBroken(log, broken.GetType().Name);
                await Task.Delay(TimeSpan.FromMilliseconds(100 << tries), clock, cancel);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A state could not be written or its commit not be heard of ({Exception}); it is read back and tried again.")]
    private static partial void LogBroken(ILogger log, string exception);
}
