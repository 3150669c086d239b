using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Features.Appeals;
using ChatBot.Features.Digests;
using ChatBot.Features.Help;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using Npgsql;
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
            "release",
            "0 * * * * ?",
            "A run's first few go out alone; when ten minutes have passed quietly after them, nobody should have to wait much longer.",
            (parts, cancel) => parts.GetRequiredService<Runs>().ReleaseQuiet(cancel)),
        new(
            "sheets",
            "0 20 0 * * ?",
            "A day settles on the fourth day after it, at midnight UTC; then every sheet is a day older. Who asks before is computed at once.",
            Scoring.Nightly),
        new(
            "team-figures",
            "0 40 0 ? * TUE",
            "Monday to Friday have settled and the night's sheets are there; no digest needs the figures before 01:00.",
            TeamPhrases.Weekly),
        new(
            "notices",
            "0 10 * * * ?",
            "Who joined is told what is measured within a working day; nothing else about them goes out before.",
            (parts, cancel) => parts.GetRequiredService<PlanNotices>().Run(cancel)),
        new(
            "digests",
            "0 0/15 * * * ?",
            "Time zones differ by quarters of an hour. It plans a week once, for everybody's own hour; every other time there is nothing to do.",
            (parts, cancel) => parts.GetRequiredService<DigestSweep>().Run(cancel)),
        new(
            "findings",
            "0 0/5 * * * ?",
            "A ruling that fills a hole in the data may hold for others; five minutes later nobody has thought of anything else yet. Mostly there is nothing to do.",
            (parts, cancel) => parts.GetRequiredService<LookForOthers>().Run(cancel)),
        new(
            "cases",
            "0 7/15 * * * ?",
            "Days end at each person's own midnight, and zones differ by quarters of an hour. A missed clock moves a case on, and reviewers are told before it does.",
            (parts, cancel) => parts.GetRequiredService<RunClocks>().Run(cancel)),
        new(
            "inbox",
            "0 40 3 * * ?",
            "Channels repeat an event for hours at most; after 30 days the key of a finished one serves nobody. At night nobody waits for the lock.",
            (parts, cancel) => parts.GetRequiredService<Inbox>().Forget(TimeSpan.FromDays(30), cancel)),
        new(
            "tokens",
            "0 45 3 * * ?",
            "A button whose token ran out says so without it; the rows serve nobody.",
            ActionTokens.ForgetOld),
    ];

    /// <summary>
    /// Registers them. On PostgreSQL the nodes share Quartz' clustered store, so each work happens on one of them and goes on when that one is gone;
    /// an embedded database has one process, which keeps its triggers in memory.
    /// </summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services, IConfiguration configuration)
    {
        var database = DatabaseAddress.Of(configuration.GetConnectionString("BotDb"), configuration.Read<StorageSettings>());
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = "chatbot");
            if (database.IsPostgres)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.Connection);
                    store.ProvisionSchema();
                    store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
                    store.UseClustering(cluster =>
                    {
                        cluster.CheckinInterval = TimeSpan.FromSeconds(5);
                        cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
                    });
                });
            }

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
            // While nodes of two versions run, the older one may be handed a work that only the newer one knows; it is safe to miss.
            if (Works.SingleOrDefault(work => work.Name == context.JobDetail.Key.Name) is { } work)
            {
                await using var scope = scopes.CreateAsyncScope();
                await work.Run(scope.ServiceProvider, cancellationToken);
            }
        }
    }
}
