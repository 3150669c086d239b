using ChatBot.Simulator.Faults;
using Xunit.Abstractions;

namespace ChatBot.Tests.Crash;

/// <summary>People who contest their score while the weekly summaries go out, which name it.</summary>
[Collection("Crash")]
public sealed class FilingTests(ITestOutputHelper output)
{
    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task No_summary_leaves_after_its_person_has_contested_not_even_after_a_kill(Database kind)
    {
        const int Seed = 4;
        var random = new Random(Seed);
        await using var scene = await DigestScene.Open(kind, CrashSizes.Of(60, 600), new FaultPlan(Limits: false));
        var people = (await scene.Rows()).Select(row => row.Recipient).ToArray();
        random.Shuffle(people);
        var contested = new List<(string Account, bool HadLeft)>();
        var worker = await scene.Start(perSecond: 30);
        for (var filed = 0; filed < people.Length / 2; filed++)
        {
            await scene.Accepted(filed / 2);
            contested.Add(await scene.Contest(people[filed]));
            if (filed == people.Length / 4)
            {
                await worker.Kill();
                worker = await scene.Start(perSecond: 30);
            }
        }

        await scene.Drained();

        var messages = (await scene.Simulator.Ledger()).Select(entry => entry.Recipient).ToHashSet(StringComparer.Ordinal);
        output.WriteLine($"{kind}, seed {Seed}: {contested.Count} contested, {contested.Count(x => x.HadLeft)} after their summary had left; {messages.Count} messages of {scene.Recipients}");
        Assert.DoesNotContain(contested, one => !one.HadLeft && messages.Contains(one.Account));
        Assert.Contains(contested, one => !one.HadLeft);
        Assert.Contains(contested, one => one.HadLeft);
        Assert.Contains(messages, account => !contested.Select(one => one.Account).Contains(account, StringComparer.Ordinal));
    }
}
