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

    /// <summary>Refused for now, or never left, so that nothing arrived; <paramref name="After"/> is what <c>Retry-After</c> asks for.</summary>
    public sealed record NotNow(string Code, TimeSpan? After) : ConnectorOutcome;

    /// <summary>It may or may not have arrived.</summary>
    public sealed record Unclear(string Code) : ConnectorOutcome;
}

/// <summary>
/// The connector's REST API, as far as the bot uses it. No request and no token leaves before the address was checked against the list of hosts,
/// whatever the row or the activity says that it came from.
/// </summary>
internal sealed class Connector(TeamsSettings settings, OutboundTokens tokens, IHttpClientFactory http, ConversationWindows windows, TimeProvider clock)
{
    /// <summary>Above this Teams answers 413; its page advises to stay below 80 KB.</summary>
    private const int LargestBody = 100 * 1024;

    private readonly IReadOnlyList<string> hosts = TeamsSettings.List(settings.ServiceHosts);
    private readonly ResiliencePipeline<HttpResponseMessage> replies = Attempts.Reply(clock);
    private readonly ResiliencePipeline<HttpResponseMessage> deliveries = Attempts.Delivery(clock);

    /// <summary>Answers an activity in its conversation.</summary>
    public Task<ConnectorOutcome> Reply(string serviceUrl, string conversation, string activity, JsonObject message, CancellationToken cancel) =>
        Call(HttpMethod.Post, serviceUrl, ["conversations", conversation, "activities", activity], message, replies, cancel);

    /// <summary>Sends a message into a conversation, and again after an answer which says that it was not accepted.</summary>
    public Task<ConnectorOutcome> Send(string serviceUrl, string conversation, JsonObject message, CancellationToken cancel) =>
        Call(HttpMethod.Post, serviceUrl, ["conversations", conversation, "activities"], message, deliveries, cancel);

    /// <summary>
    /// Sends a message that nobody asked for, or puts it in place of <paramref name="replaced"/>: one try, see <see cref="ConnectorOutcome.NotNow"/>.
    /// </summary>
    public Task<ConnectorOutcome> Deliver(string serviceUrl, string conversation, JsonObject message, string? replaced, CancellationToken cancel) => replaced is null
        ? Call(HttpMethod.Post, serviceUrl, ["conversations", conversation, "activities"], message, null, cancel)
        : Call(HttpMethod.Put, serviceUrl, ["conversations", conversation, "activities", replaced], message, null, cancel);

    /// <summary>Waits until Teams' limits for one conversation allow another message in it.</summary>
    public Task Window(string conversation, CancellationToken cancel) => windows.Enter(conversation, cancel);

    /// <summary>Puts another message in place of one that was sent.</summary>
    public Task<ConnectorOutcome> Update(string serviceUrl, string conversation, string activity, JsonObject message, CancellationToken cancel) =>
        Call(HttpMethod.Put, serviceUrl, ["conversations", conversation, "activities", activity], message, replies, cancel);

    /// <summary>Opens (or finds: it is the same each time) the private chat with a person: one try. The id accepted is the conversation's.</summary>
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
            null,
            cancel);

    private async Task<ConnectorOutcome> Call(
        HttpMethod method, string serviceUrl, string[] path, JsonObject body, ResiliencePipeline<HttpResponseMessage>? attempts, CancellationToken cancel)
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
            using var response = attempts is null
                ? await Try(method, address, bytes, cancel)
                : await attempts.ExecuteAsync(
                    async token =>
                    {
                        await windows.Enter(path[1], token);
                        return await Try(method, address, bytes, token);
                    },
                    cancel);
            return await Outcome(response, once: attempts is null, cancel);
        }
        catch (HttpRequestException failed) when (Attempts.NeverLeft(failed))
        {
            return Refused("not-connected", null, once: attempts is null);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            return new ConnectorOutcome.Unclear("connection-lost");
        }
        catch (MsalException)
        {
            return Refused("no-token", null, once: attempts is null);
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
            if (await Token(anew, cancel) is { } token)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }

            return await http.CreateClient(TeamsHttp.Connector).SendAsync(request, cancel);
        }
    }

    /// <summary>While there is no token nothing of the message has left, however asking for one went wrong.</summary>
    private async Task<string?> Token(bool anew, CancellationToken cancel)
    {
        try
        {
            return await tokens.Get(anew, cancel);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException || (lost is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new MsalClientException("no-token", "No token could be asked for.", lost);
        }
    }

    /// <summary>Refused for now. What was tried several times is not tried again.</summary>
    private static ConnectorOutcome Refused(string code, TimeSpan? after, bool once) =>
        once ? new ConnectorOutcome.NotNow(code, after) : new ConnectorOutcome.Refused(code);

    private async Task<ConnectorOutcome> Outcome(HttpResponseMessage response, bool once, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        var text = await response.Content.ReadAsStringAsync(cancel);
        return status switch
        {
            >= 200 and < 300 => new ConnectorOutcome.Accepted(Id(text)),
            429 or 412 => Refused(ConnectorError.Code(status, text), Attempts.Asked(response, clock), once),
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
