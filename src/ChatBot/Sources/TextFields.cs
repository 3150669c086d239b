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

    // Bit n: some name of that length ends with a letter whose low five bits are n. Nearly every name of a report is told apart by this alone.
    private static readonly uint[] LastLetters =
        [.. ByLength.Select(names => names.Aggregate(0u, (bits, name) => bits | (1u << (name.Utf8[^1] & 31))))];

    /// <summary>The name as it stands in the list, or null when a field of this name may be read.</summary>
    public static string? Find(ReadOnlySpan<byte> name) =>
        name.Length is 0 or > Longest || (LastLetters[name.Length] & (1u << (name[^1] & 31))) == 0 ? null : Among(ByLength[name.Length], name);

    private static string? Among((byte[] Utf8, string Name)[] names, ReadOnlySpan<byte> name)
    {
        foreach (var (utf8, known) in names)
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
