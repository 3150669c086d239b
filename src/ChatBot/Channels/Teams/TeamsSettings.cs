using ChatBot.Channels.Teams.Inbound;

namespace ChatBot.Channels.Teams;

/// <summary>Section <c>Teams</c>. Lists are one string, separated by spaces, so that a setting replaces its default as a whole.</summary>
internal sealed record TeamsSettings : ISettings
{
    /// <inheritdoc />
    public static string Section => "Teams";

    /// <summary>True for a company without Teams: nothing of it is there, and no credentials are asked for.</summary>
    public bool Off { get; init; }

    /// <summary>The Microsoft App ID of the bot: a GUID. Empty: no credentials, and then unauthenticated activities are taken in Development only.</summary>
    public string AppId { get; init; } = string.Empty;

    /// <summary>The tenant that holds the app registration; outbound tokens come from it. A GUID, or <c>botframework.com</c> for an old multi-tenant bot.</summary>
    public string AppTenant { get; init; } = string.Empty;

    /// <summary>The client secret; either this or a certificate.</summary>
    public string Secret { get; init; } = string.Empty;

    /// <summary>Path of a PKCS#12 file with the client certificate and its key.</summary>
    public string CertificateFile { get; init; } = string.Empty;

    /// <summary>Password of <see cref="CertificateFile"/>.</summary>
    public string CertificatePassword { get; init; } = string.Empty;

    /// <summary>Tenants whose people may talk to the bot.</summary>
    public string AllowedTenants { get; init; } = string.Empty;

    /// <summary>Issuers of channel tokens; each cloud has one (public: <c>https://api.botframework.com</c>).</summary>
    public string ChannelIssuers { get; init; } = string.Empty;

    /// <summary>Address of the OpenID metadata that names the channel's signing keys.</summary>
    public string ChannelMetadata { get; init; } = string.Empty;

    /// <summary>Whether tokens by Entra are taken too. Azure Bot Service announced that it will move to them.</summary>
    public bool AcceptEntraTokens { get; init; }

    /// <summary>Issuers of Entra tokens, each with its tenant id in it.</summary>
    public string EntraIssuers { get; init; } = string.Empty;

    /// <summary>Address of the OpenID metadata that names Entra's signing keys.</summary>
    public string EntraMetadata { get; init; } = string.Empty;

    /// <summary>App ids that may call with an Entra token: without this any app of an accepted tenant could.</summary>
    public string EntraCallers { get; init; } = string.Empty;

    /// <summary>Hosts that replies and their tokens may be sent to, compared whole. Never a suffix: anybody can register a name under <c>trafficmanager.net</c>.</summary>
    public string ServiceHosts { get; init; } = string.Empty;

    /// <summary>
    /// Base address for opening the chat of somebody who never wrote. Once they write, their own is used. On this machine, without credentials in
    /// Development, it is that of a provider simulator; empty: no chat is opened.
    /// </summary>
    public string ServiceUrl { get; init; } = string.Empty;

    /// <summary>Whether an administrator installs the app for people, so that the bot may open their chats. False: only who added it is written to.</summary>
    public bool AppInstalledByPolicy { get; init; }

    /// <summary>Where outbound tokens come from (public cloud: <c>https://login.microsoftonline.com</c>).</summary>
    public string Authority { get; init; } = string.Empty;

    /// <summary>What outbound tokens are for (public cloud: <c>https://api.botframework.com/.default</c>).</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>How many messages are answered at once.</summary>
    public int Workers { get; init; }

    /// <summary>Seconds after which a pressed button is answered with "working on it"; Teams itself gives up after 15.</summary>
    public double AnswerSeconds { get; init; }

    /// <summary>True when the bot can prove who it is and so can demand that callers do.</summary>
    public bool HasCredentials => AppId.Length > 0;

    /// <summary>A setting's list.</summary>
    public static IReadOnlyList<string> List(string value) =>
        value.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc />
    public string? Problem() => Rules().FirstOrDefault(rule => !rule.Holds).Sentence;

    /// <summary>What else is wrong where the service is to serve; null when nothing is.</summary>
    public string? ServingProblem(bool development) => HasCredentials || development || Off
        ? null
        : "Teams:AppId is empty. Outside Development the bot needs its Microsoft App ID and a secret or certificate; without them anybody could speak for anybody. A company without Teams sets Teams:Off.";

    private IEnumerable<(bool Holds, string Sentence)> Rules()
    {
        yield return (!Off || !HasCredentials, "Teams:Off is true, but there is a Teams:AppId.");
        if (HasCredentials)
        {
            yield return (Guid.TryParseExact(AppId, "D", out _), "Teams:AppId is not a GUID.");
            yield return (AppTenant.Length > 0, "Teams:AppTenant is empty; it names the tenant that holds the bot's app registration.");
            yield return (Secret.Length > 0 != CertificateFile.Length > 0, "set exactly one of Teams:Secret and Teams:CertificateFile.");
            yield return (CertificateFile.Length == 0 || File.Exists(CertificateFile), "Teams:CertificateFile names no file.");
            yield return (List(AllowedTenants).Count > 0, "Teams:AllowedTenants is empty; it lists the tenants whose people may talk to the bot.");
        }
        else
        {
            yield return (Secret.Length == 0 && CertificateFile.Length == 0, "there is a secret or certificate, but Teams:AppId is empty.");
        }

        yield return (List(ChannelIssuers).Count > 0, "Teams:ChannelIssuers is empty.");
        yield return (IsHttps(ChannelMetadata), "Teams:ChannelMetadata is not an https address.");
        yield return (IsHttps(Authority), "Teams:Authority is not an https address.");
        yield return (Scope.Length > 0, "Teams:Scope is empty.");
        yield return (AreHosts(List(ServiceHosts)), "Teams:ServiceHosts must list host names, without scheme or path.");
        yield return (
            ServiceUrl.Length == 0 || ServiceAddress.Check(ServiceUrl, List(ServiceHosts), loopback: false) is not null || (!HasCredentials && ServiceAddress.Check(ServiceUrl, [], loopback: true) is not null),
            "Teams:ServiceUrl must be an https address on one of Teams:ServiceHosts; without credentials, in Development, it may be one of this machine.");
        yield return (Workers is >= 1 and <= 256, "Teams:Workers must lie between 1 and 256.");
        yield return (AnswerSeconds is > 0 and <= 14, "Teams:AnswerSeconds must lie between 0 and 14; Teams gives up after 15.");
        if (AcceptEntraTokens)
        {
            yield return (IsHttps(EntraMetadata), "Teams:EntraMetadata is not an https address.");
            yield return (List(EntraIssuers).Count > 0, "Teams:EntraIssuers is empty although Teams:AcceptEntraTokens is true.");
            yield return (List(EntraCallers).Count > 0, "Teams:EntraCallers is empty although Teams:AcceptEntraTokens is true; any app of those tenants could call.");
        }
    }

    private static bool AreHosts(IReadOnlyList<string> hosts) => hosts.Count > 0 && hosts.All(host => Uri.CheckHostName(host) == UriHostNameType.Dns);

    private static bool IsHttps(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;
}
