using System.Text.RegularExpressions;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>
/// The base address that replies go to, with the bot's token on them: whoever chooses it can steal the token. So it is not parsed leniently and then
/// judged; only one plain form is accepted, and its host must be one of the listed ones, whole.
/// </summary>
internal static partial class ServiceAddress
{
    /// <summary>The address without its trailing slash, or null when nothing may be sent there.</summary>
    /// <param name="value">As it came.</param>
    /// <param name="hosts">Hosts that are allowed.</param>
    /// <param name="loopback">True for a service without credentials in Development: then loopback and nothing else is allowed.</param>
    public static string? Check(string value, IReadOnlyList<string> hosts, bool loopback)
    {
        if (value.Length is 0 or > 500 || value.Contains("..", StringComparison.Ordinal))
        {
            return null;
        }

        var match = (loopback ? Loopback() : Https()).Match(value);
        return match.Success && (loopback || hosts.Contains(match.Groups["host"].Value, StringComparer.OrdinalIgnoreCase)) ? value.TrimEnd('/') : null;
    }

    /// <summary>Whether the token's claim and the activity name the same address; one trailing slash and case are no difference.</summary>
    public static bool Same(string claim, string address) => string.Equals(WithoutSlash(claim), WithoutSlash(address), StringComparison.OrdinalIgnoreCase);

    private static string WithoutSlash(string address) => address.EndsWith('/') ? address[..^1] : address;

    [GeneratedRegex(@"\A(?i:https)://(?<host>[A-Za-z0-9.-]+)(/[A-Za-z0-9._~/-]*)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Https();

    [GeneratedRegex(@"\Ahttp://(localhost|127\.0\.0\.1|\[::1\])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Loopback();
}
