using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams.Inbound;
using Microsoft.Identity.Client;
using Polly;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>How a call to the connector ended.</summary>
internal abstract record ConnectorOutcome
{
    private ConnectorOutcome()
    {
    }

    /// <summary>Accepted; <paramref name="Id"/> is empty where the answer names none.</summary>
    public sealed record Accepted(string Id) : ConnectorOutcome;

    /// <summary>Refused, so that nothing arrived.</summary>
    public sealed record Refused(string Code) : ConnectorOutcome;

    /// <summary>It may or may not have arrived.</summary>
    public sealed record Unclear(string Code) : ConnectorOutcome;
}

/// <summary>
/// The connector's REST API, as far as the bot uses it. No request and no token leaves before the address was checked against the list of hosts,
/// whatever the row or the activity says that it came from.
/// </summary>
internal sealed class Connector(TeamsSettings settings, OutboundTokens tokens, IHttpClientFactory http, TimeProvider clock)
{
    /// <summary>Above this Teams answers 413; its page advises to stay below 80 KB.</summary>
    private const int LargestBody = 100 * 1024;

    private readonly IReadOnlyList<string> hosts = TeamsSettings.List(settings.ServiceHosts);
    private readonly ResiliencePipeline<HttpResponseMessage> replies = Attempts.Reply(clock);
    private readonly ResiliencePipeline<HttpResponseMessage> deliveries = Attempts.Delivery(clock);

    /// <summary>Answers an activity in its conversation.</summary>
    public Task<ConnectorOutcome> Reply(string serviceUrl, string conversation, string activity, JsonObject message, CancellationToken cancel) =>
        Call(HttpMethod.Post, serviceUrl, ["conversations", conversation, "activities", activity], message, replies, cancel);

    /// <summary>Sends a message into a conversation, unasked.</summary>
    public Task<ConnectorOutcome> Send(string serviceUrl, string conversation, JsonObject message, CancellationToken cancel) =>
        Call(HttpMethod.Post, serviceUrl, ["conversations", conversation, "activities"], message, deliveries, cancel);

    /// <summary>Puts another message in place of one that was sent.</summary>
    public Task<ConnectorOutcome> Update(string serviceUrl, string conversation, string activity, JsonObject message, CancellationToken cancel) =>
        Call(HttpMethod.Put, serviceUrl, ["conversations", conversation, "activities", activity], message, replies, cancel);

    /// <summary>Opens (or finds: it is the same each time) the private chat with a person. The id accepted is the conversation's.</summary>
    /// <param name="serviceUrl">Base address of the connector.</param>
    /// <param name="tenant">The person's tenant.</param>
    /// <param name="account">The person's Entra object id or their account id on Teams.</param>
    /// <param name="cancel">Cancels the call.</param>
    public Task<ConnectorOutcome> OpenChat(string serviceUrl, string tenant, string account, CancellationToken cancel) =>
        Call(
            HttpMethod.Post,
            serviceUrl,
            ["conversations"],
            new JsonObject
            {
                ["bot"] = new JsonObject { ["id"] = "28:" + settings.AppId },
                ["members"] = new JsonArray(new JsonObject { ["id"] = account }),
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
                ["tenantId"] = tenant,
                ["isGroup"] = false,
            },
            deliveries,
            cancel);

    private async Task<ConnectorOutcome> Call(
        HttpMethod method, string serviceUrl, string[] path, JsonObject body, ResiliencePipeline<HttpResponseMessage> attempts, CancellationToken cancel)
    {
        if (ServiceAddress.Check(serviceUrl, hosts, loopback: !settings.HasCredentials) is not { } root || path.Any(part => part is "" or "." or ".."))
        {
            return new ConnectorOutcome.Refused("address");
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        if (bytes.Length > LargestBody)
        {
            return new ConnectorOutcome.Refused("MessageSizeTooBig");
        }

        var address = new Uri($"{root}/v3/{string.Join('/', path.Select(Uri.EscapeDataString))}");
        try
        {
            using var response = await attempts.ExecuteAsync(async token => await Try(method, address, bytes, token), cancel);
            return await Outcome(response, cancel);
        }
        catch (HttpRequestException failed)
        {
            return Attempts.NeverLeft(failed) ? new ConnectorOutcome.Refused("not-connected") : new ConnectorOutcome.Unclear("connection-lost");
        }
        catch (MsalException)
        {
            return new ConnectorOutcome.Refused("no-token");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ConnectorOutcome.Unclear("timeout");
        }
    }

    /// <summary>One try; when the token is refused, a second one with a new token.</summary>
    private async Task<HttpResponseMessage> Try(HttpMethod method, Uri address, byte[] body, CancellationToken cancel)
    {
        var response = await Once(anew: false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || !settings.HasCredentials)
        {
            return response;
        }

        response.Dispose();
        return await Once(anew: true);

        async Task<HttpResponseMessage> Once(bool anew)
        {
            using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", Encoding.UTF8.WebName);
            if (await tokens.Get(anew, cancel) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            return await http.CreateClient(TeamsHttp.Connector).SendAsync(request, cancel);
        }
    }

    private static async Task<ConnectorOutcome> Outcome(HttpResponseMessage response, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        var text = await response.Content.ReadAsStringAsync(cancel);
        return status switch
        {
            >= 200 and < 300 => new ConnectorOutcome.Accepted(Id(text)),
            408 or >= 500 => new ConnectorOutcome.Unclear(ConnectorError.Code(status, text)),
            _ => new ConnectorOutcome.Refused(ConnectorError.Code(status, text)),
        };
    }

    private static string Id(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                ? id.GetString()!
                : string.Empty;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return string.Empty;
        }
    }
}
