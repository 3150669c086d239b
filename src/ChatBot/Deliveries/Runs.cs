using System.Collections.Concurrent;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>What is done to a whole run: cancelled, or let go after its first few.</summary>
internal sealed partial class Runs(
    GroupCommit commits, IDbContextFactory<BotDb> databases, DeliveriesSettings settings, IFailPoint points, Doorbell doorbell, TimeProvider clock, ILogger<Runs> log)
{
    private readonly ConcurrentDictionary<Guid, bool> warned = [];

    /// <summary>Cancels what has not left. Gives the number of deliveries cancelled; those on their way at this moment end as they end.</summary>
    public Task<int> Cancel(Guid run, CancellationToken cancel) => Write("cancel", async (db, token) =>
    {
        var at = UtcMicroseconds.Of(clock.GetUtcNow());
        await db.Execute($"update runs set cancelled_at = {at} where id = {run} and cancelled_at is null", token);
        return await db.Execute($"update deliveries set state = 7, state_at = {at}, lease_until = null where run = {run} and state in (1, 2)", token);
    }, cancel);

    /// <summary>Lets go what is held, whatever became of the first few. Gives the number of deliveries let go.</summary>
    public async Task<int> Release(Guid run, CancellationToken cancel)
    {
        var released = await Write("release", async (db, token) =>
        {
            var at = UtcMicroseconds.Of(clock.GetUtcNow());
            await db.Execute($"update runs set released_at = {at} where id = {run} and released_at is null and cancelled_at is null", token);
            return await db.Execute($"update deliveries set held = {false} where run = {run} and state = 1 and held", token);
        }, cancel);
        doorbell.Ring();
        return released;
    }

    /// <summary>Lets go every run whose first few went out quietly. One that did not stays held, and the operator is told once.</summary>
    public async Task ReleaseQuiet(CancellationToken cancel)
    {
        foreach (var run in await Held(cancel))
        {
            var first = await First(run, cancel);
            if (first.IsTroubled(settings.TroubleShare))
            {
                if (warned.TryAdd(run, true))
                {
                    LogTroubled(log, run, first.Bad, first.Tried);
                }
            }
            else if (first.Last <= clock.GetUtcNow() - TimeSpan.FromMinutes(settings.QuietMinutes))
            {
                var released = await Release(run, cancel);
                LogReleased(log, run, released);
            }
        }
    }

    private async Task<List<Guid>> Held(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Runs.Where(x => x.ReleasedAt == null && x.CancelledAt == null).Select(x => x.Id).ToListAsync(cancel);
    }

    /// <summary>What became of the deliveries of a run that were not held.</summary>
    private async Task<FirstFew> First(Guid run, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var states = await db.Deliveries.Where(x => x.Run == run && x.State >= DeliveryState.Sent && x.State != DeliveryState.Cancelled && !x.Held)
            .Where(x => db.Runs.Any(opened => opened.Id == run && opened.OpenedAt <= x.StateAt)) // What went to single people before says nothing of the run.
            .GroupBy(x => x.State).Select(group => new { group.Key, Count = group.Count(), Last = group.Max(x => x.StateAt) }).ToListAsync(cancel);
        int Of(params DeliveryState[] wanted) => states.Where(x => wanted.Contains(x.Key)).Sum(x => x.Count);
        return new FirstFew(
            Of(DeliveryState.Sent, DeliveryState.Failed, DeliveryState.Unknown),
            Of(DeliveryState.Failed, DeliveryState.Unknown),
            states.Count == 0 ? null : states.Max(x => x.Last));
    }

    private async Task<int> Write(string step, Func<BotDb, CancellationToken, Task<int>> work, CancellationToken cancel)
    {
        points.Hit(step + " before");
        var count = await commits.Run(work, cancel);
        points.Hit(step + " after");
        return count;
    }

    private sealed record FirstFew(int Tried, int Bad, DateTimeOffset? Last)
    {
        public bool IsTroubled(double share) => Bad > share * Tried;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} stays held: {Bad} of the first {Tried} ended failed or unknown. Look at them, then release or cancel it.")]
    private static partial void LogTroubled(ILogger log, Guid run, int bad, int tried);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {Run} went quietly; {Deliveries} more deliveries are let go.")]
    private static partial void LogReleased(ILogger log, Guid run, int deliveries);
}
