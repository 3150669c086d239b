using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>The issuer changes its keys, and is not always there.</summary>
public sealed class IssuerTests : IAsyncLifetime
{
    private FakeTeams teams = null!;

    public async Task InitializeAsync() => teams = await FakeTeams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_key_published_after_the_first_fetch_is_accepted_within_the_same_request()
    {
        var clock = new MovableClock();
        await using var service = await TeamsService.Start(teams, clock);
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First));

        teams.Keys = [IssuerKey.First, IssuerKey.Second];
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.Second));
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First));
    }

    [Fact]
    public async Task A_key_that_was_withdrawn_is_refused_after_the_next_fetch()
    {
        var clock = new MovableClock();
        await using var service = await TeamsService.Start(teams, clock);
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First));

        teams.Keys = [IssuerKey.Second];
        clock.Advance(TimeSpan.FromHours(13));

        Assert.Equal(HttpStatusCode.Unauthorized, await Call(service, IssuerKey.First, clock));
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.Second, clock));
    }

    [Fact]
    public async Task Made_up_key_ids_cause_one_fetch_a_minute()
    {
        var clock = new MovableClock();
        await using var service = await TeamsService.Start(teams, clock);
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First));

        for (var i = 0; i < 50; i++)
        {
            var token = IssuerKey.Strangers.Sign(Tokens.Good(), new JsonObject { ["kid"] = $"made-up-{i}" });
            Assert.Equal(HttpStatusCode.Unauthorized, (await service.Post(Typing(), token)).StatusCode);
        }

        Assert.Equal(1, teams.KeyFetches);
    }

    [Fact]
    public async Task While_no_key_could_ever_be_fetched_callers_are_asked_to_come_again()
    {
        teams.MetadataUp = false;
        await using var service = await TeamsService.Start(teams);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Call(service, IssuerKey.First));

        teams.MetadataUp = true;

        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First));
    }

    [Fact]
    public async Task Fetched_keys_hold_for_a_day_while_the_issuer_is_away_and_no_longer()
    {
        var clock = new MovableClock();
        await using var service = await TeamsService.Start(teams, clock);
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First));

        teams.MetadataUp = false;
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, await Call(service, IssuerKey.First, clock));

        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Call(service, IssuerKey.First, clock));
    }

    [Fact]
    public async Task Entra_tokens_are_refused_until_they_are_switched_on_and_then_bound_to_listed_callers()
    {
        const string BotService = "d6d49420-f39b-4df7-a1dc-d59a935871db";
        const string Caller = "cccccccc-bbbb-4ccc-8ddd-eeeeeeeeeeee";
        string Token(string app, string tenant) => IssuerKey.First.Sign(Tokens.Good(
            ("iss", $"https://login.microsoftonline.com/{BotService}/v2.0"), ("tid", tenant), ("ver", "2.0"), ("azp", app), ("serviceurl", null)));

        await using (var off = await TeamsService.Start(teams))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await off.Post(Typing(), Token(Caller, BotService))).StatusCode);
        }

        await using var on = await TeamsService.Start(
            teams, null,
            ("Teams:AcceptEntraTokens", "true"), ("Teams:EntraCallers", Caller), ("Teams:EntraMetadata", "https://login.botframework.com/v1/.well-known/openidconfiguration"));
        Assert.Equal(HttpStatusCode.OK, (await on.Post(Typing(), Token(Caller, BotService))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await on.Post(Typing(), Token(TeamsService.AppId, BotService))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await on.Post(Typing(), Token(Caller, TeamsService.Tenant))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, await Call(on, IssuerKey.First));
    }

    private static async Task<HttpStatusCode> Call(TeamsService service, IssuerKey key, MovableClock? clock = null)
    {
        var shift = clock?.Shift.TotalMinutes ?? 0;
        var token = key.Sign(Tokens.Good(("nbf", Tokens.FromNow(shift - 1)), ("exp", Tokens.FromNow(shift + 60))));
        return (await service.Post(Typing(), token)).StatusCode;
    }

    private static JsonObject Typing() => Activities.Personal("typing", null, []);
}

/// <summary>The real clock, put forward by hand.</summary>
internal sealed class MovableClock : TimeProvider
{
    public TimeSpan Shift { get; private set; }

    public void Advance(TimeSpan by) => Shift += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
