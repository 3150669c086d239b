using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ChatBot.Deliveries;

/// <summary>Registers the outbox's worker and what operators do to it. What is sent is registered by the features, see <see cref="DeliveryKinds"/>.</summary>
internal static class Registration
{
    /// <summary>Adds the worker; it runs under <c>serve</c> only. A wrong setting stops the service.</summary>
    public static IServiceCollection AddDeliveries(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<IFailPoint, NoFailPoint>();
        return services
            .AddSingleton(configuration.Read<DeliveriesSettings>())
            .AddSingleton<Doorbell>().AddSingleton<OutboxRows>().AddSingleton<Reach>().AddSingleton<Paces>().AddSingleton<Deliver>()
            .AddSingleton<Brake>().AddSingleton<Runs>()
            .AddHostedService<Dispatch>();
    }
}
