using System.Text.Json.Nodes;
using ChatBot.Simulator.Faults;
using ChatBot.Simulator.Providers;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>Who is known, and who is told kindly that this is not for them.</summary>
public sealed class VisitorTests : SlackCompany
{
    private static readonly Guid Bob = new("00000000-0000-7000-8000-0000000000bb");

    [Theory]
    [InlineData("""{"is_restricted":true}""")]
    [InlineData("""{"is_ultra_restricted":true}""")]
    [InlineData("""{"deleted":true}""")]
    [InlineData("""{"is_bot":true}""")]
    [InlineData("""{"is_stranger":true}""")]
    [InlineData("""{"team_id":"T0PARTNER"}""")]
    [InlineData("""{"team_id":"T0PARTNER","enterprise_user":{"enterprise_id":"E0PARTNER"}}""")]
    public async Task A_guest_or_a_partner_is_told_kindly_that_this_is_not_for_them(string members)
    {
        Slack.Book.Put(Payloads.Alice, JsonNode.Parse(members)!.AsObject());

        await Service.Event(Payloads.Message("who am i"));
        await Service.Event(Payloads.Mention("who am i"));

        await Slack.Wait(2);
        Assert.All(Slack.Shown, reply => Assert.StartsWith("Hello! I only have something to say to people who work here", reply.Text(), StringComparison.Ordinal));
        Assert.Empty(await Database.Query(db => db.AccessRecords.ToListAsync()));
        Assert.Empty(await Database.Query(db => db.Addresses.ToListAsync()));
    }

    [Fact]
    public async Task A_member_of_another_workspace_of_the_organisation_is_one_of_us()
    {
        Slack.Book.Put(Payloads.Alice, JsonNode.Parse("""{"team_id":"T0SECOND","enterprise_user":{"enterprise_id":"E0ORG"}}""")!.AsObject());

        Assert.Contains("alice@example.com", await WhoAmI(Payloads.Alice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_a_slack_id_in_the_directory_is_known_by_their_confirmed_address()
    {
        await Database.Add(SlackCompany.Person(Bob, "bob@example.com", null));
        Slack.Book.Put("U0BOBBY", Email("Bob@Example.com"));

        Assert.Contains("bob@example.com", await WhoAmI("U0BOBBY"), StringComparison.Ordinal);
        Assert.Equal((Bob, "U0BOBBY"), await Database.Query(db => db.Addresses.Select(row => ValueTuple.Create(row.Person, row.Account)).SingleAsync()));
    }

    [Fact]
    public async Task A_former_address_is_known_too()
    {
        await Database.Add(SlackCompany.Person(Bob, "bob@example.com", null));
        await Database.Add(new PersonAliasRow { Email = "bob.old@example.com", Person = Bob });
        Slack.Book.Put("U0BOBBY", Email("bob.old@example.com"));

        Assert.Contains("bob@example.com", await WhoAmI("U0BOBBY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_confirmed_names_nobody()
    {
        await Database.Add(SlackCompany.Person(Bob, "bob@example.com", null));
        var user = Email("bob@example.com");
        user["is_email_confirmed"] = false;
        Slack.Book.Put("U0BOBBY", user);

        Assert.StartsWith("I don't know you yet", await WhoAmI("U0BOBBY"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_does_not_name_somebody_whom_the_directory_gives_another_slack_id()
    {
        Slack.Book.Put("U0EVE", Email("alice@example.com"));

        Assert.StartsWith("I don't know you yet", await WhoAmI("U0EVE"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slack_id_that_two_people_claim_names_nobody()
    {
        await Database.Add(SlackCompany.Person(Bob, "bob@example.com", Payloads.Alice));
        Slack.Book.Put(Payloads.Alice, Email("bob@example.com"));

        Assert.StartsWith("I don't know you yet", await WhoAmI(Payloads.Alice), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_slack_cannot_be_asked_only_the_directory_names_people()
    {
        await Database.Add(SlackCompany.Person(Bob, "bob@example.com", null));
        Slack.Book.Put("U0BOBBY", Email("bob@example.com"));
        Slack.Fail(new FaultRule("502", On: "users.info"));

        Assert.Contains("alice@example.com", await WhoAmI(Payloads.Alice), StringComparison.Ordinal);
        Assert.StartsWith("I don't know you yet", await WhoAmI("U0BOBBY"), StringComparison.Ordinal);
        await Service.Event(Payloads.Message("who am i", "U0FAR", new JsonObject { ["user_team"] = "T0PARTNER" }));
        Assert.StartsWith("Hello! I only", (await Slack.Wait(3)).Text(), StringComparison.Ordinal);
    }

    private async Task<string> WhoAmI(string user)
    {
        var before = Slack.Shown.Count;
        await Service.Event(Payloads.Message("who am i", user));
        return (await Slack.Wait(before + 1)).Text();
    }

    private static JsonObject Email(string email) => new() { ["profile"] = new JsonObject { ["email"] = email } };
}
