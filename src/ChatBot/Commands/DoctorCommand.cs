using System.CommandLine;
using System.Text.Json;
using ChatBot.Channels.Slack;
using ChatBot.Channels.Teams;
using ChatBot.Chat;
using ChatBot.Commands.Doctor;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Commands;

/// <summary><c>doctor</c>: looks at everything that the service needs, and says in words what is not as it should be. Changes nothing.</summary>
internal static class DoctorCommand
{
    public static Command Build()
    {
        var command = new Command("doctor", "Looks at settings, database, clock, time zones, holidays and hosts; says what to do. Changes nothing.");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        var output = parsed.InvocationConfiguration.Output;
        var findings = await Look(parsed, cancel);
        var width = findings.Max(x => x.What.Length);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{Mark(finding.Grade)}  {finding.What.PadRight(width)}  {finding.Says}");
        }

        if (parsed.GetValue(Cli.Json))
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(new
            {
                good = findings.Count(x => x.Grade == Grade.Good),
                warnings = findings.Where(x => x.Grade == Grade.Warning).Select(x => new { what = x.What, says = x.Says }),
                bad = findings.Where(x => x.Grade == Grade.Bad).Select(x => new { what = x.What, says = x.Says }),
            }));
        }

        if (findings.Any(x => x.Grade == Grade.Bad))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Something must be mended; see the lines that begin with BAD.");
            return Cli.Failed;
        }

        return 0;
    }

    private static async Task<IReadOnlyList<Finding>> Look(ParseResult parsed, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        WebApplication app;
        try
        {
            app = Program.Build(["--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.Hosting.Lifetime=None", .. CommandHost.Settings(parsed)]);
        }
        catch (SettingsException wrong)
        {
            return [Finding.Bad("settings", wrong.Message)];
        }

        await using (app)
        {
            var parts = app.Services;
            findings.Add(Settings(app));
            findings.Add(DirectoryLook.TimeZones());
            var databases = parts.GetRequiredService<IDbContextFactory<BotDb>>();
            var clock = parts.GetRequiredService<TimeProvider>();
            var database = await new DatabaseLook(databases, parts.GetRequiredService<DatabaseAddress>(), clock).Look(cancel);
            findings.AddRange(database);
            if (database.Count > 1) // One finding alone says why it cannot be read.
            {
                findings.AddRange(await new DirectoryLook(databases, clock).Look(cancel));
            }

            findings.AddRange(await new HostLook(parts.GetRequiredService<TeamsSettings>(), parts.GetRequiredService<SlackSettings>(), clock).Look(cancel));
        }

        return findings;
    }

    /// <summary>What stops the service where it is to serve, beside the settings of each folder, which are checked when they are read.</summary>
    private static Finding Settings(WebApplication app)
    {
        try
        {
            app.Services.CheckPhrasebook();
        }
        catch (SettingsException wrong)
        {
            return Finding.Bad("settings", wrong.Message);
        }

        var development = app.Environment.IsDevelopment();
        return (app.Services.GetRequiredService<TeamsSettings>().ServingProblem(development) ?? app.Services.GetRequiredService<SlackSettings>().ServingProblem(development)) is { } problem
            ? Finding.Bad("settings", problem)
            : Finding.Good("settings", $"They can be used; the environment is {app.Environment.EnvironmentName}.");
    }

    private static string Mark(Grade grade) => grade switch { Grade.Good => "ok  ", Grade.Warning => "look", _ => "BAD " };
}
