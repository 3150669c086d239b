using System.Text.Json.Nodes;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Tests.Scores;

public sealed class RubricTests
{
    [Fact]
    public void The_shipped_rubric_is_2026_1()
    {
        var rubric = Rubrics.Current;
        Assert.Equal("2026.1", rubric.Version);
        Assert.Equal((50, 20, 10, 20, 0), (rubric.Prompt.Most, rubric.AgentSession.Most, rubric.ReviewRequest.Most, rubric.Acceptance.Most, rubric.Generation.Most));
        Assert.Equal((25m, 0.5m, 2.5m, 0.05m), (rubric.HeavyScore, rubric.HeavyRate, rubric.BorderlineScore, rubric.BorderlineRate));
        Assert.Equal((10, 28, 28, 0.5m, 4), (rubric.NeededDays, rubric.NewDays, rubric.NonDays, rubric.NonCoveredShare, rubric.NonCoveredDays));
        Assert.Equal((0.1m, 10, 30, 5), (rubric.StandingAbout, rubric.StandingOthers, rubric.MedianOthers, rubric.StandingRounding));
    }

    [Theory]
    [InlineData("signals.prompt.weight", "6", "The caps add up to 110 points a day, not to 100.")]
    [InlineData("signals.prompt.cap", "9", "The caps add up to 95 points a day, not to 100.")]
    [InlineData("signals.prompt.weight", "1", "A prompt (1) does not outweigh an acceptance (1): initiating acts must.")]
    [InlineData("signals.review_request.weight", "1", "A review request (1) does not outweigh an acceptance (1): initiating acts must.")]
    [InlineData("signals.agent_session.weight", "1", "A agent session (1) does not outweigh an acceptance (1): initiating acts must.")]
    [InlineData("signals.acceptance.cap", "25", "Accepting alone reaches heavy: 25 points a day against 25.")]
    [InlineData("signals.agent_session.cap", "3", "Opening sessions alone reaches heavy: 30 points a day against 25.")]
    [InlineData("signals.generation.weight", "1", "One of weight and cap of generation is 0 and the other is not.")]
    [InlineData("signals.generation", "{\"weight\":1,\"cap\":1}", "A generation is worth points: what the tool writes is no act of the person.")]
    [InlineData("signals.acceptance.weight", "-1", "Weight and cap of acceptance are not both between 0 and 100.")]
    [InlineData("signals.acceptance.cap", "2000", "Weight and cap of acceptance are not both between 0 and 100.")]
    [InlineData("signals.acceptance.cap", "81", "All initiating acts of a day together do not outweigh accepting.")]
    [InlineData("signals.prompt.weight", "\"5\"", "The member 'signals.prompt.weight' is not a whole number.")]
    [InlineData("signals.prompt.weight", "5.5", "The member 'signals.prompt.weight' is not a whole number.")]
    [InlineData("signals.prompt", "5", "The member 'signals.prompt' is not an object.")]
    [InlineData("signals.merge", "{}", "The member 'signals.merge' is not known.")]
    [InlineData("hysteresis", "2", "The member 'hysteresis' is not known.")]
    [InlineData("version", "2026", "The member 'version' is not a text.")]
    [InlineData("version", "\"\"", "The version is not 1 to 32 letters, digits, dots or dashes.")]
    [InlineData("version", "\"a b\"", "The version is not 1 to 32 letters, digits, dots or dashes.")]
    [InlineData("heavy.score", "0", "The score of heavy is not above 0 and at most 100.")]
    [InlineData("heavy.score", "\"25\"", "The member 'heavy.score' is not a number.")]
    [InlineData("heavy.rate", "1.01", "The rate of heavy is not above 0 and at most 1.")]
    [InlineData("borderline.score", "25", "The borderline of the score is not at least 0 and below the score of heavy.")]
    [InlineData("borderline.rate", "-0.1", "The borderline of the rate is not at least 0 and below the rate of heavy.")]
    [InlineData("needed_days", "0", "The needed eligible days are not between 1 and 60.")]
    [InlineData("new_days", "-1", "The days until somebody is no longer new are not between 0 and 90.")]
    [InlineData("non.days", "29", "The days without use are not between 1 and 28.")]
    [InlineData("non.covered_share", "0", "The share of covered days is not above 0 and at most 1.")]
    [InlineData("non.covered_days", "29", "The number of covered days is not between 1 and the days without use.")]
    [InlineData("standing.about", "1", "How far from the median is about the same is not at least 0 and below 1.")]
    [InlineData("standing.others", "9", "A standing with fewer than 10 others would point at people.")]
    [InlineData("standing.others_for_median", "29", "A median shown with fewer than 30 others would point at people.")]
    [InlineData("credit_levels", "[]", "The member 'credit_levels' is not an object.")]
    [InlineData("credit_levels.light", "2", "The member 'credit_levels.light' is not an object.")]
    [InlineData("credit_levels.light", "{}", "The credit level 'light' brings no points.")]
    [InlineData("credit_levels.Light", "{\"prompt\":1}", "A credit level's name is not 1 to 32 lower-case letters or dashes.")]
    [InlineData("credit_levels.light.prompt", "11", "A count of the credit level 'light' is not between 1 and the signal's cap.")]
    [InlineData("credit_levels.light.prompt", "0", "A count of the credit level 'light' is not between 1 and the signal's cap.")]
    [InlineData("credit_levels.light.prompt", "null", "The member 'credit_levels.light.prompt' is not a whole number.")]
    [InlineData("credit_levels.light.generation", "1", "The member 'credit_levels.light.generation' is not known.")]
    [InlineData("standing.rounded_to", "1", "A group size or median rounded to less than 5 would point at people.")]
    public void A_rubric_that_does_not_hold_is_refused_with_a_sentence(string path, string value, string sentence)
    {
        var reading = Rubric.Read(Changed(path, JsonNode.Parse(value)));
        Assert.Null(reading.Rubric);
        Assert.Contains(sentence.Replace("A agent", "An agent", StringComparison.Ordinal), reading.Problems);
    }

