using ChatBot.Channels.Slack.Inbound;
using ChatBot.Channels.Slack.Outbound;
using ChatBot.Chat;

namespace ChatBot.Channels.Slack;

/// <summary>Registers Slack; without a bot token nothing of it is there.</summary>
internal static class Registration
{
    /// <summary>Adds the channel's parts; a wrong setting stops the service.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = configuration.Read<SlackSettings>();
        services.AddSingleton(settings);
        if (!settings.IsOn)
        {
            return services;
        }

        services.AddSlackHttp();
        return services
            .AddSingleton<ChannelWindows>().AddSingleton<SlackApi>().AddSingleton<Visitors>().AddSingleton<Addresses>().AddSingleton<IChannel, SlackChannel>()
            .AddSingleton<SlackSignature>().AddSingleton<SlackAnswers>().AddSingleton<Backlog>().AddSingleton<Submissions>().AddSingleton<SlackEndpoints>()
            .AddHostedService<Start>().AddHostedService(provider => provider.GetRequiredService<Backlog>());
    }

    /// <summary>Maps Slack's three doors; every other method there is refused, and while Slack is off they are not there.</summary>
    public static void MapSlack(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<SlackSettings>().IsOn)
        {
            return;
        }

        endpoints.MapPost("/api/slack/events", (HttpContext http, SlackEndpoints doors) => doors.Handle(http, Door.Events));
        endpoints.MapPost("/api/slack/commands", (HttpContext http, SlackEndpoints doors) => doors.Handle(http, Door.Commands));
        endpoints.MapPost("/api/slack/interactions", (HttpContext http, SlackEndpoints doors) => doors.Handle(http, Door.Interactions));
    }

    /// <summary>Before the service listens: what only holds in Development must not be set elsewhere. Then, beside it, the token is tried.</summary>
    private sealed class Start(SlackSettings settings, SlackApi api, Phrasebook phrasebook, IHostEnvironment environment) : BackgroundService
    {
        public override Task StartAsync(CancellationToken cancellationToken) =>
            (settings.ServingProblem(environment.IsDevelopment()) ?? HomeProblem()) is { } problem ? throw new SettingsException(problem) : base.StartAsync(cancellationToken);

        /// <summary>Opening a tab changes nothing, so only what shows may stand there.</summary>
        private string? HomeProblem() =>
            SlackSettings.List(settings.Home).FirstOrDefault(command => phrasebook.Find(command) is not { Effect: Effect.Shows }) is { } wrong
                ? $"Slack:Home names {wrong}, which is no command that shows something."
                : null;

        /// <summary>The call itself logs a token that is refused.</summary>
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => api.Test(stoppingToken);
    }
}
