using ChatBot.Domain.Scores;
using Xunit.Abstractions;

namespace ChatBot.Domain.Tests.Reference;

public sealed class ScorerAgreesWithReference(ITestOutputHelper output)
{
    [Fact]
    public void On_thousands_of_random_people_in_every_day_and_total()
    {
        var verdicts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        Seeds.Hold(6000, seed =>
        {
            var scene = RandomPeople.Of(seed);
            var sheet = scene.Score();
            var expected = new ReferenceScorer(scene.Facts, scene.Quarter, scene.AsOf, scene.Inputs).Score();
            Assert.Equal(expected.Days, sheet.Days.Select(d => new ReferenceDay(d.Day, d.LeftOut, d.Reason, d.Use, d.Points)));
            Assert.Equal(
                (expected.Verdict, expected.Reason, expected.Borderline, expected.Points, expected.Eligible, expected.Active, expected.LastUse),
                (sheet.Verdict, sheet.Reason, sheet.Borderline, sheet.Points, sheet.EligibleDays, sheet.ActiveDays, sheet.LastUse));
            var name = Verdicts.Of(sheet).ToString();
            verdicts[name] = verdicts.GetValueOrDefault(name) + 1;
        });
        foreach (var (verdict, count) in verdicts)
        {
            output.WriteLine($"{verdict} {count}");
        }

        // A generator that no longer makes some kind of person would compare nothing there.
        Assert.All(Enum.GetNames<SheetVerdict>(), verdict => Assert.True(verdicts.Where(x => x.Key.StartsWith(verdict, StringComparison.Ordinal)).Sum(x => x.Value) >= 30, verdict));
    }
}
