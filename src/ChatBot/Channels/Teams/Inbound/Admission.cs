using System.Net;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>Whether an activity may be acted on, once its token held: what the token may say, which tenant, which channel, which address.</summary>
internal sealed class Admission(TeamsSettings settings)
{
    private readonly IReadOnlyList<string> hosts = TeamsSettings.List(settings.ServiceHosts);
    private readonly HashSet<string> tenants = new(TeamsSettings.List(settings.AllowedTenants), StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when admitted, else the reason for the log.</summary>
    /// <param name="caller">Whom the token proved; null for a service without credentials in Development.</param>
    /// <param name="activity">What they say.</param>
    public string? Refusal(Caller? caller, Activity activity)
    {
        if (ServiceAddress.Check(activity.ServiceUrl, hosts, loopback: caller is null) is null)
        {
            return "service address";
        }

        if (activity.Conversation.Id.Length == 0 || activity.Id.Length == 0)
        {
            return "no conversation or id";
        }

        if (caller is null)
        {
            return tenants.Count == 0 || tenants.Contains(activity.Tenant) ? null : "tenant";
        }

        if (activity.ChannelId != Activity.TeamsChannelId)
        {
            return "channel";
        }

        if (caller is Caller.FromChannel channel)
        {
            if (!ServiceAddress.Same(channel.ServiceUrl, activity.ServiceUrl))
            {
                return "serviceurl claim";
            }

            if (!channel.Endorsements.Contains(activity.ChannelId))
            {
                return "endorsement";
            }
        }

        return tenants.Contains(activity.Tenant) ? null : "tenant";
    }

    /// <summary>
    /// A service without credentials listens to this machine only: by address, by the name it is called by (else any web page could reach it through a name of
    /// its own), and not through a proxy that hides who calls.
    /// </summary>
    public static bool IsLocal(HttpContext http) =>
        http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
        && (http.Request.Host.Host is "localhost" or "127.0.0.1" or "[::1]" or "::1")
        && !http.Request.Headers.Keys.Any(name => name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase));
}
