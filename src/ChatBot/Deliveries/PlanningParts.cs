namespace ChatBot.Deliveries;

/// <summary>Registers what planning needs, whatever is planned.</summary>
internal static class PlanningParts
{
    public static IServiceCollection AddPlanning(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.Read<PlanningSettings>())
        .AddSingleton<RecipientHours>()
        .AddSingleton<RunPlan>();
}
