using System.Globalization;
using ChatBot.Domain.Scores;

namespace ChatBot.Tests.Commands.Demo;

public class DemoScoringTests
{
    [Theory]
    [InlineData(400, 120, 1, "2026-11-21")]
    [InlineData(400, 100, 2, "2026-12-30")]
    [InlineData(400, 40, 3, "2026-11-21")]
    [InlineData(300, 100, 4, "2026-10-20")]
    [InlineData(300, 100, 5, "2026-10-05")]
    [InlineData(300, 100, 6, "2026-12-31")]
    [InlineData(300, 100, 7, "2027-01-24")]
    [InlineData(120, 20, 8, "2026-03-15")]
    [InlineData(60, 1, 9, "2026-11-21")]
    public async Task Everybody_is_told_what_was_planted_and_the_lines_add_up_to_the_score(int people, int days, int seed, string until)
    {
        using var demo = new DemoFixture(people, days, (ulong)seed, DateOnly.ParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        var scored = await ScoredInMemory.Of(demo);
        var truth = demo.Csv("truth.csv").GroupBy(row => row["email"], StringComparer.Ordinal);

        string[] wrong = [..
            from person in truth
            let expected = person.First()["expected_verdict"]
            let got = scored[person.Key]
            where got.Verdict.ToString() != expected
            select $"{person.Key} {string.Join('+', person.Select(row => row["situation"]))}: expected {expected}, got {got.Verdict} ({got.Sheet.Score:0.0}, {got.Sheet.Rate:0.00}, {got.Sheet.EligibleDays} days)"];

        Assert.True(wrong.Length == 0, string.Join(Environment.NewLine, wrong));
        Assert.All(scored.Values, one => Assert.Equal(one.Sheet.Points, one.Sheet.Days.SelectMany(day => day.Lines).Sum(line => line.Points)));
        Assert.All(truth.Where(person => person.Any(row => row["situation"] == "borderline")), person => Assert.Equal(
            scored[person.Key].Verdict.Kind is VerdictKind.Heavy or VerdictKind.Light, scored[person.Key].Sheet.Borderline));
    }
}
