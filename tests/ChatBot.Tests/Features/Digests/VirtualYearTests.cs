using ChatBot.Tests.Commands.Demo;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Features.Digests;

/// <summary>
/// The planner, the sweep and the gate over a whole year of everybody's time zones: 2026 with its week 53, all changes of clocks, holidays, leave, people who
/// move, choose, pause and stop, an outage of three days over a Monday, and a machine whose clock jumps.
/// </summary>
public sealed class VirtualYearTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Nobody_gets_two_in_a_week_or_one_when_they_are_not_at_work() => await Run(perZone: 1);

    [FullRunFact]
    public async Task The_same_holds_for_five_people_in_every_zone() => await Run(perZone: 5);

    private async Task Run(int perZone)
    {
        await using var year = await VirtualYear.Of(perZone, seed: 20260401);

        await year.Pass();

        output.WriteLine(year.ToString());
        Assert.Empty(year.Wrongs);
        Assert.InRange(year.Zones, 400, 1000);
        Assert.Equal(54, year.Runs); // 2025-W52 to 2026-W53, which goes in 2027.
        Assert.All(year.Balances, x => Assert.Equal(x.Recipients, x.Planned + x.Withheld));
        Assert.True(year.Sent > 0.75 * year.People * year.Runs, $"{year.Sent} were sent to {year.People} people");
        Assert.True(year.Late > 0 && year.Expired > 0 && year.WithheldAtSend > 0, "Nothing was late: the outage was none.");
    }
}
