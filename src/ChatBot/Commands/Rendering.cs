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

    /// <summary>The card in the channel's form.</summary>
    public static string Of(JsonObject card, string channel) => channel switch
    {
        "text" => CardText.Render(card),
        "slack" => Slack(card).ToJsonString(Indented),
        "html" => CardHtml.Render(card, "/"),
        _ => card.ToJsonString(Indented),
    };

    /// <summary>Prints the card.</summary>
    public static async Task<int> Print(JsonObject card, string channel, TextWriter output)
    {
        await output.WriteLineAsync(Of(card, channel).TrimEnd('\n'));
        return 0;
    }

    /// <summary>Members of a message; a form also has the view that its button opens.</summary>
    private static JsonObject Slack(JsonObject card)
    {
        var message = CardBlocks.Message(card).ToJson();
        if (CardBlocks.IsForm(card))
        {
            message["view"] = CardBlocks.Modal(card);
        }

        return message;
    }
}
