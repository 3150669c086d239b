using System.Text;
using ChatBot.Domain.Usage;

namespace ChatBot.Sources.Csv;

/// <summary>Tools as people write their names.</summary>
internal static class ToolNames
{
    private const int Longest = 40;

    private static readonly Dictionary<string, Tool> Known = new(StringComparer.Ordinal)
    {
        ["copilot"] = Tool.Copilot,
        ["copilot-chat"] = Tool.Copilot,
        ["github-copilot"] = Tool.Copilot,
        ["githubcopilot"] = Tool.Copilot,
        ["gh-copilot"] = Tool.Copilot,
        ["claude-code"] = Tool.ClaudeCode,
        ["claudecode"] = Tool.ClaudeCode,
        ["claude"] = Tool.ClaudeCode,
        ["anthropic-claude-code"] = Tool.ClaudeCode,
        ["chatgpt"] = Tool.ChatGpt,
        ["chat-gpt"] = Tool.ChatGpt,
        ["codex"] = Tool.ChatGpt,
        ["codex-cli"] = Tool.ChatGpt,
        ["openai-codex"] = Tool.ChatGpt,
        ["chatgpt-codex"] = Tool.ChatGpt,
    };

    /// <summary>The tool of a name: a known one by any of its names, else the name in lower-case letters, digits and dashes. Null when nothing or more than 40 characters are left.</summary>
    public static Tool? Find(string name)
    {
        var slug = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                slug.Append(letter);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var id = slug.ToString().TrimEnd('-');
        return id.Length is 0 or > Longest ? null : Known.TryGetValue(id, out var tool) ? tool : new Tool(id);
    }
}
