using ChatBot.Chat;

namespace ChatBot.Features.Digests;

/// <summary>What can be said and pressed about one's own weekly summary: the rows, their handlers and their cards.</summary>
internal static class DigestPhrases
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddDigestPhrases(this IServiceCollection services) => services
        .AddCard<DigestCard>("digest");
}
