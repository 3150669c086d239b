using System.Diagnostics;
using ChatBot.Domain.Groups;
using Xunit.Abstractions;

namespace ChatBot.Domain.Tests.Groups;

/// <summary>
/// The attack that figures about groups must stand: every department head, and every chief above them, keeps every figure that anybody in their tree is shown,
/// week by week over a change of quarter, and reckons. Classes never change, which is the worst case. Two controls show that the attacker can reckon:
/// the same figures on each week's own members, and figures that keep k and nothing else.
/// </summary>
public sealed class DisclosureAttackTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(Threshold.Usual)]
    [InlineData(Threshold.Floor)]
    public void A_department_head_who_reckons_with_every_figure_for_months_finds_nobody(int k) => Hold(departments: 30, seed: 1, k);

    [FullFact]
    public void Six_hundred_department_heads_who_reckon_with_every_figure_for_months_find_nobody() => Hold(departments: 600, seed: 2, Threshold.Usual);

    [FullFact]
    public void They_find_nobody_at_the_lowest_threshold_either() => Hold(departments: 600, seed: 3, Threshold.Floor);

    private void Hold(int departments, int seed, int k)
    {
        var watch = Stopwatch.StartNew();
        var run = new AttackRun(new Company(departments, seed), Threshold.Of(k));
        run.Live(weeks: 16);
        var within = run.Found(AttackRun.Figures.WithinAQuarter);
        var across = run.Found(AttackRun.Figures.AllTogether);
        var moving = run.Found(AttackRun.Figures.OnEachWeeksMembers);
        var bare = run.Found(AttackRun.Figures.WithKOnly);
        output.WriteLine($"k {k}, seed {seed}: {run.People} people, {departments} departments, 16 weeks, {watch.Elapsed.TotalSeconds:0.0} s");
        output.WriteLine($"class determined: within a quarter {within.Determined.Count}, over both {across.Determined.Count}; certainly not of some class: {within.Excluded}, {across.Excluded}");
        output.WriteLine($"controls: on each week's members {moving.Determined.Count}, with k only {bare.Determined.Count} ({100.0 * bare.Determined.Count / run.People:0.0} %)");
        output.WriteLine($"team cells published {run.TeamsPublished:P1}, mean error of the shares told {run.MeanError:0.00} points");

        Assert.Empty(within.Determined);
        Assert.Empty(across.Determined);
        Assert.True(bare.Determined.Count > run.People / 10, "An attacker who finds few without protection proves nothing.");
        Assert.True(moving.Determined.Count > run.People / 500, "An attacker who cannot read rounded figures proves nothing.");
        Assert.True(run.TeamsPublished >= 0.55);
        Assert.True(run.MeanError <= 8 || k < Threshold.Usual);
    }
}
