using ChatBot.Domain.Appeals;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Reference;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>What is credited without anybody picking a level makes nobody worse off.</summary>
public sealed class CreditLevelTests
{
    private static readonly Rubric Rubric = Rubrics.Current with
    {
        CreditLevels = new Dictionary<string, Signals>(StringComparer.Ordinal) { ["regular"] = new(6, 0, 0, 0, 0), ["light"] = new(2, 0, 0, 0, 0), ["also light"] = new(2, 0, 0, 0, 0) },
    };

    [Theory]
    [InlineData(0, 0, "also light")]
    [InlineData(0, 8, "also light")]
    [InlineData(80, 8, "also light")]
    [InlineData(81, 8, "regular")]
    [InlineData(240, 8, "regular")]
    [InlineData(800, 8, "regular")]
    public void It_is_the_lowest_that_reaches_the_mean_of_the_counted_days_else_the_highest(int points, int days, string level) =>
        Assert.Equal(level, CreditLevel.Of(Case.WithSeat().Score() with { Points = points, EligibleDays = days }, Rubric));

    [Fact]
    public void Without_levels_there_is_none() =>
        Assert.Null(CreditLevel.Of(Case.WithSeat().Score(), Rubric with { CreditLevels = new Dictionary<string, Signals>(StringComparer.Ordinal) }));

    [Fact]
    public void Crediting_what_is_proposed_or_claimed_lowers_no_score_and_no_tier_where_a_level_reaches_the_mean()
    {
        var (credited, heavy) = (0, 0);
        Seeds.Hold(600, seed =>
        {
            var (scene, random) = (RandomPeople.Of(seed), new Random(seed));
            var before = scene.Score();
            var from = scene.Quarter.First.AddDays(random.Next(0, 60));
            var part = new AppealPart(from, from.AddDays(random.Next(0, 40)), random.Next(2) == 0 ? null : Tool.Copilot);
            foreach (var corrections in new[]
            {
                Proposals.Of(part, before, Rubrics.Current).Select(one => one.Correction).ToList(),
                [.. Claims.Of(Ground.NotCaptured, [part], scene.Inputs.Person.Id, before, Rubrics.Current, [], scene.AsOf)],
            })
            {
                if (corrections.Count == 0 || before.EligibleDays == 0 || before.Points > 30 * before.EligibleDays)
                {
                    continue;
                }

                var after = (scene with { Inputs = scene.Inputs with { Corrections = [.. scene.Inputs.Corrections, .. corrections] } }).Score();
                Assert.True(after.Score >= before.Score, $"{before.Score} fell to {after.Score}.");
                Assert.False(before.Verdict == SheetVerdict.Heavy && after.Verdict != SheetVerdict.Heavy, $"Heavy became {after.Verdict}.");
                Assert.False(before.Verdict == SheetVerdict.Light && after.Verdict is not (SheetVerdict.Light or SheetVerdict.Heavy), $"Light became {after.Verdict}.");
                credited += after.Points > before.Points ? 1 : 0;
                heavy += before.Verdict == SheetVerdict.Heavy ? 1 : 0;
            }
        });
        Assert.True(credited > 100 && heavy > 5, $"{credited} were credited something, {heavy} of the heavy: too few to say anything.");
    }
}
