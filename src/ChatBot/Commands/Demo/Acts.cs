namespace ChatBot.Commands.Demo;

/// <summary>What one person did with Copilot on one day, before a vendor writes it down.</summary>
internal readonly record struct CopilotAct
{
    /// <summary>Why the row says nothing of the rest.</summary>
    public Hidden Hidden { get; init; }

    /// <summary>Prompts in the editor, in agent mode when <see cref="AgentMode"/>.</summary>
    public int Prompts { get; init; }

    public bool AgentMode { get; init; }

    public int CliPrompts { get; init; }

    public int CliSessions { get; init; }

    public bool CloudAgent { get; init; }

    public bool ReviewAsked { get; init; }

    /// <summary>A review came by itself: no use.</summary>
    public bool ReviewCame { get; init; }

    /// <summary>Completions shown.</summary>
    public int Shown { get; init; }

    /// <summary>Completions accepted.</summary>
    public int Accepted { get; init; }

    /// <summary>Code blocks in answers.</summary>
    public int Blocks { get; init; }

    /// <summary>Code blocks taken over.</summary>
    public int BlocksTaken { get; init; }

    /// <summary>Edits that agent mode wrote.</summary>
    public int AgentEdits { get; init; }

    /// <summary>Whether the day shows use to whoever reads the row.</summary>
    public bool HasUse => Prompts > 0 || CliPrompts > 0 || CliSessions > 0 || CloudAgent || ReviewAsked || Shown > 0;
}

/// <summary>What one person did with Claude Code on one day.</summary>
internal readonly record struct ClaudeAct(int Sessions, int Accepted, int Rejected, bool Unattended);

/// <summary>What one person did on one day with a tool that comes as <c>usage-csv</c>; all zero on a day without.</summary>
internal readonly record struct OtherAct(int Prompts, int Accepted, int Shown);
