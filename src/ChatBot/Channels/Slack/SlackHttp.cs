using System.Net.Sockets;

namespace ChatBot.Channels.Slack;

/// <summary>The HTTP client of the channel. It follows no redirects: the token would follow too.</summary>
internal static class SlackHttp
{
    /// <summary>Name of the client.</summary>
    public const string Api = "slack-api";

    /// <summary>Longest answer read, bytes.</summary>
    private const int MaxAnswer = 1024 * 1024;

    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Answering = TimeSpan.FromSeconds(15);

    /// <summary>Adds the client.</summary>
    public static void AddSlackHttp(this IServiceCollection services) =>
        services.AddHttpClient(Api, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Answering, MaxAnswer))
            .RemoveAllLoggers() // A line in the log for each request would say nothing that the callers do not say better.
            .ConfigurePrimaryHttpMessageHandler(provider => Handler(local: provider.GetRequiredService<SlackSettings>().IsLocal));

    private static SocketsHttpHandler Handler(bool local) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !local,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectCallback = async (context, cancel) =>
        {
            // The handler's own limit could not be told from a request that was sent and never answered.
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Connecting);
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, limit.Token);
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
}
