using System.Text.Json.Nodes;
using ChatBot.Storage;

namespace ChatBot.Chat;

/// <summary>How a send ended.</summary>
internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The provider accepted it; <paramref name="MessageId"/> is empty where it gives none.</summary>
    public sealed record Sent(string MessageId) : SendOutcome;

    /// <summary>Refused before it was accepted; <paramref name="Code"/> is the provider's, <paramref name="Gone"/> when the person cannot be reached any more.</summary>
    public sealed record Refused(string Code, bool Gone) : SendOutcome;

    /// <summary>Nobody can say whether it was accepted.</summary>
    public sealed record Unclear(string Code) : SendOutcome;
}

/// <summary>A channel's outgoing side. It translates a card to its wire and sends; it never contains a feature.</summary>
internal interface IChannel
{
    /// <summary>Which one.</summary>
    Channel Channel { get; }

    /// <summary>Sends a card to a person's private chat.</summary>
    Task<SendOutcome> Send(AddressRow address, JsonObject card, CancellationToken cancel);
}
