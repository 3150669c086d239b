using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Digests;

/// <summary>What is said about teams.</summary>
internal static class TeamPhrases
{
    /// <summary>Adds what makes, keeps, plans and sends the figures about groups.</summary>
    public static IServiceCollection AddTeamFigures(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Read<DigestSettings>())
        .AddSingleton<ClassReader>()
        .AddSingleton<MakeTeamFigures>()
        .AddSingleton<TeamFigures>()
        .AddSingleton<TeamAnswer>()
        .AddSingleton<IWeeklyKind, PlanTeams>()
        .AddDeliveryKind<MakeTeamDigest>(DigestKinds.Team, DeliveryClass.Quiet);

    /// <summary>Makes the latest week's figures, where anything about groups may be told.</summary>
    public static Task Weekly(IServiceProvider parts, CancellationToken cancel) => parts.GetRequiredService<Programme>().IsPrivate
        ? Task.CompletedTask
        : parts.GetRequiredService<TeamFigures>().Prepare(DateOnly.FromDateTime(parts.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime), cancel);

    /// <summary>Adds the row, its handler and its card.</summary>
    public static IServiceCollection AddTeamPhrases(this IServiceCollection services) => services.AddPhrase(Team).AddCard<TeamCard>("team");

    private static Phrase Team { get; } = new(
        "team.show", "My team's digest", "for who has reports: rounded numbers about the team, without names",
        [
            "team digest", "my team's digest", "digest of my team", "team summary", "my team's summary", "my team", "how is my team doing", "how's my team", "how is the team doing", "how are we doing as a team",
            "team usage", "my team's usage", "usage of my team", "team adoption", "my team's adoption", "team numbers", "my team's numbers", "team figures", "my team's figures", "team statistics",
            "team stats", "my team's stats", "team report", "my team's report", "team overview", "team activity", "what is my team's status", "=how many of my team use it", "manager digest", "manager's digest",
        ],
        typeof(ShowTeam));
}
