using ChatBot.Domain.Usage;

namespace ChatBot.Sources;

/// <summary>The id spaces of accounts.</summary>
internal static class Vendors
{
    /// <summary>GitHub: numeric user ids, known by their logins.</summary>
    public const string GitHub = "github";

    /// <summary>Anthropic: e-mails, and names of API keys.</summary>
    public const string Anthropic = "anthropic";

    /// <summary>OpenAI.</summary>
    public const string OpenAi = "openai";

    /// <summary>The e-mails of a file without a vendor.</summary>
    public const string Email = "email";

    /// <summary>In which id space a source names accounts.</summary>
    public static string Of(Source source) => source switch
    {
        Source.Copilot => GitHub,
        Source.ClaudeCode or Source.ClaudeEnterprise => Anthropic,
        Source.Codex or Source.ChatGpt => OpenAi,
        Source.UsageCsv => Email,
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "A source without an id space."),
    };
}
