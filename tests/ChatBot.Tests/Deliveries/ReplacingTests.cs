using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using ChatBot.Tests.Channels.Teams;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Deliveries;

/// <summary>A delivery that is put in place of a message of before: it replaces that one, or nothing is sent.</summary>
public sealed class ReplacingTests : IAsyncLifetime
{
    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Theory]
    [InlineData(200, "", DeliveryState.Sent, null, 1)]
    [InlineData(404, """{"error":{"code":"ActivityNotFoundInConversation"}}""", DeliveryState.Failed, "ActivityNotFoundInConversation", 1)]
    [InlineData(403, """{"error":{"code":"BadArgument"}}""", DeliveryState.Failed, "BadArgument", 1)]
    [InlineData(429, "", DeliveryState.Sent, null, 2)]
    [InlineData(412, "", DeliveryState.Sent, null, 2)]
    [InlineData(502, "", DeliveryState.Unknown, "http-502", 1)]
    public async Task It_replaces_the_message_or_ends_and_nothing_is_sent_instead(int status, string body, DeliveryState state, string? code, int calls)
    {
        if (status != 200)
        {
            teams.Fail(status, body);
        }

        await using var store = await TestDatabase.Create();
        var row = await Replace(store, "Teams");

        Assert.Equal((state, code, calls), (row.State, row.Code, teams.Calls.Count));
        Assert.All(teams.Calls, call => Assert.Equal(("PUT", "/v3/conversations/a:1/activities/1795313058950"), (call.Method, Path(call))));
        Assert.Equal(state == DeliveryState.Sent ? "1795313058950" : null, row.ProviderMessageId);
        Assert.True((await store.Query(db => db.Addresses.SingleAsync())).Reachable);
    }

    [Fact]
    public async Task A_message_of_a_channel_that_the_person_left_is_let_be()
    {
        await using var store = await TestDatabase.Create();

        var row = await Replace(store, "Slack");

        Assert.Equal((DeliveryState.WithheldAtSend, "Unreachable"), (row.State, row.Code));
        Assert.Empty(teams.Calls);
    }

    private async Task<DeliveryRow> Replace(TestDatabase store, string channel)
    {
        await Worker.Person(store, teams, 1);
        await Worker.Plan(store, Worker.Due(Worker.Quiet, 1));
        var posted = new PostedMessage(channel, "1795313058950");
        await using var worker = await Worker.Start(store, services => services.Kitchen(_ => new Making.Ready(Note.Card("This was corrected")) { Replaces = posted }));
        return Assert.Single(await Worker.Until(store));
    }

    private static string Path(Received call) => Uri.UnescapeDataString(new Uri(call.Url).AbsolutePath);
}
