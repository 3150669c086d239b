using System.Net;
using Polly;
using Polly.Retry;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>How often something is tried. The rules are Teams' own ("Optimize your bot with rate limiting"), narrowed for what must not arrive twice.</summary>
internal static class Attempts
{
    private const int MostRetries = 4;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>An answer to somebody who waits: also after 502, 503 and 504, although the message may have arrived.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Reply(TimeProvider clock) => Pipeline(clock, status => status
        is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout);

    /// <summary>A greeting, for which nobody waits: only after an answer that says it was not accepted.</summary>
    public static ResiliencePipeline<HttpResponseMessage> Delivery(TimeProvider clock) => Pipeline(clock, status => status
        is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed);

    /// <summary>True when the request never left: looking the name up, connecting or the TLS handshake failed.</summary>
    public static bool NeverLeft(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(TimeProvider clock, Func<HttpStatusCode, bool> again) =>
        new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = MostRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = First,
                MaxDelay = Longest,
                ShouldHandle = attempt => ValueTask.FromResult(
                    NeverLeft(attempt.Outcome.Exception)
                    || (attempt.Outcome.Result is { } response && again(response.StatusCode) && !(Asked(response, clock) > Longest))),
                DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result is { } response ? Asked(response, clock) : null),
                OnRetry = attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            })
            .Build();

    /// <summary>What <c>Retry-After</c> asks for, in either of its forms.</summary>
    public static TimeSpan? Asked(HttpResponseMessage response, TimeProvider clock) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };
}
