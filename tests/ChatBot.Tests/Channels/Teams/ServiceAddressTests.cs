using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams;
using ChatBot.Channels.Teams.Inbound;
using ChatBot.Channels.Teams.Outbound;
using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Channel = ChatBot.Chat.Channel;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>Whoever chooses the address that answers go to, chooses who gets the bot's token.</summary>
public sealed class ServiceAddressTests(RunningTeams running) : IClassFixture<RunningTeams>
{
    private readonly TeamsService service = running.Service;

    public static TheoryData<string> Hostile() =>
    [
        "http://smba.trafficmanager.net/",
        "http://smba.trafficmanager.net/emea/",
        "https://evil.trafficmanager.net/",
        "https://trafficmanager.net/",
        "https://x.smba.trafficmanager.net/",
        "https://x.smba.trafficmanager.net.evil.com/",
        "https://smba.trafficmanager.net.evil.com/",
        "https://smba.trafficmanager.net@evil.com/",
        "https://smba.trafficmanager.net:pw@evil.com/",
        "https://evil.com@smba.trafficmanager.net/",
        "https://smba.trafficmanager.net:8443/",
        "https://smba.trafficmanager.net:443/",
        "https://smba.trafficmanager.net./",
        "https://smba.trafficmanager.net%2eevil.com",
        "https://smba.trafficmanager.net%00.evil.com/",
        "https://smba。trafficmanager。net",
        "https://ѕmba.trafficmanager.net/",
        "https://xn--mba-lxd.trafficmanager.net/",
        "https://evil.com/smba.trafficmanager.net/",
        "https://evil.com/?https://smba.trafficmanager.net/",
        "https://evil.com\\smba.trafficmanager.net/",
        "https://smba.trafficmanager.net\\@evil.com/",
        "https://smba.trafficmanager.net#@evil.com/",
        "https://smba.trafficmanager.net?@evil.com/",
        "https://smba.trafficmanager.net/emea/?x=1",
        "https://smba.trafficmanager.net/emea/#x",
        "https://smba.trafficmanager.net/../x",
        "https://smba.trafficmanager.net/%2e%2e/x",
        "https://169.254.169.254/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://127.1/",
        "https://127.0.0.1/",
        "https://0x7f000001/",
        "https://2130706433/",
        "https://0177.0.0.1/",
        "https://localhost/",
        "http://localhost:3978/",
        "http://127.0.0.1:56150/_connector",
        "https://10.0.0.1/",
        "file:///etc/passwd",
        "gopher://smba.trafficmanager.net/",
        "ftp://smba.trafficmanager.net/",
        "javascript:alert(1)",
        "data:text/plain,x",
        "//evil.com",
        "//smba.trafficmanager.net/",
        "/emea/",
        "smba.trafficmanager.net",
        "https:smba.trafficmanager.net",
        "https:/smba.trafficmanager.net/",
        "https:///smba.trafficmanager.net/",
        "https://",
        "https:// smba.trafficmanager.net/",
        " https://smba.trafficmanager.net/",
        "https://smba.trafficmanager.net/ ",
        "https://smba.trafficmanager.net/\n",
        "https://smba.trafficmanager.net\r\nHost: evil.com/",
        "https://hooks.slack.com.evil.com/",
        "https://hooks.slack.com@evil/",
        "https://hooks.slack.com/actions/T0/1/x",
        "https://api.botframework.com.evil.com/",
        "https://smba.trafficmanager.net/" + new string('x', 8192),
        "",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task An_activity_with_a_hostile_service_address_is_refused_and_no_request_leaves(string address)
    {
        var before = service.Sent.Count(sent => sent.Address.Host != "login.botframework.com");
        var activity = Activities.Message("what's my score");
        activity["serviceUrl"] = address;

        var response = await service.Post(activity, IssuerKey.First.Sign(Tokens.Good(("serviceurl", address))));

        Assert.True((int)response.StatusCode is 400 or 401 or 403 or 431, $"{response.StatusCode}");
        Assert.Equal(before, service.Sent.Count(sent => sent.Address.Host != "login.botframework.com"));
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_kept_address_that_turned_hostile_gets_neither_request_nor_token(string address)
    {
        var before = service.Sent.Count;
        var channel = service.Services.GetServices<IChannel>().Single(channel => channel.Channel == Channel.Teams);

        var outcome = await channel.Send(Address(address), new OutgoingCard(new JsonObject { ["type"] = "AdaptiveCard" }, "A card."), new Unhindered(), CancellationToken.None);

        Assert.Equal(new SendOutcome.Refused("address", Gone: false), outcome);
        Assert.Equal(before, service.Sent.Count);
        Assert.Empty(running.Teams.Calls);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.TRAFFICMANAGER.NET/")]
    [InlineData("https://smba.trafficmanager.net")]
    [InlineData("https://smba.trafficmanager.net/amer/11111111-2222-4333-8444-555555555555/")]
    [InlineData("https://smba.trafficmanager.net/amer-client-ss.msg/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public void The_addresses_that_Teams_really_uses_are_good(string address)
    {
        var hosts = TeamsSettings.List(service.Services.GetRequiredService<TeamsSettings>().ServiceHosts);

        Assert.Equal(address.TrimEnd('/'), ServiceAddress.Check(address, hosts, loopback: false));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("fec0::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("64:ff9b::7f00:1")]
    public void Addresses_inside_are_not_public(string address) => Assert.False(TeamsHttp.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("52.113.194.132")]
    [InlineData("172.32.0.1")]
    [InlineData("2603:1037:1::1")]
    public void Addresses_outside_are_public(string address) => Assert.True(TeamsHttp.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public async Task A_name_that_leads_inside_at_the_moment_of_connecting_is_not_connected_to()
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        using var client = new HttpClient(TeamsHttp.Handler(loopback: false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback])));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://smba.trafficmanager.net:{((IPEndPoint)inside.LocalEndpoint).Port}/")));

        Assert.True(Attempts.NeverLeft(refused));
        Assert.False(inside.Pending());
    }

    [Fact]
    public async Task The_companys_proxy_may_lie_inside_and_is_the_only_thing_inside_that_is_connected_to()
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var way = new WebProxy("proxy.corp.example", ((IPEndPoint)proxy.LocalEndpoint).Port);
        using var client = new HttpClient(TeamsHttp.Handler(loopback: false, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), way));

        var asked = client.GetAsync(new Uri("https://smba.trafficmanager.net/"));
        using var connected = await proxy.AcceptTcpClientAsync();
        using var reader = new StreamReader(connected.GetStream());
        Assert.Equal("CONNECT smba.trafficmanager.net:443 HTTP/1.1", await reader.ReadLineAsync());
        await connected.GetStream().WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
        await Assert.ThrowsAsync<HttpRequestException>(() => asked);

        way.BypassList = ["inside\\.example"];
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://inside.example:{way.Address!.Port}/")));
        Assert.False(proxy.Pending());
    }

    private static AddressRow Address(string serviceUrl) => new()
    {
        Person = new Guid("00000000-0000-0000-0000-000000000001"), Channel = "Teams", Tenant = TeamsService.Tenant, Account = "29:1alice", Conversation = "a:1personal",
        ServiceUrl = serviceUrl, Reachable = true, SetAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>Lets everything leave at once.</summary>
    private sealed class Unhindered : IDeparture
    {
        public Task<bool> Slot(CancellationToken cancel) => Task.FromResult(true);

        public Task<bool> Leave(CancellationToken cancel) => Task.FromResult(true);
    }
}
