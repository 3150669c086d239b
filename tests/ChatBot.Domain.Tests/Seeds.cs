using FsCheck;
using FsCheck.Fluent;

namespace ChatBot.Domain.Tests;

/// <summary>Runs a property over random seeds. What FsCheck prints when it fails names the seed of the scene, and its own for a replay.</summary>
internal static class Seeds
{
    /// <summary>Always the same seeds, so that a failure is a failure for everybody; <c>FSCHECK_SEED</c> asks for others.</summary>
    private static readonly ulong Start = ulong.TryParse(Environment.GetEnvironmentVariable("FSCHECK_SEED"), out var asked) ? asked : 20260401;

    public static void Hold(int times, Action<int> property) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(Start, 1UL));
}
