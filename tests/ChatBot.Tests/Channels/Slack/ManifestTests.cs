using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ChatBot.Chat;
using ChatBot.Tests.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>The manifest that an app is made of: it says what the service does, and asks for what the service uses and nothing more.</summary>
public sealed partial class ManifestTests
{
    private const string Folder = "src/ChatBot/Channels/Slack";
    private static readonly JsonNode Manifest = JsonNode.Parse(Repository.Read("manifest/slack/manifest.json"))!;

    /// <summary>What each method needs, by its page.</summary>
    private static readonly Dictionary<string, string[]> MethodScopes = new(StringComparer.Ordinal)
    {
        ["auth.test"] = [], ["views.open"] = [], ["views.update"] = [], ["views.publish"] = [],
        ["chat.postMessage"] = ["chat:write"], ["chat.postEphemeral"] = ["chat:write"], ["chat.update"] = ["chat:write"],
        ["conversations.open"] = ["im:write"], ["users.info"] = ["users:read"], ["users.lookupByEmail"] = ["users:read", "users:read.email"],
    };

    /// <summary>What each event needs, by its page.</summary>
    private static readonly Dictionary<string, string[]> EventScopes = new(StringComparer.Ordinal)
    {
        ["message.im"] = ["im:history"], ["app_mention"] = ["app_mentions:read"], ["app_home_opened"] = [], ["app_uninstalled"] = [], ["tokens_revoked"] = [],
    };

    [Fact]
    public void The_scopes_are_those_of_the_methods_and_events_in_use()
    {
        var methods = MethodCall().Matches(Repository.Read($"{Folder}/Outbound/SlackApi.cs")).Select(match => match.Groups["method"].Value).ToList();
        var events = Manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(one => (string)one!).ToList();

        Assert.Equal(MethodScopes.Keys.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
        Assert.Equal(
            methods.SelectMany(method => MethodScopes[method]).Concat(events.SelectMany(name => EventScopes[name])).Append("commands").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            Manifest["oauth_config"]!["scopes"]!["bot"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public void The_events_are_those_that_are_read()
    {
        var read = EventName().Matches(Repository.Read($"{Folder}/Inbound/EventReader.cs")).Select(match => match.Groups["name"].Value).Select(name => name == "message" ? "message.im" : name);

        Assert.Equal(read.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), Manifest["settings"]!["event_subscriptions"]!["bot_events"]!.AsArray().Select(one => (string)one!));
    }

    [Fact]
    public async Task The_commands_and_shortcuts_are_those_of_the_phrasebook()
    {
        await using var app = Program.Build("--environment=Development");
        var rows = app.Services.GetRequiredService<Phrasebook>().Rows.Where(row => row.Help.Length > 0).ToList();
        var command = Assert.Single(Manifest["features"]!["slash_commands"]!.AsArray())!;

        Assert.Equal("/ai-usage", (string?)command["command"]);
        Assert.True((bool)command["should_escape"]!);
        Assert.Equal(string.Join(" | ", rows.Select(row => row.Phrases[0])), (string?)command["usage_hint"]);
        Assert.All(Manifest["features"]!["shortcuts"]!.AsArray(), shortcut =>
        {
            var row = Assert.Single(rows, row => row.Name == (string)shortcut!["callback_id"]!);
            Assert.Equal((row.Title, row.Help, Effect.Shows), ((string)shortcut!["name"]!, (string)shortcut["description"]!, row.Effect));
        });
    }

    [Fact]
    public void The_addresses_are_the_doors_of_the_service()
    {
        var doors = Route().Matches(Repository.Read($"{Folder}/Registration.cs")).Select(match => "https://chatbot.example.com" + match.Groups["route"].Value);

        Assert.Equal(
            doors.Order(StringComparer.Ordinal),
            new[]
            {
                (string)Manifest["features"]!["slash_commands"]![0]!["url"]!,
                (string)Manifest["settings"]!["event_subscriptions"]!["request_url"]!,
                (string)Manifest["settings"]!["interactivity"]!["request_url"]!,
            });
        Assert.True((bool)Manifest["features"]!["app_home"]!["messages_tab_enabled"]!);
        Assert.True((bool)Manifest["features"]!["app_home"]!["home_tab_enabled"]!);
    }

    [Fact]
    public void Every_text_fits()
    {
        var about = Manifest["display_information"]!;
        Assert.InRange(((string)about["name"]!).Length, 1, 35);
        Assert.InRange(((string)about["description"]!).Length, 1, 140);
        Assert.InRange(((string)about["long_description"]!).Length, 175, 4000);
        Assert.InRange(((string)Manifest["features"]!["slash_commands"]![0]!["usage_hint"]!).Length, 1, 1000);
        Assert.InRange(Manifest["features"]!["shortcuts"]!.AsArray().Count, 1, 10);
        Assert.All(Manifest["features"]!["shortcuts"]!.AsArray(), shortcut => Assert.True(((string)shortcut!["name"]!).Length <= 24 && ((string)shortcut["description"]!).Length <= 150));
    }

    [GeneratedRegex("Call\\(\\s*\"(?<method>[A-Za-z.]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MethodCall();

    [GeneratedRegex("^            \"(?<name>[a-z_]+)\"[^\\n]* => (Said\\(|start with( \\{ What|\\n))", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex EventName();

    [GeneratedRegex("MapPost\\(\"(?<route>/[a-z/]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Route();
}
