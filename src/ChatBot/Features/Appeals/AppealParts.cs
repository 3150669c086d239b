namespace ChatBot.Features.Appeals;

/// <summary>Registers everything about appeals.</summary>
internal static class AppealParts
{
    public static IServiceCollection AddAppeals(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Read<AppealSettings>())
        .AddScoped<ActOnCase>()
        .AddCaseNews()
        .AddCaseEvidence()
        .AddAppealOffice()
        .AddCaseReview();
}
