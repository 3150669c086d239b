using System.Security.Cryptography;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>Where a run stands.</summary>
/// <param name="Run">The run.</param>
/// <param name="Planned">How many deliveries it has.</param>
/// <param name="Held">How many of them wait for what becomes of the first few.</param>
/// <param name="States">Deliveries by state; those that did not arrive also by reason, as <c>Failed: 403</c>.</param>
/// <param name="Withheld">Who was withheld when it was planned, by reason as it is told.</param>
internal sealed record RunReport(
    RunRow Run, int Planned, int Held, IReadOnlyDictionary<string, int> States, IReadOnlyDictionary<string, int> Withheld)
{
    /// <summary>How many are still on their way.</summary>
    public int Open => DeliveryStates.Open.Sum(x => States.GetValueOrDefault(x.ToString()));

    /// <summary>Reads it.</summary>
    public static async Task<RunReport> Read(BotDb db, RunRow run, CancellationToken cancel)
    {
        var balance = await RunRows.Balance(db, run, cancel);
        var states = await db.Deliveries.Where(x => x.Run == run.Id).GroupBy(x => new { x.State, x.Code, x.Held })
            .Select(x => new { x.Key.State, x.Key.Code, x.Key.Held, Count = x.Count() }).ToListAsync(cancel);
        return new RunReport(
            run,
            balance.Planned,
            states.Where(x => x.Held && x.State == DeliveryState.Planned).Sum(x => x.Count),
            states.GroupBy(x => Name(x.State, x.Code), StringComparer.Ordinal).ToDictionary(x => x.Key, x => x.Sum(y => y.Count), StringComparer.Ordinal),
            balance.Withheld);
    }

    /// <summary>
    /// Everybody who got none, whatever the cause: an id that holds for this run only and names nobody, the state, and why.
    /// </summary>
    public static async IAsyncEnumerable<(string Id, string State, string? Reason)> NotSent(
        BotDb db, Guid run, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var deliveries = db.Deliveries.AsNoTracking().Where(x => x.Run == run && x.State != DeliveryState.Sent).OrderBy(x => x.Recipient)
            .Select(x => new { x.Recipient, x.State, x.Code });
        await foreach (var row in deliveries.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return (OpaqueId(run, row.Recipient), row.State.ToString(), Told(row.Code));
        }

        var withheld = db.Withholdings.AsNoTracking().Where(x => x.Run == run).OrderBy(x => x.Person).Select(x => new { x.Person, x.Reason });
        await foreach (var row in withheld.AsAsyncEnumerable().WithCancellation(cancel))
        {
            yield return (OpaqueId(run, row.Person), "Withheld", Told(row.Reason));
        }
    }

    /// <summary>A row that waits, or that was sent, may carry the code of an earlier refusal; that says nothing of how it ended.</summary>
    private static string Name(DeliveryState state, string? code) =>
        state is DeliveryState.Failed or DeliveryState.Unknown or DeliveryState.WithheldAtSend && Told(code) is { Length: > 0 } told
            ? $"{state}: {told}"
            : state.ToString();

    private static string? Told(string? code) => code is null ? null : WithholdingReasons.Told(code);

    private static string OpaqueId(Guid run, Guid person) =>
        Convert.ToHexStringLower(SHA256.HashData([.. run.ToByteArray(), .. person.ToByteArray()]).AsSpan(0, 8));
}
