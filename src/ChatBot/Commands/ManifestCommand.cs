using System.CommandLine;
using ChatBot.Channels.Teams;

namespace ChatBot.Commands;

/// <summary><c>manifest build</c>: the package to upload to Teams.</summary>
internal static class ManifestCommand
{
    private static readonly Option<FileInfo> Out = new("--out") { Description = "The file to write.", HelpName = "FILE", DefaultValueFactory = _ => new FileInfo("chatbot-teams.zip") };

    private static readonly Option<string?> AppId = new("--app-id") { Description = "The bot's Microsoft App ID, a GUID; else Teams:AppId.", HelpName = "GUID" };

    public static Command Build()
    {
        var build = new Command("build", "Makes the app package to upload to Teams.") { Out, AppId };
        build.SetAction(Run);
        return new Command("manifest", "Makes the app packages of the chat platforms.") { build };
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken cancel)
    {
        // Settings and files are all it needs: the package is often made where the service is not yet set up.
        var host = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var appId = parsed.GetValue(AppId) ?? host.Configuration.Read<TeamsSettings>().AppId;
        if (!Guid.TryParseExact(appId, "D", out _))
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("The bot's Microsoft App ID must be a GUID: set Teams:AppId or give --app-id.");
            return Cli.Failed;
        }

        var file = parsed.GetRequiredValue(Out);
        var package = AppPackage.Build(host.Environment.ContentRootFileProvider, host.Configuration.Read<AppPackageSettings>(), appId);
        await File.WriteAllBytesAsync(file.FullName, package, cancel);
        await parsed.InvocationConfiguration.Output.WriteLineAsync($"Wrote {file.FullName} ({package.Length} bytes) for {appId}.");
        return 0;
    }
}
