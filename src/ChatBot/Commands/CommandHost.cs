using System.CommandLine;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands;

/// <summary>Gives a command the same parts as the service has, without listening.</summary>
internal static class CommandHost
{
    /// <summary>The parts, with the database migrated. Logs go to stderr, warnings and worse.</summary>
    public static async Task<WebApplication> Open(ParseResult parsed, CancellationToken cancel)
    {
        var app = Program.Build(
        [
            "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Warning",
            "--Logging:Console:LogToStandardErrorThreshold=Trace",
            "--Deliveries:Enabled=false",
            .. Settings(parsed),
        ]);
        await Databases.Migrate(app.Services.GetRequiredService<IDbContextFactory<BotDb>>(), cancel);
        return app;
    }

    /// <summary>The command line's own settings in the form that <see cref="Program.Build"/> takes.</summary>
    public static IEnumerable<string> Settings(ParseResult parsed) =>
        parsed.GetValue(Cli.Database) is { } database ? [$"--ConnectionStrings:BotDb={database}"] : [];
}
