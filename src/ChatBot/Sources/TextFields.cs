namespace ChatBot.Sources;

/// <summary>Names of fields that carry prompts, code or chat text: never kept, not even by mistake.</summary>
internal static class TextFields
{
    private const int Longest = 16;

    private static readonly string[] Names =
    [
        "prompt", "prompts", "prompt_text", "prompt_content", "user_prompt", "system_prompt", "content", "contents", "message", "messages", "message_text",
        "text", "chat", "chat_text", "chat_messages", "transcript", "conversation", "completion", "completions", "completion_text", "response",
        "responses", "response_text", "request_body", "response_body", "body", "code", "code_snippet", "source_code", "snippet", "snippets", "diff", "patch",
        "question", "answer",
    ];

    private static readonly (byte[] Utf8, string Name)[][] ByLength = [.. Enumerable.Range(0, Longest + 1).Select(Of)];

    /// <summary>The name as it stands in the list, or null when a field of this name may be read.</summary>
    public static string? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length > Longest)
        {
            return null;
        }

        foreach (var (utf8, known) in ByLength[name.Length])
        {
            if (name.SequenceEqual(utf8))
            {
                return known;
            }
        }

        return null;
    }

    /// <summary>The name as it stands in the list, in any case of letters; null when a column of this name may be read.</summary>
    public static string? Find(string name) => Array.Find(Names, known => string.Equals(known, name.Trim(), StringComparison.OrdinalIgnoreCase));

    private static (byte[] Utf8, string Name)[] Of(int length) =>
        [.. Names.Where(name => name.Length == length).Select(name => (System.Text.Encoding.UTF8.GetBytes(name), name))];
}
