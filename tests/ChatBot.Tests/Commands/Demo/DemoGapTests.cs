using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Tests.Commands.Demo;

public class DemoGapTests
{
    [Fact]
    public async Task Whoever_of_the_silent_team_is_upheld_exactly_that_team_has_the_same_hole()
    {
        using var demo = new DemoFixture(2000, 120);
        var scored = await ScoredInMemory.Of(demo);
        var team = demo.Csv("truth.csv").Where(row => row["situation"] == "team-telemetry-silent").Select(row => row["email"]).Order(StringComparer.Ordinal).ToList();
        var rubric = Rubric.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "rubrics", "2026.1.json"))).Rubric!;
        Assert.True(team.Count >= 20);
        Assert.All(team, email =>
        {
            var (_, sheet) = scored[email];
            var proposal = Assert.Single(Proposals.Of(new AppealPart(sheet.Quarter.First, sheet.Quarter.Last, Tool.Copilot), sheet, rubric));
            var gap = DataGap.Of(proposal.Correction, sheet)!;
            Assert.Equal(team, scored.Where(one => gap.IsIn(one.Value.Sheet)).Select(one => one.Key).Order(StringComparer.Ordinal));
        });
    }
}
