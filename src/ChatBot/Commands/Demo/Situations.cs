namespace ChatBot.Commands.Demo;

/// <summary>The names of what is planted, as <c>truth.csv</c> writes them.</summary>
internal static class Situations
{
    public const string Heavy = "heavy";
    public const string Light = "light";
    public const string NoUse = "no-use";
    public const string SeatSilent = "seat-silent";
    public const string Borderline = "borderline";
    public const string CompletionsOnly = "completions-only";
    public const string CliOnly = "cli-only";
    public const string CloudAgentOnly = "cloud-agent-only";
    public const string ClaudeCodeOnly = "claude-code-only";
    public const string TwoTools = "two-tools";
    public const string OtherTool = "other-tool";
    public const string TelemetryOff = "telemetry-off";
    public const string OldClient = "old-client";
    public const string Bedrock = "bedrock";
    public const string RenamedLogin = "renamed-login";
    public const string UnmatchedLogin = "unmatched-login";
    public const string AmbiguousLogin = "ambiguous-login";
    public const string NoLicence = "no-licence";
    public const string NotReported = "not-reported";
    public const string NewSeat = "new-seat";
    public const string NewHire = "new-hire";
    public const string Joiner = "joiner";
    public const string Leaver = "leaver";
    public const string OnLeave = "on-leave";
    public const string LongLeave = "long-leave";
    public const string PartTime1 = "part-time-1-day";
    public const string PartTime2 = "part-time-2-days";
    public const string PartTime3 = "part-time-3-days";
    public const string PartTime4 = "part-time-4-days";
    public const string ProviderOutage = "provider-outage";
    public const string TeamSilent = "team-telemetry-silent";
    public const string OfficeProxy = "office-behind-proxy";
    public const string SealedArea = "work-area-sealed";

    /// <summary>The reason declared for people who call Claude Code through Bedrock.</summary>
    public const string BedrockReason = "Bedrock";

    /// <summary>The reason declared for the office behind a proxy.</summary>
    public const string ProxyReason = "ProxyBlocksTelemetry";

    /// <summary>The reason declared for the sealed line of business.</summary>
    public const string SealedReason = "SealedNetwork";
}
