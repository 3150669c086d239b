using System.Text.Json;

namespace ChatBot.Commands.Demo;

/// <summary>An editor as Copilot's report names it, with a version that reports everything and one below the vendor's minimum.</summary>
internal sealed record Editor(string Name, JsonEncodedText Ide, JsonEncodedText Plugin, string Version, string PluginVersion, string OldVersion, string OldPluginVersion)
{
    private static readonly Editor[] All =
    [
        Of("vscode", "copilot-chat", "1.121.0", "0.49.1", "1.104.2", "0.31.5"),
        Of("intellij", "copilot-intellij", "2026.2.1", "1.6.4-261", "2024.1.7", "1.5.40-241"),
        Of("visualstudio", "copilot-vs", "18.1.11304.174", "18.1.120.5", "17.12.4", "17.12.98.1"),
        Of("eclipse", "copilot-eclipse", "4.37", "0.14.0", "4.30", "0.9.1"),
        Of("xcode", "copilot-xcode", "16.4", "0.45.0", "13.1", "0.30.0"),
    ];

    /// <summary>Three of four use Visual Studio Code; whoever does, does so every day.</summary>
    public static Editor Of(Member member) => member.Index % 4 != 0 ? All[0] : All[member.Index / 4 % All.Length];

    private static Editor Of(string ide, string plugin, string version, string pluginVersion, string oldVersion, string oldPluginVersion) =>
        new(ide, JsonEncodedText.Encode(ide), JsonEncodedText.Encode(plugin), version, pluginVersion, oldVersion, oldPluginVersion);
}
