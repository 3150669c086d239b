using System.Text.Json;
using System.Text.Json.Nodes;
using ChatBot.Cards;

namespace ChatBot.Commands;

/// <summary>A card as a channel shows it, for the commands that print one.</summary>
internal static class Rendering
{
    /// <summary>The names that <c>--channel</c> takes.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["text", "teams", "slack", "html"];

    private static readonly JsonSerializerOptions Indented = new(CardJson.Options) { WriteIndented = true };

    /// <summary>The card in the channel's form; null for one that this version cannot write.</summary>
    public static string? Of(JsonObject card, string channel) => channel switch
    {
        "text" => CardText.Render(card),
        "teams" => card.ToJsonString(Indented),
        "html" => CardHtml.Render(card, "/"),
        _ => null,
    };

    /// <summary>Prints the card, or says in one sentence why not.</summary>
    public static async Task<int> Print(JsonObject card, string channel, TextWriter output, TextWriter error)
    {
        if (Of(card, channel) is not { } text)
        {
            await error.WriteLineAsync("Slack's Block Kit comes with Slack: use --channel text, teams or html until then.");
            return Cli.Failed;
        }

        await output.WriteLineAsync(text.TrimEnd('\n'));
        return 0;
    }
}
