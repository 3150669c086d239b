namespace ChatBot.Features.Appeals;

/// <summary>Registers what the programme office does about appeals.</summary>
internal static class AppealOffice
{
    public static IServiceCollection AddAppealOffice(this IServiceCollection services) => services
        .AddScoped<FindGaps>()
        .AddSingleton<LookForOthers>();
}
