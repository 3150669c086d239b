using System.Globalization;
using System.Net.Sockets;
using System.Security.Authentication;
using ChatBot.Channels.Slack;
using ChatBot.Channels.Teams;

namespace ChatBot.Commands.Doctor;

/// <summary>Whether the hosts that the settings name can be reached from here, through the proxy if there is one, and agree with this machine about the time.</summary>
internal sealed class HostLook(TeamsSettings teams, SlackSettings slack, TimeProvider clock)
{
    /// <summary>Tokens are refused when clocks are further apart than five minutes.</summary>
    private static readonly TimeSpan ClocksApart = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A finding for each host; one that says why where there is none to ask.</summary>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        if (!teams.HasCredentials && !slack.IsOn)
        {
            return [Finding.Warning("hosts", "Teams:AppId and Slack:BotToken are empty, so no host of Teams or Slack was asked. The service can be talked to on this machine only.")];
        }

        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = Patience };
        var ofTeams = teams.HasCredentials ? [new Uri(teams.Authority).Host, new Uri(teams.ChannelMetadata).Host, .. TeamsSettings.List(teams.ServiceHosts).Take(1)] : Array.Empty<string>();
        var ofSlack = slack is { IsOn: true, IsLocal: false } ? [new Uri(slack.ApiBase).Host, .. SlackSettings.List(slack.HookHosts)] : Array.Empty<string>();
        return await Task.WhenAll(ofTeams.Concat(ofSlack).Distinct(StringComparer.OrdinalIgnoreCase).Select(host => Ask(client, host, cancel)));
    }

    /// <summary>Any answer by HTTP will do: what is looked for is the way there.</summary>
    private async Task<Finding> Ask(HttpClient client, string host, CancellationToken cancel)
    {
        var what = $"host {host}";
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri($"https://{host}/"));
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            var apart = response.Headers.Date is { } theirs ? (clock.GetUtcNow() - theirs).Duration() : TimeSpan.Zero;
            return apart <= ClocksApart ? Finding.Good(what, "It answers.")
                : Finding.Bad(what, string.Create(CultureInfo.InvariantCulture, $"It answers, but this machine's clock is {apart.TotalMinutes:N0} minutes off. Tokens are refused from 5 minutes on: keep the clock in step (NTP)."));
        }
        catch (HttpRequestException failed)
        {
            return Finding.Bad(what, Advice(failed));
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Finding.Bad(what, "It did not answer within 10 seconds. A firewall often drops silently: allow it outbound on port 443, or set HTTPS_PROXY.");
        }
    }

    private static string Advice(HttpRequestException failed) => failed switch
    {
        { HttpRequestError: HttpRequestError.NameResolutionError } => "Its name is not known here. Behind a proxy set HTTPS_PROXY; else look at the machine's DNS.",
        { HttpRequestError: HttpRequestError.ProxyTunnelError } => "The proxy refuses to connect to it. Have it allowed there.",
        { InnerException: AuthenticationException } or { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "Its certificate is not trusted here. Behind a proxy that opens TLS, add the company's CA to the machine, or point SSL_CERT_FILE at a bundle that holds it.",
        { InnerException: SocketException socket } => $"It cannot be connected to ({socket.SocketErrorCode}). Allow it outbound on port 443, or set HTTPS_PROXY.",
        _ => $"It cannot be reached ({failed.HttpRequestError}).",
    };
}
