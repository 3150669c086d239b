using System.Reflection;
using ChatBot.Commands.Demo;

namespace ChatBot.Tests.Commands.Demo;

public class DemoTruthTests
{
    private static readonly string[] AllSituations =
    [
        .. typeof(Situations).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => !field.Name.EndsWith("Reason", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!),
    ];

    [Theory]
    [InlineData(2000, 20, 50)]
    [InlineData(300, 1, 5)]
    [InlineData(60, 1, 1)]
    public void Every_situation_is_planted_often_enough_and_some_people_are_in_two(int people, int least, int leastBoth)
    {
        using var demo = new DemoFixture(people, 100);
        var truth = demo.Csv("truth.csv");

        foreach (var situation in AllSituations.Where(situation => people >= 300 || situation is not (Situations.Heavy or Situations.Light or Situations.ClaudeCodeOnly)))
        {
            Assert.InRange(truth.Count(row => row["situation"] == situation), least, people);
        }

        var both = truth.Where(row => row["situation"] != Situations.ProviderOutage).GroupBy(row => row["email"], StringComparer.Ordinal).Count(person => person.Count() >= 2);
        Assert.InRange(both, leastBoth, people);
    }

    [Fact]
    public void Everybody_is_in_it_and_has_one_verdict_only()
    {
        using var demo = new DemoFixture(2000, 100);
        var truth = demo.Csv("truth.csv").GroupBy(row => row["email"], StringComparer.Ordinal).ToList();

        Assert.Equal(2000, truth.Count);
        Assert.All(truth, person => Assert.Single(person.Select(row => row["expected_verdict"]).Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public void Each_cause_has_the_verdict_that_it_was_planted_for()
    {
        using var demo = new DemoFixture(2000, 120);
        var truth = demo.Csv("truth.csv").ToLookup(row => row["situation"], row => row["expected_verdict"], StringComparer.Ordinal);

        void Gives(string situation, params string[] verdicts) =>
            Assert.Equal(verdicts.Order(StringComparer.Ordinal), truth[situation].Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        Gives(Situations.Heavy, "Heavy");
        Gives(Situations.Light, "Light");
        Gives(Situations.NoUse, "Non");
        Gives(Situations.SeatSilent, "Non");
        Gives(Situations.Borderline, "Heavy", "Light");
        Gives(Situations.TelemetryOff, "NotMeasurable(TelemetryOff)", "TooNew");
        Gives(Situations.OldClient, "NotMeasurable(ClientTooOld)", "OnLeave");
        Gives(Situations.Bedrock, "NotMeasurable(Bedrock)");
        Gives(Situations.UnmatchedLogin, "NotMeasurable(AccountNotLinked)");
        Gives(Situations.AmbiguousLogin, "NotMeasurable(AccountNotLinked)");
        Gives(Situations.NoLicence, "NotMeasurable(NoLicence)");
        Gives(Situations.NotReported, "NotMeasurable(NotReported)");
        Gives(Situations.SealedArea, "NotMeasurable(SealedNetwork)");
        Gives(Situations.NewSeat, "TooNew");
        Gives(Situations.NewHire, "TooNew");
        Gives(Situations.Leaver, "Left");
        Gives(Situations.OnLeave, "OnLeave");
        Gives(Situations.PartTime1, "NotMeasurable(TooFewDays)");
        Gives(Situations.PartTime2, "Heavy", "Light");
        Gives(Situations.TeamSilent, "Heavy", "Light");
        Gives(Situations.OfficeProxy, "Heavy", "Light");
        Gives(Situations.LongLeave, "Heavy", "Light", "NotMeasurable(TooFewDays)");
    }

    [Fact]
    public void Early_in_a_quarter_nobody_has_a_tier()
    {
        using var demo = new DemoFixture(300, 100, until: new DateOnly(2026, 10, 12));

        Assert.DoesNotContain(demo.Csv("truth.csv"), row => row["expected_verdict"] is "Heavy" or "Light" or "Non");
        Assert.Contains(demo.Csv("truth.csv"), row => row["expected_verdict"] == "NotMeasurable(TooFewDays)");
    }
}
