namespace ChatBot.Domain.Usage;

/// <summary>An AI coding tool, by a short id: letters, digits and dashes, lower-case.</summary>
public readonly record struct Tool(string Id) : IComparable<Tool>
{
    /// <summary>GitHub Copilot.</summary>
    public static Tool Copilot { get; } = new("copilot");

    /// <summary>Claude Code, on whichever plan.</summary>
    public static Tool ClaudeCode { get; } = new("claude-code");

    /// <summary>ChatGPT and Codex.</summary>
    public static Tool ChatGpt { get; } = new("chatgpt");

    /// <inheritdoc />
    public int CompareTo(Tool other) => string.CompareOrdinal(Id, other.Id);

    /// <inheritdoc />
    public override string ToString() => Id;

    /// <summary>Earlier in the order of ids.</summary>
    public static bool operator <(Tool left, Tool right) => left.CompareTo(right) < 0;

    /// <summary>Later in the order of ids.</summary>
    public static bool operator >(Tool left, Tool right) => left.CompareTo(right) > 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Tool left, Tool right) => left.CompareTo(right) <= 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Tool left, Tool right) => left.CompareTo(right) >= 0;
}
