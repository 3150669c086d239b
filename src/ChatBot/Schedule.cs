using ChatBot.Chat;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using Quartz;

namespace ChatBot;

/// <summary>One thing that happens by itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cron">When, UTC: seconds, minutes, hours, day of month, month, day of week.</param>
/// <param name="Why">Why then.</param>
/// <param name="Run">What.</param>
internal sealed record ScheduledWork(string Name, string Cron, string Why, Func<IServiceProvider, CancellationToken, Task> Run);

/// <summary>Everything that happens by itself, in one table. The works are safe to run twice and to miss: each looks at what there is to do.</summary>
internal static class Schedule
{
    public static IReadOnlyList<ScheduledWork> Works { get; } =
    [
        new(
            "left-overs",
            "0 5/10 * * * ?",
            "A send whose process was killed can be heard of no more after some minutes; the person may have been told.",
            (parts, cancel) => parts.GetRequiredService<DeliveryLedger>().SettleLeftOvers(TimeSpan.FromMinutes(10), cancel)),
        new(
            "sheets",
            "0 20 0 * * ?",
            "A day settles on the fourth day after it, at midnight UTC; then every sheet is a day older. Who asks before is computed at once.",
            Scoring.Nightly),
        new(
            "inbox",
            "0 40 3 * * ?",
            "Channels repeat an event for hours at most; after 30 days the key of a finished one serves nobody. At night nobody waits for the lock.",
            (parts, cancel) => parts.GetRequiredService<Inbox>().Forget(TimeSpan.FromDays(30), cancel)),
    ];

    public static IServiceCollection AddSchedule(this IServiceCollection services)
    {
        services.AddQuartz(quartz =>
        {
            foreach (var work in Works)
            {
                var key = new JobKey(work.Name);
                quartz.AddJob<Job>(job => job.WithIdentity(key).WithDescription(work.Why).StoreDurably());
                quartz.AddTrigger(trigger => trigger.ForJob(key).WithIdentity(work.Name).WithCronSchedule(work.Cron, cron => cron.InTimeZone(TimeZoneInfo.Utc)));
            }
        });
        return services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>Runs the work of its key in a scope of its own.</summary>
    [DisallowConcurrentExecution]
    private sealed class Job(IServiceScopeFactory scopes) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            await using var scope = scopes.CreateAsyncScope();
            await Works.Single(work => work.Name == context.JobDetail.Key.Name).Run(scope.ServiceProvider, cancellationToken);
        }
    }
}
