namespace ChatBot.Domain.Usage;

/// <summary>Where readings come from. The numbers are stored.</summary>
public enum Source
{
    /// <summary>GitHub Copilot user-level usage metrics.</summary>
    Copilot = 1,

    /// <summary>Claude Code Analytics of the Anthropic Admin API.</summary>
    ClaudeCode = 2,

    /// <summary>Claude Enterprise Analytics.</summary>
    ClaudeEnterprise = 3,

    /// <summary>Codex Enterprise Analytics.</summary>
    Codex = 4,

    /// <summary>ChatGPT unified usage or the workspace's CSV.</summary>
    ChatGpt = 5,

    /// <summary>The neutral file form, for a tool without a reader of its own.</summary>
    UsageCsv = 6,
}

/// <summary>
/// One stream of a source: who answers for it (<paramref name="Name"/>: an enterprise, an organisation) and, where a source has several rows
/// of one account and day, which of them (<paramref name="Part"/>, e.g. <c>api vscode local</c>; empty elsewhere).
/// </summary>
/// <param name="Id">Number of the scope in the store.</param>
/// <param name="Source">The source.</param>
/// <param name="Tool">The tool that it measures.</param>
/// <param name="Name">Vendor's id of the enterprise or organisation, or the name given at import.</param>
/// <param name="Part">The part within account and day; empty where there is one row a day.</param>
public sealed record Scope(int Id, Source Source, Tool Tool, string Name, string Part);
