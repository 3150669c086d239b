using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Commands;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Without credentials: for one machine, in Development, and nowhere else.</summary>
public sealed class OpenServiceTests(OpenTeams running) : IClassFixture<OpenTeams>
{
    private readonly FakeTeams teams = running.Teams;
    private readonly TeamsService service = running.Service;

    [Theory]
    [InlineData("http://localhost:56150/_connector", "msteams")]
    [InlineData("http://127.0.0.1:56150/_connector/", "emulator")]
    [InlineData("http://[::1]:56150", "emulator")]
    public async Task An_activity_of_this_machine_is_answered_without_a_token(string serviceUrl, string channel)
    {
        var response = await service.Post(Local(serviceUrl, channel), token: null);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(string.Empty, (await teams.Wait(1))[^1].Authorization);
        Assert.DoesNotContain(service.Sent, sent => sent.Token || sent.Address.Host.Contains("login", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ServiceAddressTests.Hostile), MemberType = typeof(ServiceAddressTests))]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost.evil.com/")]
    [InlineData("http://localhost@evil.com/")]
    [InlineData("http://127.0.0.2:56150/")]
    [InlineData("http://192.168.1.2:56150/")]
    public async Task An_activity_with_an_address_elsewhere_is_refused(string serviceUrl)
    {
        if (serviceUrl is "http://localhost:3978/" or "http://127.0.0.1:56150/_connector")
        {
            return; // Hostile to a service with credentials, and right here.
        }

        var before = service.Sent.Count;

        var response = await service.Post(Local(serviceUrl, "msteams"), token: null);

        Assert.True(response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{response.StatusCode}");
        Assert.Equal(before, service.Sent.Count);
    }

    [Theory]
    [InlineData("Host", "bot.example.com")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    public async Task A_call_that_came_through_a_name_or_proxy_is_refused(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new StringContent(Local("http://localhost:56150", "msteams").ToJsonString(), null, "application/json"),
        };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Unauthorized, (await service.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Outside_development_missing_credentials_stop_the_service_with_a_sentence()
    {
        await using var database = await TestDatabase.Create();
        await using var error = new StringWriter();
        var code = await Cli.Run(
            ["serve", "--environment=Production", "--Listening:Url=http://localhost:0", "--Help:Contact=help@example.com", "--database", database.Address.Connection], TextWriter.Null, error);

        Assert.Equal(Cli.Failed, code);
        Assert.Contains("Teams:AppId", error.ToString(), StringComparison.Ordinal);
    }

    private static JsonObject Local(string serviceUrl, string channel)
    {
        var activity = Activities.Message("help");
        activity["serviceUrl"] = serviceUrl;
        activity["channelId"] = channel;
        return activity;
    }
}
