using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>
/// What time does to cases. Each is moved on in a commit of its own, by the same rules and with the same news as a press of a button; where somebody was first,
/// or another node runs it too, it is left to the next time.
/// </summary>
internal sealed partial class RunClocks(IDbContextFactory<BotDb> databases, IServiceScopeFactory scopes, GroupCommit commits, TimeProvider clock, ILogger<RunClocks> log)
{
    /// <summary>Nothing has more events of the clock due at once.</summary>
    private const int MostSteps = 4;

    private static readonly AppealState[] Ended = [AppealState.Closed, AppealState.Withdrawn];

    /// <summary>Does what is due.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.Appeals.AsNoTracking().Where(x => !EF.Constant(Ended).Contains(x.State)).ToListAsync(cancel);
        var cases = rows.Select(Cases.Read).ToList();
        var chart = await OrgCharts.Around(
            db, cases.SelectMany(x => new[] { x.Appeal.Person, x.Appeal.Reviewer ?? x.Appeal.Person }.Concat(x.Appeal.SetBy).Concat(x.Appeal.FirstReviewers)), DateOnly.FromDateTime(now.UtcDateTime), cancel);
        foreach (var found in cases)
        {
            try
            {
                if (Due(found.Appeal, now, chart) is { } due)
                {
                    await MoveOn(found.Appeal.Id, due, now, cancel);
                }
                else
                {
                    await Remind(found, now, chart, cancel);
                }
            }
            catch (OvertakenException)
            {
                LogOvertaken(log, found.Appeal.Id);
            }
        }
    }

    /// <summary>What is due of a case: what time does to it, else its release by who may not decide it any more.</summary>
    private static AppealEvent? Due(Appeal appeal, DateTimeOffset now, OrgChart chart) =>
        AppealRules.Due(appeal, now)
        ?? (AppealRules.Apply(appeal, new AppealEvent.Release(), Actor.Clock, now, chart).Appeal is null ? null : new AppealEvent.Release());

    private async Task MoveOn(Guid id, AppealEvent? due, DateTimeOffset now, CancellationToken cancel)
    {
        for (var steps = 0; due is not null && steps < MostSteps; steps++)
        {
            await using var scope = scopes.CreateAsyncScope();
            var (parts, effects) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TurnEffects>());
            var found = await Cases.Find(parts.GetRequiredService<BotDb>(), id, cancel);
            var applied = await parts.GetRequiredService<ActOnCase>().Do(found, due, Actor.Clock, now, null, cancel);
            await commits.Run(effects.WriteTo, cancel);
            due = applied.Appeal is { } after ? AppealRules.Due(after, now) : null;
        }
    }

    /// <summary>Tells who should know that few days are left, or that nobody has taken the case: once on each level, whoever it is.</summary>
    private async Task Remind(Case found, DateTimeOffset now, OrgChart chart, CancellationToken cancel)
    {
        var appeal = found.Appeal;
        NewsStep? step = AppealRules.IsWarningDue(appeal, now) ? NewsStep.Warning
            : appeal is { IsOpen: true, Reviewer: null } && (appeal.Level == 2 || appeal.FirstClaimedAt is null) && appeal.Calendar.Day(now) > appeal.Clock.TriageBy ? NewsStep.Triage
            : null;
        if (step is not { } reminding)
        {
            return;
        }

        IReadOnlyList<Guid> people = reminding == NewsStep.Warning && appeal.Reviewer is { } holder ? [holder] : Independence.IndependentReviewers(chart, appeal);
        await commits.Run(async (db, stop) =>
        {
            var period = NumberedStep.Key(appeal, reminding, appeal.Level, appeal.Person).Period;
            if (people.Count > 0 && !await db.Deliveries.AnyAsync(x => x.Kind == AppealKinds.Case && x.Period == period, stop))
            {
                Outbox.Plan(db, [.. people.Select(x => new PlannedDelivery(NumberedStep.Key(appeal, reminding, appeal.Level, x), appeal.Id, now))], now);
            }
        }, cancel);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Somebody was first at case {Case}; the clock looks at it next time.")]
    private static partial void LogOvertaken(ILogger log, Guid @case);
}
