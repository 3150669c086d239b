using System.Text.Json.Nodes;

namespace ChatBot.Channels.Slack.Outbound;

/// <summary>How a call to Slack ended.</summary>
internal abstract record SlackOutcome
{
    private SlackOutcome()
    {
    }

    /// <summary>Accepted, with the answer's members.</summary>
    public sealed record Accepted(JsonObject Body) : SlackOutcome
    {
        /// <summary>The message's time, which is its id; empty where the answer names none.</summary>
        public string Message => Inbound.Members.Time(Body, "ts");
    }

    /// <summary>Refused, so that nothing arrived, and another try would be refused too.</summary>
    public sealed record Refused(string Code) : SlackOutcome;

    /// <summary>Refused for now, or never left, so that nothing arrived; <paramref name="After"/> is what <c>Retry-After</c> asks for.</summary>
    public sealed record NotNow(string Code, TimeSpan? After) : SlackOutcome;

    /// <summary>It may or may not have arrived.</summary>
    public sealed record Unclear(string Code) : SlackOutcome;

    /// <summary>The code; empty for what was accepted.</summary>
    public string Why => this switch { Refused refused => refused.Code, NotNow wait => wait.Code, Unclear unclear => unclear.Code, _ => string.Empty };
}

/// <summary>What Slack's codes mean to a sender. The codes are those of the methods' pages.</summary>
internal static class SlackError
{
    private static readonly HashSet<string> Later = new(StringComparer.Ordinal) { "ratelimited", "rate_limited", "request_timeout", "service_unavailable", "team_added_to_org" };

    /// <summary>Slack's page says of these that part of the call may have succeeded.</summary>
    private static readonly HashSet<string> Open = new(StringComparer.Ordinal) { "fatal_error", "internal_error" };

    /// <summary>The installation is refused, so nothing gets through to anybody.</summary>
    private static readonly HashSet<string> Stopping = new(StringComparer.Ordinal)
    {
        "not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired", "org_login_required", "ekm_access_denied", "team_access_not_granted",
        "enterprise_is_restricted", "access_denied", "accesslimited", "two_factor_setup_required", "missing_scope", "not_allowed_token_type", "no_permission",
        "app_access_restricted", "message_limit_exceeded",
    };

    private static readonly HashSet<string> GoneCodes = new(StringComparer.Ordinal)
    {
        "channel_not_found", "user_not_found", "users_not_found", "user_not_visible", "user_disabled", "cannot_dm_bot", "is_archived", "channel_is_archived",
    };

    private static readonly HashSet<string> NoUpdate = new(StringComparer.Ordinal)
    {
        "message_not_found", "cant_update_message", "edit_window_closed", "block_mismatch", "is_inactive", "update_failed", "streaming_state_conflict", "channel_not_found",
    };

    /// <summary>How long nothing is sent after a refusal that concerns the whole installation.</summary>
    public static readonly TimeSpan StoppedFor = TimeSpan.FromHours(1);

    /// <summary>True when the person cannot be reached any more, until they come back.</summary>
    public static bool IsGone(string code) => GoneCodes.Contains(code);

    /// <summary>True when nothing gets through to anybody.</summary>
    public static bool StopsAll(string code) => Stopping.Contains(code);

    /// <summary>True when the message cannot be changed any more, so that a new one has to be posted.</summary>
    public static bool CannotUpdate(string code) => NoUpdate.Contains(code);

    /// <summary>What a refusal with this code means.</summary>
    public static SlackOutcome Of(string code, TimeSpan? after) =>
        Later.Contains(code) ? new SlackOutcome.NotNow(code, after)
        : Open.Contains(code) ? new SlackOutcome.Unclear(code)
        : StopsAll(code) ? new SlackOutcome.NotNow(code, StoppedFor)
        : new SlackOutcome.Refused(code);
}
