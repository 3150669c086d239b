using ChatBot.Commands.Demo;
using ChatBot.Domain.Calendar;

namespace ChatBot.Tests.Commands.Demo;

public class DemoPeopleTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(300)]
    [InlineData(2000)]
    [InlineData(5003)]
    [InlineData(65000)]
    public void There_are_exactly_as_many_people_as_asked_for_in_one_tree_of_five_or_six_tiers(int people)
    {
        var members = Of(people).Members;

        Assert.Equal(people, members.Count);
        Assert.Single(members, member => member.Boss is null);
        var depth = members.Max(Tier);
        Assert.InRange(depth, 4, 6);
        Assert.All(members.Where(member => member.Team >= 0), member => Assert.Equal(depth, Tier(member)));
    }

    [Fact]
    public void Small_teams_are_many_and_large_ones_few()
    {
        var sizes = Of(65000).Members.Where(member => member.Team >= 0).GroupBy(member => member.Team).Select(team => team.Count()).ToList();

        Assert.InRange(sizes.Count(size => size is >= 3 and < 6), 1.5 * sizes.Count(size => size is >= 20 and < 30), sizes.Count);
        // Zipf with exponent one: as many teams of 5 to 9 people as of 10 to 19.
        Assert.InRange(sizes.Count(size => size is >= 5 and < 10) / (double)sizes.Count(size => size is >= 10 and < 20), 0.85, 1.2);
        Assert.InRange(sizes.Max(), 40, 60);
    }

    [Fact]
    public void Addresses_logins_and_ids_are_nobody_elses_and_can_be_written_in_ascii()
    {
        using var demo = new DemoFixture(2000, 1);
        var people = demo.Csv("people.csv");

        foreach (var column in (string[])["email", "entra_object_id", "slack_user_id"])
        {
            Assert.Equal(2000, people.Select(person => person[column]).Distinct(StringComparer.Ordinal).Count());
            Assert.All(people, person => Assert.True(person[column].All(char.IsAscii), person[column]));
        }

        Assert.All(people, person => Assert.Equal(4, Guid.ParseExact(person["entra_object_id"], "D").Version));
        Assert.Contains(people, person => !person["name"].All(char.IsAscii));
        Assert.Equal(
            11, people.Where(person => person["github_login"].Length > 0).GroupBy(person => person["github_login"], StringComparer.OrdinalIgnoreCase).Count(login => login.Count() == 2));
    }

    [Fact]
    public void Managers_are_people_of_the_file_and_offices_lie_in_many_zones_and_countries()
    {
        using var demo = new DemoFixture(300, 1);
        var people = demo.Csv("people.csv");
        var emails = people.Select(person => person["email"]).ToHashSet(StringComparer.Ordinal);

        Assert.Single(people, person => person["manager_email"].Length == 0);
        Assert.All(people.Where(person => person["manager_email"].Length > 0), person => Assert.Contains(person["manager_email"], emails));
        Assert.All(people, person => Assert.True(TimeZoneInfo.TryFindSystemTimeZoneById(person["time_zone"], out _), person["time_zone"]));
        Assert.All(people.Where(person => person["working_days"].Length > 0), person => Assert.True(WorkingDays.TryParse(person["working_days"], out _)));
        Assert.InRange(people.Select(person => person["country"]).Distinct(StringComparer.Ordinal).Count(), 8, 30);
        Assert.InRange(people.Select(person => person["time_zone"]).Distinct(StringComparer.Ordinal).Count(), 8, 30);
        Assert.InRange(people.Count(person => person["roles"].Contains("reviewer", StringComparison.Ordinal)), 4, 7);
        Assert.Single(people, person => person["roles"] == "auditor");
    }

    [Fact]
    public void Every_name_of_the_lists_has_a_plain_spelling()
    {
        Assert.Equal("lucja", Names.Plain("Łucja"));
        Assert.Equal("yildiz", Names.Plain("Yıldız"));
        Assert.Equal("weiss", Names.Plain("Weiß"));
        Assert.Equal("obrien", Names.Plain("O'Brien"));
        Assert.Equal("haakon", Names.Plain("Haakon"));
        Assert.Equal(20_000, Of(20_000).Members.Select(member => member.Email).Distinct(StringComparer.Ordinal).Count());
    }

    private static Organisation Of(int people) => Organisation.Of(new DemoOrder(people, 10, DemoFixture.Until, 3));

    private static int Tier(Member member) => member.Boss is null ? 1 : 1 + Tier(member.Boss);
}
