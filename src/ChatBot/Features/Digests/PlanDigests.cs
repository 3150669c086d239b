using System.Globalization;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>What a planning came to.</summary>
/// <param name="Refusal">Why nothing was planned, as a sentence; null when it was.</param>
/// <param name="Balances">How each kind adds up.</param>
internal sealed record PlanReport(string? Refusal, IReadOnlyDictionary<string, RunBalance> Balances)
{
    /// <summary>A refusal.</summary>
    public static PlanReport Refused(string why) => new(why, new Dictionary<string, RunBalance>(StringComparer.Ordinal));
}

/// <summary>Plans a week's digests, all kinds of them: opens their runs over today's directory and plans everybody for their own hour.</summary>
internal sealed class PlanDigests(IDbContextFactory<BotDb> databases, IEnumerable<IWeeklyKind> kinds, RunPlan runs, PlanningSettings settings)
{
    /// <summary>Share of the work that is reading the directory, deciding, and writing; for a progress bar.</summary>
    private const double Read = 0.3, Decided = 0.6;

    /// <summary>Plans the week for everybody. What is planned already stays as it is; a planning that was killed is completed.</summary>
    /// <param name="week">The week.</param>
    /// <param name="now">The time.</param>
    /// <param name="by"><c>schedule</c> or <c>operator</c>.</param>
    /// <param name="dryRun">Write nothing.</param>
    /// <param name="progress">Told the share done; null for nobody.</param>
    /// <param name="cancel">Stops it; running it again goes on.</param>
    public async Task<PlanReport> Everybody(Week week, DateTimeOffset now, string by, bool dryRun, Action<double>? progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        if (await Accepted(db, now, dryRun, cancel) is { } refusal)
        {
            return PlanReport.Refused(refusal);
        }

        var plan = await Directory(db, week, now, only: null, cancel);
        progress?.Invoke(Read);
        var balances = new Dictionary<string, RunBalance>(StringComparer.Ordinal);
        foreach (var kind in kinds.Where(x => x.IsOn))
        {
            var decided = await kind.Decide(plan, cancel);
            progress?.Invoke(Decided);
            balances[kind.Kind] = dryRun ? RunBalance.Of(decided)
                : await runs.Open(kind.Kind, week.ToString(), decided, now, by, share => progress?.Invoke(Decided + ((1 - Decided) * share)), cancel);
        }

        return new PlanReport(null, balances);
    }

    /// <summary>Plans the week for one person, outside any run; a person of whom it is planned or withheld already keeps that.</summary>
    public async Task<PlanReport> One(Guid person, Week week, DateTimeOffset now, bool dryRun, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var plan = await Directory(db, week, now, person, cancel);
        var balances = new Dictionary<string, RunBalance>(StringComparer.Ordinal);
        foreach (var kind in kinds.Where(x => x.IsOn))
        {
            var decided = await kind.Decide(plan, cancel);
            balances[kind.Kind] = dryRun || decided.Count == 0 ? RunBalance.Of(decided) : await runs.One(kind.Kind, week.ToString(), decided.Single(), now, cancel);
        }

        return new PlanReport(null, balances);
    }

    /// <summary>Whether every kind that is on has its run of the week, planned to the end or cancelled.</summary>
    public async Task<bool> IsPlanned(Week week, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var kind in kinds.Where(x => x.IsOn))
        {
            if (await RunRows.Of(db, kind.Kind, week.ToString(), cancel) is not { } run || (run.CancelledAt is null && !await RunRows.IsComplete(db, run, cancel)))
            {
                return false;
            }
        }

        return true;
    }

    private static async Task<WeekToPlan> Directory(BotDb db, Week week, DateTimeOffset now, Guid? only, CancellationToken cancel)
    {
        await using var snapshot = db.BeginSnapshot();
        IReadOnlyList<Recipient> directory = only is not { } person ? await Recipients.Everybody(db, cancel)
            : await Recipients.One(db, person, cancel) is { } one ? [one]
            : [];
        return new WeekToPlan(week, now, directory, await Holidays.Read(db, cancel));
    }

    /// <summary>Takes the directory as it is now, when it is the first or little changed; else says why not.</summary>
    private async Task<string?> Accepted(BotDb db, DateTimeOffset now, bool dryRun, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var change = AcceptedDirectory.Change(db, today);
        if (change.Percent > settings.DirectoryChangePercent)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The directory changed by {change.Percent:0.#} % since it was last accepted ({change.Different} people are new, gone or moved; {change.Accepted} were accepted), and {settings.DirectoryChangePercent:0.#} % is the most that passes by itself. When the last import of people is right, import it once more with --accept.");
        }

        if (!dryRun && (change.Accepted == 0 || change.Different > 0))
        {
            await using var transaction = db.BeginFilling();
            AcceptedDirectory.Accept(db, today);
            await transaction.CommitAsync(cancel);
        }

        return null;
    }
}
