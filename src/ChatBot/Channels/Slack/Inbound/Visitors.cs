using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using ChatBot.Channels.Slack.Outbound;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>What Slack says of who wrote.</summary>
/// <param name="IsMember">A full member of an allowed workspace: no guest, no bot, not deactivated, not of another company.</param>
/// <param name="Email">The confirmed e-mail of a member, where people may be known by it.</param>
internal sealed record Visitor(bool IsMember, string? Email)
{
    public static readonly Visitor Stranger = new(IsMember: false, Email: null);
}

/// <summary>
/// Looks up who wrote, and remembers it for a few minutes. When Slack cannot be asked, the signed envelope alone speaks: it names the workspace, but
/// no e-mail, so that only somebody whom the directory names by their Slack id is known.
/// </summary>
internal sealed class Visitors(SlackApi api, SlackSettings settings, TimeProvider clock)
{
    private const int Most = 20_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly HashSet<string> allowed = new(SlackSettings.List(settings.AllowedTeams), StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Visitor Visitor, long At)> known = new(StringComparer.Ordinal);

    /// <summary>Whether the app's installation is one that the settings allow.</summary>
    public bool IsAllowed(string team, string enterprise) => allowed.Contains(team) || allowed.Contains(enterprise);

    /// <summary>Who somebody is.</summary>
    public async Task<Visitor> Of(SlackEvent happened, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (known.TryGetValue(happened.User, out var before) && clock.GetElapsedTime(before.At, now) < Remembered)
        {
            return before.Visitor;
        }

        if (await api.User(happened.User, cancel) is not SlackOutcome.Accepted { Body: var answer })
        {
            return new Visitor(happened.UserTeam.Length == 0 || IsAllowed(happened.UserTeam, happened.Enterprise), Email: null);
        }

        var visitor = Read(answer.Object("user"));
        if (known.Count > Most)
        {
            known.Clear();
        }

        known[happened.User] = (visitor, now);
        return visitor;
    }

    /// <summary>Whether a user as Slack describes it is a full member of an allowed workspace.</summary>
    public bool IsMember(JsonObject? user) =>
        user is not null && !user.Is("deleted") && !user.Is("is_bot") && !user.Is("is_restricted") && !user.Is("is_ultra_restricted") && !user.Is("is_stranger")
        && user.Id("id") != "USLACKBOT" && IsAllowed(user.Id("team_id"), user.Object("enterprise_user").Id("enterprise_id"));

    /// <summary>The address that Slack vouches for; null where it does not.</summary>
    public static string? ConfirmedEmail(JsonObject? user) =>
        user.Is("is_email_confirmed") && user.Object("profile").Text("email") is { Length: > 0 and <= 320 } email ? email : null;

    private Visitor Read(JsonObject? user) =>
        IsMember(user) ? new Visitor(IsMember: true, settings.LinkByEmail ? ConfirmedEmail(user) : null) : Visitor.Stranger;
}
