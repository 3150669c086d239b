using ChatBot.Channels.Teams.Inbound;
using ChatBot.Channels.Teams.Outbound;
using ChatBot.Chat;

namespace ChatBot.Channels.Teams;

/// <summary>Registers Microsoft Teams: the Bot Framework protocol, by its public specification.</summary>
internal static class Registration
{
    /// <summary>Adds the channel's parts; a wrong setting stops the service.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Read<TeamsSettings>();
        services.AddSingleton(settings);
        if (settings.Off)
        {
            return services;
        }

        services.AddTeamsHttp();
        return services
            .AddSingleton<InboundTokens>().AddSingleton<Admission>().AddSingleton<Addresses>()
            .AddSingleton<OutboundTokens>().AddSingleton<ConversationWindows>().AddSingleton<Connector>().AddSingleton<IChannel, TeamsChannel>()
            .AddSingleton<TurnAnswers>().AddSingleton<Backlog>().AddSingleton<Presses>().AddSingleton<MessagesEndpoint>()
            .AddHostedService<Start>().AddHostedService(provider => provider.GetRequiredService<Backlog>());
    }

    /// <summary>Maps <c>POST /api/messages</c>; every other method there is refused. A company without Teams has none of it.</summary>
    public static void MapTeams(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<TeamsSettings>().Off)
        {
            endpoints.MapPost("/api/messages", (HttpContext http, MessagesEndpoint endpoint) => endpoint.Handle(http));
        }
    }

    /// <summary>Before the service listens: outside Development the bot must have credentials. Commands that only use its parts need none.</summary>
    private sealed class Start(TeamsSettings settings, IHostEnvironment environment) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            settings.ServingProblem(environment.IsDevelopment()) is { } problem ? throw new SettingsException(problem) : Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
