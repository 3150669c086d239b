using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>What is said about teams.</summary>
internal static class TeamPhrases
{
    /// <summary>Adds what makes and keeps the figures about groups.</summary>
    public static IServiceCollection AddTeamFigures(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Read<DigestSettings>())
        .AddSingleton<ClassReader>()
        .AddSingleton<MakeTeamFigures>()
        .AddSingleton<TeamFigures>();
}
