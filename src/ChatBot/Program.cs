using ChatBot;
using ChatBot.Channels.Slack;
using ChatBot.Channels.Teams;
using ChatBot.Channels.Web;
using ChatBot.Chat;
using ChatBot.Commands;
using ChatBot.Deliveries;
using ChatBot.Features.Appeals;
using ChatBot.Features.Digests;
using ChatBot.Features.Help;
using ChatBot.Features.People;
using ChatBot.Features.Scores;
using ChatBot.Health;
using ChatBot.Sources;
using ChatBot.Storage;

return await Cli.Run(args);

/// <summary>What the service is made of.</summary>
internal sealed partial class Program
{
    /// <summary>The service with everything registered and mapped, not started: <c>serve</c> starts it, other commands only use its parts.</summary>
    /// <param name="settings">Settings as <c>--Key:Sub=value</c>; they win over the files and the environment.</param>
    internal static WebApplication Build(params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        var (services, configuration, environment) = (builder.Services, builder.Configuration, builder.Environment);

        builder.AddListening();
        services.AddClock(configuration, environment);
        services.AddStorage(configuration);
        services.AddWriting();
        services.AddImporting();
        services.AddChat();
        services.AddPhrasebook(configuration, environment);
        services.AddProgramme(configuration);
        services.AddRubric(configuration, environment);
        services.AddScoring();
        services.AddTeamFigures(configuration);
        services.AddScorePhrases().AddOwnAppeals().AddTeamPhrases().AddPeoplePhrases().AddDigestPhrases().AddHelpPhrases();
        services.AddPlanning(configuration);
        services.AddDigestPlanning().AddDigestDelivery();
        services.AddNotices();
        services.AddAppeals(configuration);
        services.AddTeams(configuration);
        services.AddSlack(configuration);
        services.AddDeliveries(configuration);
        services.AddLocalPage(configuration, environment);
        services.AddSchedule(configuration);
        services.AddHealth();

        var app = builder.Build();
        app.MapTeams();
        app.MapSlack();
        app.MapHealth();
        app.MapLocalPage();
        return app;
    }
}
