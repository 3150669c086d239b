namespace ChatBot.Sources.GitHubCopilot;

/// <summary>
/// One user-day as the vendor wrote it, reduced to what the rules of <see cref="CopilotSignals"/> ask. Reused from row to row. A counter of −1 is not
/// measured.
/// </summary>
internal sealed class CopilotRow
{
    /// <summary>An absent or null counter.</summary>
    public const int NotMeasured = -1;

    /// <summary>Why the row cannot be used; null while it can.</summary>
    public string? Refusal { get; private set; }

    public DateOnly? Day { get; set; }

    public DateOnly? ReportStart { get; set; }

    public DateOnly? ReportEnd { get; set; }

    public bool HasTeam { get; set; }

    public long? UserId { get; set; }

    public string? Login { get; set; }

    public string? Enterprise { get; set; }

    public string? Organisation { get; set; }

    public double? Credits { get; set; }

    public CopilotCounters Top { get; set; }

    public CopilotFlags Flags { get; set; }

    /// <summary>Flags that were true or false, not absent or null.</summary>
    public CopilotFlags FlagsSeen { get; set; }

    public CopilotSurface Cli { get; set; }

    public CopilotSurface App { get; set; }

    /// <summary><c>totals_by_vscode_agent</c>: its sessions, and as prompts its user messages.</summary>
    public CopilotSurface VsCodeAgent { get; set; }

    /// <summary>Rows of <c>totals_by_ide</c>.</summary>
    public int IdeRows { get; set; }

    /// <summary>A row of <c>totals_by_ide</c> is below a minimum of <see cref="ClientMinimums"/>.</summary>
    public bool HasOldClient { get; set; }

    /// <summary>A counter above zero in <c>totals_by_ide</c> or in a feature row of an IDE.</summary>
    public bool HasIdeCounter { get; set; }

    /// <summary><c>totals_by_feature</c> is there, empty or not.</summary>
    public bool FeaturesSeen { get; set; }

    /// <summary>Rows of <c>totals_by_feature</c>.</summary>
    public int FeatureRows { get; set; }

    /// <summary>A feature row of anything but the CLI and the app.</summary>
    public bool HasIdeFeature { get; set; }

    /// <summary>Prompts or plans to the IDE's agent, or edits by it, in the feature rows.</summary>
    public bool HasIdeAgentFeature { get; set; }

    /// <summary>A feature row of the CLI or the app counts prompts.</summary>
    public bool FeaturePromptsMeasured { get; set; }

    public long CliFeaturePrompts { get; set; }

    public long CliFeatureAcceptances { get; set; }

    public long AppFeaturePrompts { get; set; }

    public long AppFeatureAcceptances { get; set; }

    /// <summary>Fields of text that were stepped over.</summary>
    public List<string> Dropped { get; } = [];

    /// <summary>Keeps the first reason.</summary>
    public void Refuse(string why) => Refusal ??= why;

    /// <summary>Empties it for the next row.</summary>
    public void Clear()
    {
        Refusal = null;
        Day = ReportStart = ReportEnd = null;
        HasTeam = HasOldClient = HasIdeCounter = FeaturesSeen = HasIdeFeature = HasIdeAgentFeature = FeaturePromptsMeasured = false;
        UserId = null;
        Login = Enterprise = Organisation = null;
        Credits = null;
        Top = CopilotCounters.None;
        Flags = FlagsSeen = CopilotFlags.None;
        Cli = App = VsCodeAgent = CopilotSurface.None;
        IdeRows = FeatureRows = 0;
        CliFeaturePrompts = CliFeatureAcceptances = AppFeaturePrompts = AppFeatureAcceptances = 0;
        Dropped.Clear();
    }
}

/// <summary>The vendor's flags of own use. Passive review is not among them: such a review came by itself.</summary>
[Flags]
internal enum CopilotFlags
{
    None = 0,
    Chat = 1,
    Agent = 2,
    Cli = 4,
    App = 8,
    VsCodeAgent = 16,
    CodingAgent = 32,
    CloudAgent = 64,
    ReviewActive = 128,
}

/// <summary>The activity counters of the row or of one of its breakdowns.</summary>
/// <param name="Prompts"><c>user_initiated_interaction_count</c>.</param>
/// <param name="Generations"><c>code_generation_activity_count</c>.</param>
/// <param name="Acceptances"><c>code_acceptance_activity_count</c>.</param>
/// <param name="HasAny">Any counter, of lines too, is above zero.</param>
internal readonly record struct CopilotCounters(int Prompts, int Generations, int Acceptances, bool HasAny)
{
    /// <summary>Nothing measured.</summary>
    public static CopilotCounters None { get; } = new(CopilotRow.NotMeasured, CopilotRow.NotMeasured, CopilotRow.NotMeasured, HasAny: false);
}

/// <summary>The CLI's, the app's or the agents window's own object in the row.</summary>
internal readonly record struct CopilotSurface(int Sessions, int Prompts, bool HasAny)
{
    /// <summary>Nothing measured.</summary>
    public static CopilotSurface None { get; } = new(CopilotRow.NotMeasured, CopilotRow.NotMeasured, HasAny: false);
}