    [Fact]
    public void Every_member_is_required()
    {
        foreach (var path in Paths(JsonNode.Parse(Rubrics.CurrentJson)!.AsObject(), "").Where(path => !path.StartsWith("credit_levels", StringComparison.Ordinal)))
        {
            var reading = Rubric.Read(Without(path));
            Assert.Null(reading.Rubric);
            Assert.Equal([$"The member '{path}' is missing."], reading.Problems);
        }
    }

    [Fact]
    public void Credit_levels_may_be_left_away_and_then_there_are_none()
    {
        Assert.Equal([("light", 10), ("regular", 30)], Rubrics.Current.CreditLevels.Select(level => (level.Key, Rubrics.Current.Points(level.Value))).Order());
        Assert.Empty(Rubric.Read(Without("credit_levels")).Rubric!.CreditLevels);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("not json")]
    public void What_is_not_json_is_refused(string text) => Assert.StartsWith("The file is not JSON", Assert.Single(Rubric.Read(text).Problems), StringComparison.Ordinal);

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    public void What_is_no_object_is_refused(string text) => Assert.Equal(["The file is not a JSON object."], Rubric.Read(text).Problems);

    [Fact]
    public void A_member_that_is_there_twice_is_refused() =>
        Assert.Equal(["The member 'version' is there twice."], Rubric.Read(Rubrics.CurrentJson.Replace("\"needed_days\"", "\"version\": \"2\", \"needed_days\"", StringComparison.Ordinal)).Problems);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() => Assert.Equal(2, Rubric.Read(Changed("signals.prompt.cap", JsonNode.Parse("20"), "needed_days", JsonNode.Parse("0"))).Problems.Count);

    private static string Changed(string path, JsonNode? value, string? second = null, JsonNode? secondValue = null)
    {
        var root = JsonNode.Parse(Rubrics.CurrentJson)!.AsObject();
        var (parent, name) = Find(root, path);
        parent[name] = value;
        if (second is not null)
        {
            root[second] = secondValue;
        }

        return root.ToJsonString();
    }

    private static string Without(string path)
    {
        var root = JsonNode.Parse(Rubrics.CurrentJson)!.AsObject();
        var (parent, name) = Find(root, path);
        parent.Remove(name);
        return root.ToJsonString();
    }

    private static (JsonObject Parent, string Name) Find(JsonObject root, string path)
    {
        var names = path.Split('.');
        return (names[..^1].Aggregate(root, (at, name) => at[name]!.AsObject()), names[^1]);
    }

    private static IEnumerable<string> Paths(JsonObject node, string prefix) => node.SelectMany(member =>
        (IEnumerable<string>)[prefix + member.Key, .. member.Value is JsonObject inner ? Paths(inner, $"{prefix}{member.Key}.") : []]);
}
