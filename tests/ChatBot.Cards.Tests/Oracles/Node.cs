using System.Diagnostics;

namespace ChatBot.Cards.Tests.Oracles;

/// <summary>Runs the official JavaScript packages under tests/oracles (Microsoft's) and tests/oracles-slack.</summary>
internal static class Node
{
    private static string Tests => Path.Combine(Repository.Root, "tests");

    /// <summary>Why the scripts of a folder cannot run here, or null.</summary>
    public static string? Missing(string folder = "oracles")
    {
        if (!Directory.Exists(Path.Combine(Tests, folder, "node_modules")))
        {
            return $"tests/{folder}/node_modules is missing: npm ci --prefix tests/{folder}";
        }

        try
        {
            return Run(["--version"]).Code == 0 ? null : "node does not run";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "node is not installed";
        }
    }

    public static (int Code, string Output, string Error) Script(string script, params string[] arguments) => ScriptOf("oracles", script, arguments);

    public static (int Code, string Output, string Error) ScriptOf(string folder, string script, params string[] arguments) => Run([Path.Combine(Tests, folder, script), .. arguments]);

    private static (int Code, string Output, string Error) Run(string[] arguments)
    {
        var start = new ProcessStartInfo("node", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        // formatNumber and toUpper of the official engine follow the machine's locale.
        start.Environment["LC_ALL"] = "en_US.UTF-8";
        using var node = Process.Start(start)!;
        var error = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        return (node.ExitCode, output, error.Result);
    }
}

/// <summary>A test that asks the official packages; skipped with its reason where Node or they are missing.</summary>
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Node.Missing();
}

/// <summary>A test that asks Slack's packages; skipped with its reason where Node or they are missing.</summary>
public sealed class SlackNodeFactAttribute : FactAttribute
{
    public SlackNodeFactAttribute() => Skip = Node.Missing("oracles-slack");
}
