using System.Text.Json;

namespace ChatBot.Channels.Teams;

/// <summary>Somebody in an activity. <paramref name="Id"/> differs per bot; <paramref name="EntraId"/> does not.</summary>
internal sealed record ActivityAccount(string Id, string Name, string EntraId)
{
    public static readonly ActivityAccount Nobody = new(string.Empty, string.Empty, string.Empty);
}

/// <summary>Where an activity happened. <paramref name="Kind"/> is <c>personal</c>, <c>groupChat</c> or <c>channel</c> on Teams.</summary>
internal sealed record ActivityConversation(string Id, string Kind, bool IsGroup, string Tenant)
{
    public static readonly ActivityConversation Nowhere = new(string.Empty, string.Empty, IsGroup: false, string.Empty);
}

/// <summary>A mention: who, and the text that stands for it in the message.</summary>
internal sealed record ActivityMention(string Id, string Name, string Text);

/// <summary>
/// What the bot reads of a Bot Framework activity (protocol-activity 3.4); the many other members are left alone.
/// Absent strings are empty. Everything in it comes from outside: only the envelope's token says who sent it.
/// </summary>
internal sealed record Activity
{
    public required string Type { get; init; }

    public required string Id { get; init; }

    /// <summary>Base address for replies, believed only after it was checked against the token and the list of hosts.</summary>
    public required string ServiceUrl { get; init; }

    public required string ChannelId { get; init; }

    public required ActivityAccount From { get; init; }

    /// <summary>The bot.</summary>
    public required ActivityAccount Recipient { get; init; }

    public required ActivityConversation Conversation { get; init; }

    public required string Text { get; init; }

    /// <summary>For a pressed button the message it stands on.</summary>
    public required string ReplyToId { get; init; }

    /// <summary>Name of an invoke.</summary>
    public required string Name { get; init; }

    /// <summary>Of an installationUpdate: <c>add</c>, <c>remove</c>, <c>add-upgrade</c>, <c>remove-upgrade</c>.</summary>
    public required string Action { get; init; }

    /// <summary>What a button or an invoke carries; null when absent or JSON null.</summary>
    public required JsonElement? Value { get; init; }

    public required IReadOnlyList<ActivityMention> Mentions { get; init; }

    public required IReadOnlyList<ActivityAccount> MembersAdded { get; init; }

    public required IReadOnlyList<ActivityAccount> MembersRemoved { get; init; }

    /// <summary><c>channelData.tenant.id</c>, else the conversation's.</summary>
    public required string Tenant { get; init; }

    /// <summary>True when it was said in a group chat or a channel. On Teams whatever is not plainly personal counts as a room.</summary>
    public bool InRoom => ChannelId == TeamsChannelId ? Conversation.Kind != "personal" || Conversation.IsGroup : Conversation.IsGroup;

    /// <summary>The channel id of Teams.</summary>
    public const string TeamsChannelId = "msteams";
}
