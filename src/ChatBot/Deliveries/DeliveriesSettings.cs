using ChatBot.Chat;

namespace ChatBot.Deliveries;

/// <summary>Section <c>Deliveries</c>: what is sent unasked.</summary>
internal sealed record DeliveriesSettings : ISettings
{
    /// <inheritdoc />
    public static string Section => "Deliveries";

    /// <summary>Whether this process sends. Another may still plan what it does not send.</summary>
    public bool Enabled { get; init; }

    /// <summary>Calls a second to Teams, per tenant. Teams' limit is 50; the default keeps to 80 % of it. 0: no limit.</summary>
    public double TeamsPerSecond { get; init; }

    /// <summary>
    /// Calls a second to Slack, per workspace. Slack publishes no number for messages ("several hundred a minute"); the default is 300 a minute. One
    /// conversation is never sent more than one a second, whatever stands here. 0: no limit.
    /// </summary>
    public double SlackPerSecond { get; init; }

    /// <summary>Messages a second on the local page. 0: no limit.</summary>
    public double WebPerSecond { get; init; }

    /// <summary>Messages at most whose outcome is open at one time; a killed process leaves no more of them unknown.</summary>
    public int InFlight { get; init; }

    /// <summary>Seconds after which what a worker claimed is another's to take.</summary>
    public int LeaseSeconds { get; init; }

    /// <summary>Seconds between two looks for what another process planned or what has fallen due.</summary>
    public double PollSeconds { get; init; }

    /// <summary>Minutes without trouble after the first few of a run, before the rest of it is let go.</summary>
    public double QuietMinutes { get; init; }

    /// <summary>The share of the first few that may end failed or unknown; with more the run stays held.</summary>
    public double TroubleShare { get; init; }

    /// <summary>Calls a second on a channel, per tenant; 0 is no limit.</summary>
    public double PerSecond(Channel channel) => channel switch
    {
        Channel.Teams => TeamsPerSecond,
        Channel.Slack => SlackPerSecond,
        Channel.Web => WebPerSecond,
        _ => 1,
    };

    /// <inheritdoc />
    public string? Problem() => this switch
    {
        { TeamsPerSecond: not (0 or (>= 1 and <= 1000)) } => "Deliveries:TeamsPerSecond must be 0 (no limit) or lie between 1 and 1000.",
        { SlackPerSecond: not (0 or (>= 1 and <= 1000)) } => "Deliveries:SlackPerSecond must be 0 (no limit) or lie between 1 and 1000.",
        { WebPerSecond: not (0 or (>= 1 and <= 1000)) } => "Deliveries:WebPerSecond must be 0 (no limit) or lie between 1 and 1000.",
        { InFlight: not (>= 1 and <= 16) } => "Deliveries:InFlight must lie between 1 and 16.",
        { LeaseSeconds: not (>= 30 and <= 3600) } => "Deliveries:LeaseSeconds must lie between 30 and 3600; a call may take 15.",
        { PollSeconds: not (>= 0.05 and <= 5) } => "Deliveries:PollSeconds must lie between 0.05 and 5.",
        { QuietMinutes: not (>= 0 and <= 1440) } => "Deliveries:QuietMinutes must lie between 0 and 1440.",
        { TroubleShare: not (>= 0 and <= 1) } => "Deliveries:TroubleShare must lie between 0 and 1.",
        _ => null,
    };
}
