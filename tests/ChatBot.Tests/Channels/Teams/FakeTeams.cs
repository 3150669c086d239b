using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>A request that reached the fake, in the words of its wire.</summary>
internal sealed record Received(string Method, string Url, string Authorization, JsonNode? Body)
{
    /// <summary>When it came.</summary>
    public DateTimeOffset At { get; } = TimeProvider.System.GetUtcNow();
}

/// <summary>
/// Everything of Microsoft's that the bot talks to, speaking HTTP: the issuer of channel tokens with its metadata and keys, Entra's token endpoint, and
/// the connector with its conversations. <see cref="TeamsService"/> leads the real names here.
/// </summary>
internal sealed class FakeTeams : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Received> connector = new();
    private readonly ConcurrentQueue<string> accepted = new();
    private readonly ConcurrentQueue<(int Status, string Body, string? RetryAfter)> faults = new();
    private readonly SemaphoreSlim arrived = new(0);
    private int messages = 1000;
    private int tokens;

    private FakeTeams(WebApplication app) => this.app = app;

    /// <summary>The keys that the issuer publishes.</summary>
    public IReadOnlyList<IssuerKey> Keys { get; set; } = [IssuerKey.First];

    /// <summary>False: metadata and keys answer 500.</summary>
    public bool MetadataUp { get; set; } = true;

    /// <summary>How often keys were fetched.</summary>
    public int KeyFetches { get; private set; }

    /// <summary>Tokens issued to the bot so far; the newest is <c>token-N</c>.</summary>
    public int TokensIssued => tokens;

    /// <summary>Calls to the connector, in order.</summary>
    public IReadOnlyList<Received> Calls => [.. connector];

    /// <summary>Messages that the connector accepted, in order.</summary>
    public IReadOnlyList<Received> Messages => [.. connector.Where(call => call.Url.Contains("/activities", StringComparison.Ordinal))];

    /// <summary>Address of each message that was accepted.</summary>
    public IReadOnlyList<string> Accepted => [.. accepted];

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    public static async Task<FakeTeams> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var fake = new FakeTeams(builder.Build());
        fake.app.Run(fake.Answer);
        await fake.app.StartAsync();
        return fake;
    }

    /// <summary>The connector's next answers, in order; afterwards it accepts again.</summary>
    public void Fail(int status, string body = "", string? retryAfter = null, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            faults.Enqueue((status, body, retryAfter));
        }
    }

    /// <summary>Waits until so many calls reached the connector since the last wait.</summary>
    public async Task<IReadOnlyList<Received>> Wait(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            if (!await arrived.WaitAsync(TimeSpan.FromSeconds(20)))
            {
                throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Only {i} of {calls} calls reached the connector."));
            }
        }

        return Calls;
    }

    public ValueTask DisposeAsync()
    {
        arrived.Dispose();
        return app.DisposeAsync();
    }

    private async Task Answer(HttpContext http)
    {
        var host = http.Request.Headers[TeamsService.RealHost].ToString();
        await (host switch
        {
            "login.botframework.com" => Metadata(http),
            "login.microsoftonline.com" => Token(http),
            _ => Connector(http, host),
        });
    }

    private async Task Metadata(HttpContext http)
    {
        if (!MetadataUp)
        {
            http.Response.StatusCode = 500;
        }
        else if (http.Request.Path.Value!.EndsWith("keys", StringComparison.Ordinal))
        {
            KeyFetches++;
            await Write(http, 200, new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.Jwk())]) }.ToJsonString());
        }
        else
        {
            await Write(http, 200, """{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys","id_token_signing_alg_values_supported":["RS256"]}""");
        }
    }

    private async Task Token(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (http.Request.Path != $"/{TeamsService.Tenant}/oauth2/v2.0/token" || form["scope"] != "https://api.botframework.com/.default" || form["grant_type"] != "client_credentials")
        {
            await Write(http, 400, """{"error":"invalid_request","error_description":"AADSTS900144"}""");
            return;
        }

        await Write(http, 200, $$"""{"token_type":"Bearer","expires_in":3600,"ext_expires_in":3600,"access_token":"token-{{Interlocked.Increment(ref tokens)}}"}""");
    }

    private async Task Connector(HttpContext http, string host)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        var url = host.Length > 0 ? $"https://{host}{http.Request.Headers[TeamsService.RealPath]}" : $"https://{http.Request.Host}{http.Request.Path}";
        connector.Enqueue(new Received(http.Request.Method, url, http.Request.Headers.Authorization.ToString(), body.Length == 0 ? null : JsonNode.Parse(body)));
        if (faults.TryDequeue(out var fault))
        {
            if (fault.RetryAfter is not null)
            {
                http.Response.Headers.RetryAfter = fault.RetryAfter;
            }

            if (fault.Status is >= 300 and < 400)
            {
                http.Response.Headers.Location = "https://evil.example/v3/conversations";
            }

            await Write(http, fault.Status, fault.Body);
        }
        else
        {
            if (url.Contains("/activities", StringComparison.Ordinal))
            {
                accepted.Enqueue(url);
            }

            if (http.Request.Method == "PUT")
            {
                await Write(http, 200, new JsonObject { ["id"] = Uri.UnescapeDataString(url.Split('/')[^1]) }.ToJsonString());
                arrived.Release();
                return;
            }

            var id = Interlocked.Increment(ref messages).ToString(CultureInfo.InvariantCulture);
            await Write(http, 201, new JsonObject { ["id"] = url.EndsWith("/conversations", StringComparison.Ordinal) ? "a:opened" : id }.ToJsonString());
        }

        arrived.Release();
    }

    private static Task Write(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body, Encoding.UTF8);
    }
}
