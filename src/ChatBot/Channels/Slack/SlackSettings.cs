namespace ChatBot.Channels.Slack;

/// <summary>Section <c>Slack</c>. Lists are one string, separated by spaces, so that a setting replaces its default as a whole.</summary>
internal sealed record SlackSettings : ISettings
{
    /// <summary>Slack's own Web API.</summary>
    public const string PublicApi = "https://slack.com/api/";

    /// <inheritdoc />
    public static string Section => "Slack";

    /// <summary>The bot token of the installed app (<c>xoxb-…</c>), of one workspace or of an Enterprise Grid organisation. Empty: Slack is off.</summary>
    public string BotToken { get; init; } = string.Empty;

    /// <summary>The app's signing secret: it proves that a request is Slack's.</summary>
    public string SigningSecret { get; init; } = string.Empty;

    /// <summary>The signing secret before the last rotation, taken as well until it is emptied.</summary>
    public string PreviousSigningSecret { get; init; } = string.Empty;

    /// <summary>Ids of the workspaces whose members may talk to the bot (<c>T…</c>); of an organisation's every workspace by the id of the organisation (<c>E…</c>).</summary>
    public string AllowedTeams { get; init; } = string.Empty;

    /// <summary>Base address of the Web API. Another than Slack's own only on this machine, in Development.</summary>
    public string ApiBase { get; init; } = string.Empty;

    /// <summary>Hosts that answers to commands and buttons may be sent to, compared whole.</summary>
    public string HookHosts { get; init; } = string.Empty;

    /// <summary>Whether somebody whom the directory gives no Slack id is known by the confirmed e-mail of their account in an allowed workspace.</summary>
    public bool LinkByEmail { get; init; }

    /// <summary>Whether people who never wrote to the bot are written to. False: only who wrote to it first.</summary>
    public bool WriteFirst { get; init; }

    /// <summary>Commands whose cards make the App Home tab, in order.</summary>
    public string Home { get; init; } = string.Empty;

    /// <summary>How many events are answered at once.</summary>
    public int Workers { get; init; }

    /// <summary>Seconds after which a sent form is closed and answered by a message; Slack itself gives up after 3.</summary>
    public double AnswerSeconds { get; init; }

    /// <summary>Whether the bot is on Slack at all.</summary>
    public bool IsOn => BotToken.Length > 0;

    /// <summary>Whether the Web API is one on this machine.</summary>
    public bool IsLocal => Uri.TryCreate(ApiBase, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttp && address.IsLoopback;

    /// <summary>A setting's list.</summary>
    public static IReadOnlyList<string> List(string value) =>
        value.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <inheritdoc />
    public string? Problem() => Rules().FirstOrDefault(rule => !rule.Holds).Sentence;

    /// <summary>What else is wrong where the service is to serve; null when nothing is.</summary>
    public string? ServingProblem(bool development) => development || !IsOn || !IsLocal
        ? null
        : "Slack:ApiBase is an address of this machine, which is for Development only.";

    private IEnumerable<(bool Holds, string Sentence)> Rules()
    {
        if (IsOn)
        {
            yield return (BotToken.StartsWith("xoxb-", StringComparison.Ordinal) || BotToken.StartsWith("xoxe.xoxb-", StringComparison.Ordinal), "Slack:BotToken is not a bot token; those begin with xoxb-.");
            yield return (IsPlain(BotToken), "Slack:BotToken holds spaces or characters that no token has.");
            yield return (SigningSecret.Length >= 16, "Slack:SigningSecret is empty or too short; it stands under Basic Information of the app.");
            yield return (PreviousSigningSecret.Length is 0 or >= 16, "Slack:PreviousSigningSecret is too short; leave it empty when no secret was rotated.");
            yield return (
                List(AllowedTeams) is { Count: > 0 } teams && teams.All(team => team[0] is 'T' or 'E' && team.All(char.IsAsciiLetterOrDigit)),
                "Slack:AllowedTeams must list the ids of workspaces (T…) or of the organisation (E…) whose members may talk to the bot.");
        }
        else
        {
            yield return (SigningSecret.Length == 0 && PreviousSigningSecret.Length == 0, "there is a signing secret, but Slack:BotToken is empty.");
        }

        yield return (ApiBase == PublicApi || (IsLocal && ApiBase.EndsWith('/')), $"Slack:ApiBase must be {PublicApi}; in Development it may be an http address of this machine that ends in a slash.");
        yield return (List(HookHosts) is { Count: > 0 } hosts && hosts.All(host => Uri.CheckHostName(host) is UriHostNameType.Dns or UriHostNameType.IPv4), "Slack:HookHosts must list host names, without scheme or path.");
        yield return (Workers is >= 1 and <= 256, "Slack:Workers must lie between 1 and 256.");
        yield return (AnswerSeconds is >= 0.1 and <= 2.5, "Slack:AnswerSeconds must lie between 0.1 and 2.5; Slack gives up after 3.");
        yield return (List(Home).Count <= 5, "Slack:Home lists more than 5 commands.");
    }

    private static bool IsPlain(string token) => token.All(c => c is > ' ' and <= '~');
}
