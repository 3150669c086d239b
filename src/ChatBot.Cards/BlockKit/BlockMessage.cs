using System.Text.Json.Nodes;

namespace ChatBot.Cards.BlockKit;

/// <summary>What chat.postMessage, chat.update, chat.postEphemeral and a response_url take of a card.</summary>
/// <param name="Text">The whole card as text, escaped, at most 3,900 units: for notifications and screen readers.</param>
/// <param name="Blocks">At most 50 blocks.</param>
public sealed record BlockMessage(string Text, JsonArray Blocks)
{
    /// <summary>
    /// As members of a request's body. Slack is told to make no links, names or previews of its own
    /// (<c>parse</c>, <c>link_names</c>, <c>unfurl_links</c>, <c>unfurl_media</c>).
    /// </summary>
    public JsonObject ToJson() => new()
    {
        ["text"] = Text,
        ["blocks"] = Blocks.DeepClone(),
        ["parse"] = "none",
        ["link_names"] = false,
        ["unfurl_links"] = false,
        ["unfurl_media"] = false,
    };
}
