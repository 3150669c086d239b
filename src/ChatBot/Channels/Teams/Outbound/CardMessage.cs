using System.Text.Json.Nodes;

namespace ChatBot.Channels.Teams.Outbound;

/// <summary>The activity that carries a card. A message with both text and card could be split in two by Teams and would then have no id.</summary>
internal static class CardMessage
{
    /// <summary>The content type of an Adaptive Card.</summary>
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The message.</summary>
    /// <param name="card">The card; it is copied.</param>
    /// <param name="summary">What the notification and the list of chats show.</param>
    /// <param name="replyTo">Id of the activity answered; null for a message nobody asked for.</param>
    public static JsonObject Of(JsonObject card, string summary, string? replyTo = null)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["summary"] = summary,
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = CardType, ["content"] = card.DeepClone() }),
        };
        if (replyTo is not null)
        {
            message["replyToId"] = replyTo;
        }

        return message;
    }
}
