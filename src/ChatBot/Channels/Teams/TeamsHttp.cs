using System.Net;
using System.Net.Sockets;

namespace ChatBot.Channels.Teams;

/// <summary>The HTTP clients of the channel. None follows redirects: the token would follow too.</summary>
internal static class TeamsHttp
{
    /// <summary>Name of the client that fetches signing keys.</summary>
    public const string Metadata = "teams-metadata";

    /// <summary>Name of the client that asks for outbound tokens.</summary>
    public const string Login = "teams-login";

    /// <summary>Name of the client that talks to the connector.</summary>
    public const string Connector = "teams-connector";

    /// <summary>Longest answer read, bytes.</summary>
    private const int MaxAnswer = 1024 * 1024;

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <summary>Adds the three clients.</summary>
    public static void AddTeamsHttp(this IServiceCollection services)
    {
        // A line in the log for each request would say nothing that the callers do not say better.
        services.AddHttpClient(Metadata, Bounded(seconds: 5)).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => Handler(loopback: false, Resolve));
        services.AddHttpClient(Login, Bounded(seconds: 10)).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => Handler(loopback: false, Resolve));
        services.AddHttpClient(Connector, Bounded(seconds: 15)).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(provider =>
            Handler(loopback: !provider.GetRequiredService<TeamsSettings>().HasCredentials, Resolve));
    }

    /// <summary>Looks a host name up.</summary>
    public delegate Task<IPAddress[]> Lookup(string host, CancellationToken cancel);

    /// <summary>
    /// A handler that connects only to public addresses, looked up at the moment of connecting, so that a name which first led to the provider and then to
    /// the inside of the network leads nowhere. The company's own proxy, which lies inside, is connected to: it looks the host up itself, and only hosts of
    /// the settings are ever asked of it.
    /// </summary>
    /// <param name="loopback">True for a service without credentials in Development: then it connects to this machine and nowhere else.</param>
    /// <param name="lookup">How names are looked up.</param>
    /// <param name="proxy">The way out; the one that the environment names (<c>HTTPS_PROXY</c>) where null.</param>
    public static SocketsHttpHandler Handler(bool loopback, Lookup lookup, IWebProxy? proxy = null) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = !loopback,
        Proxy = proxy,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancel) =>
        {
            // The handler's own limit could not be told from a request that was sent and never answered.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Connecting);
            var found = await lookup(context.DnsEndPoint.Host, limit.Token);
            var toProxy = !loopback && IsProxy(context, proxy ?? HttpClient.DefaultProxy);
            var allowed = found.Where(address => toProxy || (loopback ? IPAddress.IsLoopback(address) : IsPublic(address))).ToArray();
            if (allowed.Length == 0)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError, "The host's address is not one to connect to.");
            }

            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, limit.Token);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                socket.Dispose();
                throw new HttpRequestException(HttpRequestError.ConnectionError, "Nobody answered at the host's address.");
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>False for this machine, private networks, link-local (where clouds keep their credentials), shared, reserved and multicast ranges.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        if (bytes.Length == 4)
        {
            return bytes switch
            {
                [0 or 10 or 127, ..] => false,
                [100, >= 64 and <= 127, ..] => false,
                [169, 254, ..] => false,
                [172, >= 16 and <= 31, ..] => false,
                [192, 0, 0, _] or [192, 168, ..] => false,
                [198, 18 or 19, ..] => false,
                [>= 224, ..] => false,
                _ => true,
            };
        }

        // Only 2000::/3 is routed on the internet; 6to4 and NAT64 can hold a private IPv4 address inside.
        return (bytes[0] & 0xE0) == 0x20 && bytes is not [0x20, 0x02, ..] and not [0x20, 0x01, 0x00, 0x00, ..];
    }

    private static bool IsProxy(SocketsHttpConnectionContext context, IWebProxy proxy) =>
        context.InitialRequestMessage.RequestUri is { } target && !proxy.IsBypassed(target) && proxy.GetProxy(target) is { } way
        && way.Host.Equals(context.DnsEndPoint.Host, StringComparison.OrdinalIgnoreCase) && way.Port == context.DnsEndPoint.Port;

    private static Task<IPAddress[]> Resolve(string host, CancellationToken cancel) => Dns.GetHostAddressesAsync(host, cancel);

    private static Action<HttpClient> Bounded(int seconds) => client =>
    {
        client.Timeout = TimeSpan.FromSeconds(seconds);
        client.MaxResponseContentBufferSize = MaxAnswer;
    };
}
