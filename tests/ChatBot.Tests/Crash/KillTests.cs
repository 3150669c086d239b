using System.Globalization;
using ChatBot.Simulator.Faults;
using Xunit.Abstractions;

namespace ChatBot.Tests.Crash;

/// <summary>Weekly summaries go out while the processes that send them are killed at random moments. Each run says its seed.</summary>
[Collection("Crash")]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int MostInFlight = 16;

    private readonly Random random = new(CrashSizes.Seed);
    private int kills;

    [Theory]
    [OnSqlite]
    public async Task Nothing_is_lost_or_doubled_when_the_only_worker_is_killed_again_and_again(Database kind)
    {
        var (people, wanted) = (CrashSizes.Of(300, 10_000), CrashSizes.Of(4, 50));
        await using var scene = await DigestScene.Open(kind, people, new FaultPlan(Limits: false, LatencyMilliseconds: 40), held: true);

        while (kills < wanted)
        {
            var worker = scene.Launch();
            if (random.Next(5) == 0)
            {
                // In the middle of starting, when it takes up what the one before it left.
                await Task.WhenAny(Task.Delay(random.Next(3000)), worker.Listening);
            }
            else
            {
                await worker.Listening;
                await InTheMiddle(scene, people / wanted);
            }

            await Kill(worker);
        }

        await scene.Release(people);
        await scene.Start();
        await Balances(scene, people);
    }

    [Theory]
    [OnPostgres]
    public async Task Nothing_is_lost_or_doubled_when_one_of_three_workers_is_killed_again_and_again(Database kind)
    {
        var (people, wanted) = (CrashSizes.Of(300, 10_000), CrashSizes.Of(3, 50));
        await using var scene = await DigestScene.Open(kind, people, new FaultPlan(Limits: false, LatencyMilliseconds: 200), held: true);
        var workers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => scene.Start()));

        while (kills < wanted)
        {
            await InTheMiddle(scene, people / wanted);
            var unlucky = random.Next(workers.Length);
            await Kill(workers[unlucky]);
            workers[unlucky] = await scene.Start();
        }

        // What the killed ones had is taken up when its lease is over; a worker whose clock is ahead need not wait for that.
        await scene.Release(people);
        await scene.Start(ahead: TimeSpan.FromMinutes(1));
        await Balances(scene, people);
    }

    /// <summary>Lets the next part go out and waits until a random number of it, less than half, has been accepted: then the rest is under way.</summary>
    private async Task InTheMiddle(DigestScene scene, int part)
    {
        var accepted = await scene.Simulator.Accepted();
        await scene.Release(part);
        await scene.Accepted(accepted + random.Next(1, part / 2));
    }

    private async Task Kill(WorkerProcess worker)
    {
        await Task.Delay(random.Next(30));
        await worker.Kill();
        kills++;
    }

    private async Task Balances(DigestScene scene, int people)
    {
        await scene.Drained();
        var reckoning = await scene.Reckon();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {CrashSizes.Seed}, {kills} kills, {people} recipients; {reckoning}; mean unknown per kill {(double)reckoning.Unknown.Count / kills:0.0}"));
        output.WriteLine("unknown: " + string.Join(' ', reckoning.Unknown));
        reckoning.Balances(people);
        Assert.InRange(reckoning.Unknown.Count, 0, kills * MostInFlight);
        Assert.True(reckoning.Messages >= people - reckoning.Unknown.Count);
    }
}
