using ChatBot.Sources.ClaudeCode;
using ChatBot.Sources.Csv;
using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Sources;

/// <summary>The readers of usage and seats.</summary>
internal static class UsageReaders
{
    /// <summary>Adds a reader for each KIND of usage and seats.</summary>
    public static IServiceCollection AddUsageReaders(this IServiceCollection services) => services
        .AddSingleton<IFileReader, CopilotUsageReader>()
        .AddSingleton<IFileReader, CopilotSeatsReader>()
        .AddSingleton<IFileReader, ClaudeCodeReader>()
        .AddSingleton<IFileReader, UsageCsvReader>();
}
