using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams.Inbound;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Who may speak to the bot: tokens posted to the running service, their keys fetched from the running issuer.</summary>
public sealed class TokenTests(RunningTeams running) : IClassFixture<RunningTeams>
{
    private readonly FakeTeams teams = running.Teams;
    private readonly TeamsService service = running.Service;

    public static TheoryData<string> HostileNames() => [.. Hostile().Keys];

    public static TheoryData<string> GoodNames() => [.. Good().Keys];

    [Theory]
    [MemberData(nameof(HostileNames))]
    public async Task A_hostile_token_is_refused_and_nothing_leaves_the_service(string name)
    {
        var response = await service.Post(Typing(), Hostile()[name]);

        Assert.True(response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.RequestHeaderFieldsTooLarge, $"{name} was answered {response.StatusCode}");
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Empty(teams.Calls);
    }

    [Fact]
    public void There_are_at_least_forty_hostile_tokens() => Assert.True(Hostile().Count >= 40, $"{Hostile().Count}");

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task A_good_token_is_accepted(string name)
    {
        var response = await service.Post(Typing(), Good()[name]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer {0} {0}")]
    [InlineData("Token {0}")]
    [InlineData("{0}")]
    [InlineData("Bearer {0},Bearer {0}")]
    public async Task A_header_that_is_not_one_bearer_token_is_refused(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Typing().ToJsonString(), null, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", header.Replace("{0}", IssuerKey.First.Sign(Tokens.Good()), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Bearer  x.y.z")]
    [InlineData("Bearer\tx.y.z")]
    [InlineData(" Bearer x.y.z")]
    [InlineData("Bearer x.y.z ")]
    [InlineData("Bearer x..z")]
    [InlineData("Bearer x.y.z,Bearer x.y.z")]
    public void Only_two_words_with_one_space_between_are_a_bearer_token(string header)
    {
        Assert.Null(BearerToken.Read(header));
        Assert.Equal("x.y.z", BearerToken.Read("bearer x.y.z"));
    }

    [Fact]
    public async Task Two_authorization_headers_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(Typing().ToJsonString(), null, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", ["Bearer " + IssuerKey.First.Sign(Tokens.Good()), "Bearer x.y.z"]);

        Assert.NotEqual(HttpStatusCode.OK, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("channelId", "webchat")]
    [InlineData("channelId", "directline")]
    [InlineData("channelId", "email")]
    [InlineData("channelId", "emulator")]
    [InlineData("channelId", "MSTEAMS")]
    [InlineData("channelId", "")]
    [InlineData("serviceUrl", "https://smba.trafficmanager.net/amer/")]
    [InlineData("serviceUrl", "https://smba.infra.gcc.teams.microsoft.com/emea/")]
    [InlineData("serviceUrl", "")]
    public async Task A_good_token_does_not_carry_another_channel_or_address(string member, string value)
    {
        var activity = Typing();
        activity[member] = value;

        Assert.Equal(HttpStatusCode.Forbidden, (await service.Post(activity)).StatusCode);
    }

    [Theory]
    [InlineData("99999999-2222-4333-8444-555555555555")]
    [InlineData("")]
    public async Task A_tenant_that_is_not_listed_is_refused(string tenant)
    {
        var activity = Typing();
        activity["channelData"]!["tenant"]!["id"] = tenant;
        activity["conversation"]!["tenantId"] = tenant;

        Assert.Equal(HttpStatusCode.Forbidden, (await service.Post(activity)).StatusCode);
    }

    [Fact]
    public async Task Two_tenants_in_one_activity_are_refused()
    {
        var activity = Typing();
        activity["conversation"]!["tenantId"] = "99999999-2222-4333-8444-555555555555";

        Assert.Equal(HttpStatusCode.BadRequest, (await service.Post(activity)).StatusCode);
    }

    /// <summary>The official package judges the same tokens, see <c>tests/oracles-teams</c>.</summary>
    [Fact]
    public void The_tokens_are_written_for_the_official_judge()
    {
        static JsonNode Entry(string name, string token, bool accepted) => new JsonObject { ["name"] = name, ["token"] = token, ["accepted"] = accepted };
        var file = new JsonObject
        {
            ["appId"] = TeamsService.AppId,
            ["madeAt"] = Tokens.FromNow(0) * 1000,
            ["activity"] = Typing(),
            ["keys"] = new JsonArray([.. teams.Keys.Select(key => key.Jwk())]),
            ["tokens"] = new JsonArray([.. Good().Select(pair => Entry(pair.Key, pair.Value, true)), .. Hostile().Select(pair => Entry(pair.Key, pair.Value, false))]),
        };
        var path = Path.Combine(Layout.Repository.Root, "artifacts", "teams-tokens.json");
        File.WriteAllText(path, file.ToJsonString());

        Assert.True(new FileInfo(path).Length > 10_000);
    }

    private static JsonObject Typing() => Activities.Personal("typing", null, []);

    private static Dictionary<string, string> Good()
    {
        var first = IssuerKey.First;
        return new(StringComparer.Ordinal)
        {
            ["plain"] = first.Sign(Tokens.Good()),
            ["ended four minutes ago"] = first.Sign(Tokens.Good(("exp", Tokens.FromNow(-4)), ("nbf", Tokens.FromNow(-60)))),
            ["begins in four minutes"] = first.Sign(Tokens.Good(("nbf", Tokens.FromNow(4)))),
            ["no beginning"] = first.Sign(Tokens.Good(("nbf", null))),
            ["RS384"] = first.Sign(Tokens.Good(), new() { ["alg"] = "RS384" }),
            ["RS512"] = first.Sign(Tokens.Good(), new() { ["alg"] = "RS512" }),
            ["no typ"] = first.Sign(Tokens.Good(), new() { ["typ"] = "" }),
            ["second key"] = IssuerKey.Second.Sign(Tokens.Good()),
            ["service address in other case"] = first.Sign(Tokens.Good(("serviceurl", "https://SMBA.trafficmanager.net/EMEA/"))),
            ["service address without slash"] = first.Sign(Tokens.Good(("serviceurl", "https://smba.trafficmanager.net/emea"))),
        };
    }

    private static Dictionary<string, string> Hostile()
    {
        var (first, good) = (IssuerKey.First, IssuerKey.First.Sign(Tokens.Good()));
        var parts = good.Split('.');
        JsonNode strangersKey = IssuerKey.Strangers.Jwk();
        return new(StringComparer.Ordinal)
        {
            ["alg none, no signature"] = first.Sign(Tokens.Good(), new() { ["alg"] = "none" }),
            ["alg none, good signature"] = Replaced(parts, 0, IssuerKey.Text("""{"alg":"none","typ":"JWT","kid":"first"}""")),
            ["alg None"] = Replaced(parts, 0, IssuerKey.Text("""{"alg":"None","typ":"JWT","kid":"first"}""")),
            ["alg missing"] = Replaced(parts, 0, IssuerKey.Text("""{"typ":"JWT","kid":"first"}""")),
            ["alg unknown"] = Replaced(parts, 0, IssuerKey.Text("""{"alg":"XX256","typ":"JWT","kid":"first"}""")),
            ["HS256 with the public key"] = first.Sign(Tokens.Good(), new() { ["alg"] = "HS256" }),
            ["PS256"] = first.Sign(Tokens.Good(), new() { ["alg"] = "PS256" }),
            ["ES256 named, RS256 signed"] = first.Sign(Tokens.Good(), new() { ["alg"] = "ES256" }),
            ["RS384 named, RS256 signed"] = Replaced(parts, 0, IssuerKey.Text("""{"alg":"RS384","typ":"JWT","kid":"first"}""")),
            ["no signature"] = $"{parts[0]}.{parts[1]}.",
            ["signature of another token"] = Replaced(parts, 2, IssuerKey.First.Sign(Tokens.Good(("x", 1))).Split('.')[2]),
            ["signature cut short"] = good[..^10],
            ["signature with one bit changed"] = Replaced(parts, 2, (parts[2][0] == 'A' ? 'B' : 'A') + parts[2][1..]),
            ["payload changed"] = Replaced(parts, 1, IssuerKey.Text(Tokens.Good(("x", 1)).ToJsonString())),
            ["stranger's key under a known id"] = IssuerKey.Strangers.Sign(Tokens.Good(), new() { ["kid"] = "first" }),
            ["stranger's key under its own id"] = IssuerKey.Strangers.Sign(Tokens.Good()),
            ["second key under the first id"] = IssuerKey.Second.Sign(Tokens.Good(), new() { ["kid"] = "first" }),
            ["key id missing"] = first.Sign(Tokens.Good(), new() { ["kid"] = "" }),
            ["key id in other case"] = first.Sign(Tokens.Good(), new() { ["kid"] = "FIRST" }),
            ["key id a path"] = first.Sign(Tokens.Good(), new() { ["kid"] = "../../etc/passwd" }),
            ["key in the header"] = IssuerKey.Strangers.Sign(Tokens.Good(), new() { ["jwk"] = strangersKey.DeepClone() }),
            ["address of keys in the header"] = IssuerKey.Strangers.Sign(Tokens.Good(), new() { ["jku"] = "https://evil.example/keys" }),
            ["address of a certificate in the header"] = IssuerKey.Strangers.Sign(Tokens.Good(), new() { ["x5u"] = "https://evil.example/cert" }),
            ["critical header nobody knows"] = first.Sign(Tokens.Good(), new() { ["crit"] = new JsonArray("x"), ["x"] = 1 }),
            ["type is not JWT"] = first.Sign(Tokens.Good(), new() { ["typ"] = "secevent+jwt" }),
            ["ended six minutes ago"] = first.Sign(Tokens.Good(("exp", Tokens.FromNow(-6)), ("nbf", Tokens.FromNow(-60)))),
            ["ended five minutes and a second ago"] = first.Sign(Tokens.Good(("exp", Tokens.FromNow(-5) - 1), ("nbf", Tokens.FromNow(-60)))),
            ["begins in six minutes"] = first.Sign(Tokens.Good(("nbf", Tokens.FromNow(6)))),
            ["no end"] = first.Sign(Tokens.Good(("exp", null))),
            ["end is text"] = first.Sign(Tokens.Good(("exp", "tomorrow"))),
            ["end is negative"] = first.Sign(Tokens.Good(("exp", -1))),
            ["end before beginning"] = first.Sign(Tokens.Good(("nbf", Tokens.FromNow(3)), ("exp", Tokens.FromNow(2)))),
            ["audience another bot"] = first.Sign(Tokens.Good(("aud", "bbbbbbbb-bbbb-4ccc-8ddd-eeeeeeeeeeee"))),
            ["audience in upper case"] = first.Sign(Tokens.Good(("aud", TeamsService.AppId.ToUpperInvariant()))),
            ["audience missing"] = first.Sign(Tokens.Good(("aud", null))),
            ["audience empty"] = first.Sign(Tokens.Good(("aud", ""))),
            ["audience two, ours among them"] = first.Sign(Tokens.Good(("aud", new JsonArray(TeamsService.AppId, "another")))),
            ["audience the connector: our own outbound token"] = first.Sign(Tokens.Good(("aud", "https://api.botframework.com"))),
            ["audience begins with ours"] = first.Sign(Tokens.Good(("aud", TeamsService.AppId + "0"))),
            ["issuer with a slash"] = first.Sign(Tokens.Good(("iss", "https://api.botframework.com/"))),
            ["issuer of the government cloud"] = first.Sign(Tokens.Good(("iss", "https://api.botframework.us"))),
            ["issuer missing"] = first.Sign(Tokens.Good(("iss", null))),
            ["issuer in upper case"] = first.Sign(Tokens.Good(("iss", "HTTPS://API.BOTFRAMEWORK.COM"))),
            ["issuer of the emulator, version 1"] = first.Sign(Tokens.Good(("iss", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"), ("appid", TeamsService.AppId), ("ver", "1.0"))),
            ["issuer of the emulator, version 2"] = first.Sign(Tokens.Good(("iss", "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0"), ("azp", TeamsService.AppId), ("ver", "2.0"))),
            ["issuer our own tenant: replayed outbound token"] = first.Sign(Tokens.Good(("iss", $"https://login.microsoftonline.com/{TeamsService.Tenant}/v2.0"), ("azp", TeamsService.AppId))),
            ["issuer evil"] = first.Sign(Tokens.Good(("iss", "https://api.botframework.com.evil.example"))),
            ["service address missing"] = first.Sign(Tokens.Good(("serviceurl", null))),
            ["service address empty"] = first.Sign(Tokens.Good(("serviceurl", ""))),
            ["service address of another host"] = first.Sign(Tokens.Good(("serviceurl", "https://evil.example/emea/"))),
            ["service address of another region"] = first.Sign(Tokens.Good(("serviceurl", "https://smba.trafficmanager.net/amer/"))),
            ["service address as serviceUrl"] = first.Sign(Tokens.Good(("serviceurl", null), ("serviceUrl", TeamsService.ServiceUrl))),
            ["service address a list"] = first.Sign(Tokens.Good(("serviceurl", new JsonArray(TeamsService.ServiceUrl)))),
            ["key endorsed for Web Chat only"] = IssuerKey.WebChatOnly.Sign(Tokens.Good()),
            ["key without endorsements"] = IssuerKey.Unendorsed.Sign(Tokens.Good()),
            ["payload is no JSON"] = first.Sign("nonsense"),
            ["payload is a list"] = first.Sign("[]"),
            ["payload is empty"] = first.Sign("{}"),
            ["header is no JSON"] = Replaced(parts, 0, IssuerKey.Text("nonsense")),
            ["one part"] = parts[0],
            ["two parts"] = $"{parts[0]}.{parts[1]}",
            ["four parts"] = good + "." + parts[2],
            ["encrypted form"] = string.Join('.', parts[0], parts[1], parts[2], parts[1], parts[2]),
            ["not base64url"] = $"{parts[0]}.{parts[1]}.+/=",
            ["padded"] = good + "==",
            ["17 KB"] = first.Sign(Tokens.Good(("padding", new string('x', 12_500)))),
            ["more than any header may have"] = first.Sign(Tokens.Good(("padding", new string('x', 30_000)))),
        };
    }

    private static string Replaced(string[] parts, int index, string part) => string.Join('.', parts.Select((old, i) => i == index ? part : old));
}
