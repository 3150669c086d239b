using System.Globalization;
using ChatBot.Domain.Tests.Groups;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>Whatever anybody does in whichever order, what is promised of appeals holds.</summary>
public sealed class AppealRunTests
{
    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("FSCHECK_SEED"), CultureInfo.InvariantCulture, out var asked) ? asked : 20260401;

    [Fact]
    public void Twenty_thousand_random_sequences_keep_every_promise() => Run(20_000);

    [FullFact]
    public void A_million_random_sequences_keep_every_promise() => Run(1_000_000);

    private static void Run(int count)
    {
        var (rulings, escalations) = (0, 0);
        Parallel.For(0, count, i =>
        {
            var run = new AppealRun(unchecked(FirstSeed + i)).Go();
            Interlocked.Add(ref rulings, run.Rulings);
            Interlocked.Add(ref escalations, run.Escalations);
        });

        // A generator that no longer gets far would promise nothing.
        Assert.True(rulings > count / 5 && escalations > count / 20, $"{rulings} rulings and {escalations} escalations in {count} sequences");
    }
}
