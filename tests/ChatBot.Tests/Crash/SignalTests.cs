using System.Globalization;
using ChatBot.Domain.Deliveries;
using ChatBot.Simulator.Faults;
using Xunit.Abstractions;

namespace ChatBot.Tests.Crash;

/// <summary>Workers that are asked to stop, and workers that stand still for longer than they may.</summary>
[Collection("Crash")]
public sealed class SignalTests(ITestOutputHelper output)
{
    /// <summary>Every call is accepted at once and answered late, but before its sender gives up.</summary>
    private static readonly FaultPlan Slow = new([new FaultRule("accept-stall")], StallSeconds: 6, Limits: false);

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task A_worker_that_is_asked_to_stop_ends_within_ten_seconds_and_leaves_nothing_unknown(Database kind)
    {
        await using var scene = await DigestScene.Open(kind, CrashSizes.Of(60, 200), Slow);
        for (var stops = 0; stops < CrashSizes.Of(1, 10); stops++)
        {
            var worker = await scene.Start();
            await scene.InFlight(16);

            var (took, code) = await worker.Terminate();

            var rows = await scene.Rows();
            var stopped = await scene.Reckon();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: ended with {code} after {took.TotalSeconds:0.0} s; {stopped}"));
            Assert.Equal(0, code);
            Assert.InRange(took.TotalSeconds, 0, 10);
            Assert.DoesNotContain(rows, row => row.State is DeliveryState.Unknown or DeliveryState.Sending or DeliveryState.Claimed);
        }

        await scene.Simulator.Plan(new FaultPlan(Limits: false));
        await scene.Start();
        await scene.Drained();
        var reckoning = await scene.Reckon();
        reckoning.Balances(scene.Recipients);
        Assert.Empty(reckoning.Unknown);
    }

    [Theory]
    [OnPostgres]
    public async Task A_worker_that_stood_still_for_longer_than_its_lease_writes_nothing_any_more(Database kind)
    {
        await using var scene = await DigestScene.Open(kind, CrashSizes.Of(60, 1000), Slow);
        var frozen = await scene.Start();
        await scene.InFlight(16);
        await frozen.Freeze();
        var open = (await scene.Rows()).Where(row => row.State == DeliveryState.Sending).Select(row => row.Recipient).ToHashSet();

        await scene.Simulator.Plan(new FaultPlan(Limits: false));
        await scene.Start(ahead: TimeSpan.FromMinutes(1));
        await scene.Drained();
        var before = await scene.Rows();
        await frozen.Thaw();
        var (_, code) = await frozen.Terminate();

        var after = await scene.Rows();
        var reckoning = await scene.Reckon();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{open.Count} on their way when it stood still; {reckoning}"));
        Assert.Equal(0, code);
        reckoning.Balances(scene.Recipients);
        Assert.Equal(before.Select(row => (row.Recipient, row.State, row.Fence, row.StateAt)), after.Select(row => (row.Recipient, row.State, row.Fence, row.StateAt)));
        Assert.Equal(open, after.Where(row => row.State == DeliveryState.Unknown).Select(row => row.Recipient).ToHashSet());
    }
}
