using ChatBot.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace ChatBot.Tests.Layout;

/// <summary>Two nodes on one PostgreSQL share the triggers, and one goes on when the other has stopped.</summary>
public sealed class ClusterTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory, OnPostgres]
    public async Task Nodes_share_one_trigger_for_each_work_and_one_goes_on_without_the_other(Database on)
    {
        await using var database = await TestDatabase.Create(on);
        string[] settings = ["--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:BotDb={database.Address.Connection}", "--LocalPage:Enabled=false"];
        await using var first = await Serve.Open(settings, TextWriter.Null, CancellationToken.None);
        await using var second = await Serve.Open(settings, TextWriter.Null, CancellationToken.None);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        await first.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var scheduler = await second.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var ran = new Ran();
        scheduler.ListenerManager.AddJobListener(ran);

        Assert.Equal(Schedule.Works.Count, await database.Query(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from qrtz_triggers").SingleAsync()));

        await first.StopAsync();
        var work = new JobKey("inbox");
        await scheduler.TriggerJob(work, null, CancellationToken.None);

        Assert.Equal(work, await ran.First.WaitAsync(Patience));
        await second.StopAsync();
    }

    /// <summary>Tells the first job that ran through.</summary>
    private sealed class Ran : IJobListener
    {
        private readonly TaskCompletionSource<JobKey> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<JobKey> First => first.Task;

        public string Name => "ran";

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (jobException is null)
            {
                first.TrySetResult(context.JobDetail.Key);
            }

            return ValueTask.CompletedTask;
        }
    }
}
