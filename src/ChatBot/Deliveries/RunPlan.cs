using System.Security.Cryptography;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>What is decided of one recipient of a run.</summary>
internal abstract record Planning
{
    private Planning()
    {
    }

    /// <summary>It is planned.</summary>
    /// <param name="Due">Not to be sent before.</param>
    /// <param name="Expires">Too late from then on.</param>
    /// <param name="About">Id of what it is about.</param>
    public sealed record At(DateTimeOffset Due, DateTimeOffset? Expires, Guid? About = null) : Planning;

    /// <summary>They get none.</summary>
    public sealed record Withheld(WithholdingReason Reason) : Planning;
}

/// <summary>One recipient of a run and what was decided of them.</summary>
internal readonly record struct PersonPlan(Guid Person, Planning Planning);

/// <summary>How a run adds up: recipients = planned + withheld.</summary>
/// <param name="Run">Its id; null where nothing was opened.</param>
/// <param name="Recipients">Everybody it is about.</param>
/// <param name="Planned">How many got a delivery, whatever became of it.</param>
/// <param name="Withheld">How many got none, by reason as it is told.</param>
/// <param name="CancelledAt">When it was cancelled; a cancelled run is never planned again.</param>
internal sealed record RunBalance(
    Guid? Run, int Recipients, int Planned, IReadOnlyDictionary<string, int> Withheld, DateTimeOffset? CancelledAt = null)
{
    /// <summary>Nothing and nobody.</summary>
    public static RunBalance Nothing { get; } = new(null, 0, 0, new Dictionary<string, int>(StringComparer.Ordinal));

    /// <summary>What the plans add up to.</summary>
    public static RunBalance Of(IReadOnlyCollection<PersonPlan> plans) => new(
        null,
        plans.Count,
        plans.Count(x => x.Planning is Planning.At),
        plans.Select(x => x.Planning).OfType<Planning.Withheld>().CountBy(x => x.Reason.Told(), StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));
}

/// <summary>
/// Opens the run of a kind and period and writes what was decided of each recipient: a delivery, or why there is none. Whoever plans a kind for many people
/// (personal digests, team digests) brings the recipients and one <see cref="Planning"/> each, and nothing else.
/// </summary>
/// <remarks>
/// There is at most one run of a kind and period. It is written in chunks; a planning that was killed is completed by the next under the same id. What was
/// planned for, or withheld from, single people before is taken into the run as it is.
/// </remarks>
internal sealed class RunPlan(IDbContextFactory<BotDb> databases, PlanningSettings settings)
{
    /// <summary>Recipients written at once: keeps the write lock for some 0.1 s.</summary>
    private const int Chunk = 2000;

    /// <summary>Plans for everybody. Opens the run or, when its planning was killed, completes it.</summary>
    /// <param name="kind">Kind of the deliveries.</param>
    /// <param name="period">Their period: the week.</param>
    /// <param name="people">The recipients, each once.</param>
    /// <param name="now">The time.</param>
    /// <param name="by"><c>schedule</c> or <c>operator</c>.</param>
    /// <param name="progress">Told the share done; null for nobody.</param>
    /// <param name="cancel">Stops it between two chunks; running it again goes on.</param>
    public async Task<RunBalance> Open(
        string kind, string period, IReadOnlyList<PersonPlan> people, DateTimeOffset now, string by, Action<double>? progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var run = await Begin(db, kind, period, people.Count, now, by, cancel);
        if (run.CancelledAt is null && !await RunRows.IsComplete(db, run, cancel))
        {
            var first = First(run.Id, people);
            var done = 0;
            foreach (var chunk in people.Chunk(Chunk))
            {
                await using var transaction = db.BeginFilling();
                run = await db.Runs.AsNoTracking().SingleAsync(x => x.Id == run.Id, cancel); // Somebody may have released or cancelled it meanwhile.
                if (run.CancelledAt is not null)
                {
                    break;
                }

                await Write(db, kind, period, run, chunk, first, now, cancel);
                await transaction.CommitAsync(cancel);
                done += chunk.Length;
                progress?.Invoke((double)done / people.Count);
            }

            await RunRows.Settle(db, run, cancel);
        }

        return await RunRows.Balance(db, run, cancel);
    }

