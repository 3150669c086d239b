using System.Globalization;
using ChatBot.Domain.Deliveries;
using ChatBot.Simulator.Faults;
using Xunit.Abstractions;

namespace ChatBot.Tests.Crash;

/// <summary>Weekly summaries through a provider that lies and fails.</summary>
[Collection("Faults")]
public sealed class FaultTests(ITestOutputHelper output)
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Of_five_percent_accepted_and_cut_off_nothing_is_sent_again_and_exactly_those_are_unknown(Database kind)
    {
        var people = CrashSizes.Of(300, 20_000);
        await using var scene = await DigestScene.Open(kind, people, new FaultPlan([new FaultRule("accept-cut", 0.05)], CrashSizes.Seed, Limits: false));

        await scene.Start();
        await scene.Drained();

        var (reckoning, ledger) = (await scene.Reckon(), await scene.Simulator.Ledger());
        output.WriteLine($"{kind}: {reckoning}");
        reckoning.Balances(people);
        Assert.Equal(people, reckoning.Messages);
        Assert.Equal(ledger.Where(entry => entry.Shown == "cut").Select(entry => entry.Recipient).Order(StringComparer.Ordinal), reckoning.Unknown);
        Assert.InRange(reckoning.Unknown.Count, people / 40, people / 10);
    }

    /// <summary>Which end each answer of the provider leads to.</summary>
    [Theory]
    [OnSqlite]
    public async Task Each_answer_of_the_provider_ends_as_what_it_says(Database kind)
    {
        (string Fault, DeliveryState End)[] answers =
        [
            ("accept-cut", DeliveryState.Unknown), ("accept-500", DeliveryState.Unknown), ("accept-stall", DeliveryState.Unknown),
            ("429", DeliveryState.Sent), ("429-bare", DeliveryState.Sent), ("412", DeliveryState.Sent),
            ("blocked", DeliveryState.Failed), ("writes-blocked", DeliveryState.Failed), ("404", DeliveryState.Failed),
            ("502", DeliveryState.Unknown), ("504", DeliveryState.Unknown), ("cut", DeliveryState.Unknown),
        ];
        var expected = answers.Select((answer, i) => (Account: string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{i:x12}"), answer.Fault, answer.End)).ToArray();
        await using var scene = await DigestScene.Open(
            kind, 60, new FaultPlan([.. expected.Select(x => new FaultRule(x.Fault, Recipients: [x.Account], Times: 1))], Limits: false, RetryAfterSeconds: 1));

        await scene.Start();
        await scene.Drained();

        var reckoning = await scene.Reckon();
        output.WriteLine(reckoning.ToString());
        reckoning.Balances(60);
        var ends = await scene.Ends();
        Assert.Equal(expected.Select(x => (x.Fault, x.End)), expected.Select(x => (x.Fault, ends[x.Account])));
        Assert.All(ends.Where(end => expected.All(x => x.Account != end.Key)), end => Assert.Equal(DeliveryState.Sent, end.Value));
    }
}
