namespace ChatBot.Features.Digests;

/// <summary>Registers what plans digests; the folder's settings are registered with its figures.</summary>
internal static class DigestPlanning
{
    public static IServiceCollection AddDigestPlanning(this IServiceCollection services) => services
        .AddSingleton<DigestTiming>()
        .AddSingleton<IWeeklyKind, PlanPersonal>()
        .AddSingleton<PlanDigests>()
        .AddSingleton<DigestSweep>();
}
