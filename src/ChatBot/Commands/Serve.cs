using System.CommandLine;
using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands;

/// <summary><c>serve</c>: answers in Teams, Slack and, in Development, on the local page.</summary>
internal static class Serve
{
    private static readonly string[] HostSettings = ["urls", "http_ports", "https_ports", "environment", "contentRoot", "applicationName"];

    public static Command Build()
    {
        var command = new Command("serve", "Serves (what happens without a command). Takes settings too, as --Key:Sub=value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.UnmatchedTokens.FirstOrDefault(token => !IsSetting(token)) is { } unknown)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{Mistakes.Unknown(parsed, unknown)} A setting is given as --Key:Sub=value.");
            return Cli.BadArguments;
        }

        await using var app = await Open([.. parsed.UnmatchedTokens, .. CommandHost.Settings(parsed)], parsed.InvocationConfiguration.Output, cancel);
        await app.RunAsync(cancel);
        return 0;
    }

    /// <summary>The service, ready to be started: its words and cards checked, its database migrated and, on a newcomer's first start, filled.</summary>
    /// <param name="settings">Settings as <c>--Key:Sub=value</c>.</param>
    /// <param name="output">Where a first start tells what it does.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<WebApplication> Open(string[] settings, TextWriter output, CancellationToken cancel)
    {
        var app = Program.Build(settings);
        app.Services.CheckPhrasebook();
        await Databases.Migrate(app.Services.GetRequiredService<IDbContextFactory<BotDb>>(), cancel);
        await app.Services.GetRequiredService<DeliveryLedger>().SettleLeftOvers(LeftOverAge(app.Services), cancel);
        if (LoadDemo.IsWanted(app))
        {
            await LoadDemo.Run(app.Services, output, cancel);
        }

        return app;
    }

    /// <summary>An embedded database has one process, which has just started: whatever is being sent is left over. On PostgreSQL another node may be sending it.</summary>
    private static TimeSpan LeftOverAge(IServiceProvider parts) => parts.GetRequiredService<DatabaseAddress>().IsPostgres ? TimeSpan.FromMinutes(10) : TimeSpan.Zero;

    /// <summary>A setting names its section; the host has a few without one, which test hosts use too, and those name a section alone with no value.</summary>
    private static bool IsSetting(string token)
    {
        var name = token.StartsWith("--", StringComparison.Ordinal) && token.IndexOf('=', StringComparison.Ordinal) is > 2 and var end ? token[2..end] : string.Empty;
        return name.Contains(':', StringComparison.Ordinal) || (name.Length > 0 && token[^1] == '=') || HostSettings.Contains(name, StringComparer.OrdinalIgnoreCase);
    }
}