    /// <summary>Plans for one person outside any run; the run takes it in when it is opened. Who has a delivery or a withholding already keeps it.</summary>
    public async Task<RunBalance> One(string kind, string period, PersonPlan plan, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using (var transaction = db.BeginFilling())
        {
            await Write(db, kind, period, run: null, [plan], new HashSet<Guid> { plan.Person }, now, cancel);
            await transaction.CommitAsync(cancel);
        }

        var withheld = await db.Deliveries.AnyAsync(x => x.Kind == kind && x.Recipient == plan.Person && x.Period == period, cancel)
            ? null
            : await db.Withholdings.Where(x => x.Kind == kind && x.Person == plan.Person && x.Period == period).Select(x => x.Reason).SingleAsync(cancel);
        return withheld is null
            ? RunBalance.Nothing with { Recipients = 1, Planned = 1 }
            : RunBalance.Nothing with { Recipients = 1, Withheld = new Dictionary<string, int>(StringComparer.Ordinal) { [WithholdingReasons.Told(withheld)] = 1 } };
    }

    private static async Task<RunRow> Begin(BotDb db, string kind, string period, int recipients, DateTimeOffset now, string by, CancellationToken cancel)
    {
        await using var transaction = db.BeginFilling();
        if (await RunRows.Of(db, kind, period, cancel) is { } there)
        {
            return there;
        }

        var run = new RunRow { Id = Guid.CreateVersion7(now), Kind = kind, Period = period, Recipients = recipients, OpenedAt = now, OpenedBy = by };
        db.InsertMissing([run]);
        await transaction.CommitAsync(cancel);
        return run;
    }

    private static async Task Write(
        BotDb db, string kind, string period, RunRow? run, PersonPlan[] people, HashSet<Guid> first, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = people.Select(x => x.Person).ToArray();
        var planned = db.Deliveries.Where(x => x.Kind == kind && x.Period == period && EF.Parameter(ids).Contains(x.Recipient));
        var withheld = db.Withholdings.Where(x => x.Kind == kind && x.Period == period && EF.Parameter(ids).Contains(x.Person));
        var there = (await planned.Select(x => x.Recipient).ToListAsync(cancel)).ToHashSet();
        if (run is not null)
        {
            await planned.Where(x => x.Run == null).ExecuteUpdateAsync(set => set.SetProperty(x => x.Run, run.Id), cancel);
            await withheld.Where(x => x.Run == null && !planned.Any(y => y.Recipient == x.Person))
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.Run, run.Id), cancel);
        }

        there.UnionWith(await withheld.Select(x => x.Person).ToListAsync(cancel));
        var missing = people.Where(x => !there.Contains(x.Person)).ToArray();
        Outbox.Plan(
            db,
            [
                .. from x in missing
                   let at = x.Planning as Planning.At
                   where at is not null
                   let held = run is { ReleasedAt: null } && !first.Contains(x.Person)
                   select new PlannedDelivery(new DeliveryKey(kind, x.Person, period), at.About, at.Due, at.Expires, run?.Id, held),
            ],
            now);
        db.InsertMissing(
        [
            .. from x in missing
               let reason = (x.Planning as Planning.Withheld)?.Reason
               where reason is not null
               select new WithholdingRow { Kind = kind, Person = x.Person, Period = period, Run = run?.Id, Reason = reason.Value.ToString(), At = now },
        ]);
    }

    /// <summary>The few who go first: drawn by the run's id and the seed, so that a planning that is completed draws the same.</summary>
    private HashSet<Guid> First(Guid run, IReadOnlyList<PersonPlan> people)
    {
        var planned = people.Where(x => x.Planning is Planning.At).Select(x => x.Person).ToArray();
        var count = (int)Math.Ceiling(planned.Length * settings.FirstPercent / 100);
        return [.. planned.OrderBy(x => Lot(run, x)).Take(count)];
    }

    private ulong Lot(Guid run, Guid person)
    {
        Span<byte> text = stackalloc byte[36];
        BitConverter.TryWriteBytes(text, settings.Seed);
        run.TryWriteBytes(text[4..]);
        person.TryWriteBytes(text[20..]);
        return BitConverter.ToUInt64(SHA256.HashData(text));
    }
}
