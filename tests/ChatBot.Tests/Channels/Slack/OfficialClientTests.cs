using System.Diagnostics;
using ChatBot.Tests.Layout;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>A test that asks Slack's packages; skipped with its reason where Node or they are missing.</summary>
public sealed class SlackPackagesFactAttribute : FactAttribute
{
    public SlackPackagesFactAttribute() => Skip =
        !Directory.Exists(Path.Combine(Repository.Root, "tests/oracles-slack/node_modules/@slack/web-api")) ? "npm ci --prefix tests/oracles-slack was not run"
        : OfficialClient.Run("--version") is null ? "node is not installed" : null;
}

/// <summary>Runs a script of Slack's packages.</summary>
internal static class OfficialClient
{
    /// <summary>Exit code and output; null where there is no Node.</summary>
    public static (int Code, string Output)? Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var node = Process.Start(start)!;
            var errors = node.StandardError.ReadToEndAsync();
            var output = node.StandardOutput.ReadToEnd();
            node.WaitForExit();
            return (node.ExitCode, output + errors.Result);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>The fake is a Slack to Slack's own client too, and the signatures are judged alike.</summary>
public sealed class OfficialClientTests
{
    private static readonly string Scripts = Path.Combine(Repository.Root, "tests/oracles-slack");

    [SlackPackagesFact]
    public async Task Slacks_own_client_runs_against_the_fake()
    {
        await using var slack = await FakeSlack.Start();

        var (code, output) = OfficialClient.Run(Path.Combine(Scripts, "web-api.mjs"), $"{slack.Address}api/")!.Value;

        Assert.True(code == 0, output);
        Assert.Equal(14, output.Split("\"agrees\":true").Length - 1);
    }

    [SlackPackagesFact]
    public void Slacks_own_check_judges_the_signed_requests_alike()
    {
        var (code, output) = OfficialClient.Run(Path.Combine(Scripts, "signatures.mjs"), Path.Combine(Repository.Root, "tests/ChatBot.Tests/Channels/Slack/signatures.json"))!.Value;

        Assert.True(code == 0, output);
    }
}
