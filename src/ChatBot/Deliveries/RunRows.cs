using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>What is stored of a run.</summary>
internal static class RunRows
{
    /// <summary>The run of a kind and period; null when none was opened.</summary>
    public static Task<RunRow?> Of(BotDb db, string kind, string period, CancellationToken cancel) =>
        db.Runs.AsNoTracking().SingleOrDefaultAsync(x => x.Kind == kind && x.Period == period, cancel);

    /// <summary>Whether everybody of the run has a delivery or a withholding; not so when its planning was killed.</summary>
    public static async Task<bool> IsComplete(BotDb db, RunRow run, CancellationToken cancel) =>
        await Decided(db, run, cancel) >= run.Recipients;

    /// <summary>
    /// Closes a planning. Who joined or was erased between a killed planning and its completion is counted as the rows are; otherwise this changes nothing.
    /// </summary>
    public static async Task Settle(BotDb db, RunRow run, CancellationToken cancel)
    {
        await using var transaction = db.BeginFilling();
        run.Recipients = await Decided(db, run, cancel);
        await db.Runs.Where(x => x.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(x => x.Recipients, run.Recipients), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>How the run adds up.</summary>
    public static async Task<RunBalance> Balance(BotDb db, RunRow run, CancellationToken cancel)
    {
        var withheld = await db.Withholdings.Where(x => x.Run == run.Id).GroupBy(x => x.Reason).Select(x => new { x.Key, Count = x.Count() }).ToListAsync(cancel);
        return new RunBalance(
            run.Id,
            run.Recipients,
            await db.Deliveries.CountAsync(x => x.Run == run.Id, cancel),
            withheld.GroupBy(x => WithholdingReasons.Told(x.Key), StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.Sum(y => y.Count), StringComparer.Ordinal),
            run.CancelledAt);
    }

    /// <summary>Of how many people the run has a delivery or a withholding.</summary>
    private static async Task<int> Decided(BotDb db, RunRow run, CancellationToken cancel) =>
        await db.Deliveries.CountAsync(x => x.Run == run.Id, cancel) + await db.Withholdings.CountAsync(x => x.Run == run.Id, cancel);
}
