namespace ChatBot.Channels.Slack.Inbound;

/// <summary>What happened.</summary>
internal enum Happening
{
    /// <summary>Somebody wrote to the bot: in its private chat, or in a channel by its name.</summary>
    Said,

    /// <summary>Somebody used the slash command.</summary>
    Commanded,

    /// <summary>Somebody pressed a button or a shortcut.</summary>
    Pressed,

    /// <summary>Somebody sent a form.</summary>
    Submitted,

    /// <summary>Somebody opened the bot's private chat.</summary>
    ChatOpened,

    /// <summary>Somebody opened the App Home tab.</summary>
    HomeOpened,

    /// <summary>The app was removed from the workspace, or its token revoked.</summary>
    Removed,
}

/// <summary>Where it happened, and what Slack gave along to answer it. What is absent is empty.</summary>
/// <param name="Channel">The conversation; a private one begins with D.</param>
/// <param name="Message">Time of the message that a pressed button stands on.</param>
/// <param name="Thread">Time of the message that heads the thread.</param>
/// <param name="ResponseUrl">Where an answer may be posted: five times, for half an hour.</param>
/// <param name="Trigger">Opens a form, once, within three seconds.</param>
/// <param name="IsEphemeral">The message is seen by the presser only, and is replaced by <paramref name="ResponseUrl"/> only.</param>
/// <param name="OnHome">A button of the App Home tab.</param>
internal sealed record Place(
    string Channel = "", string Message = "", string Thread = "", string ResponseUrl = "", string Trigger = "", bool IsEphemeral = false, bool OnHome = false)
{
    /// <summary>True where others may read along. Only a conversation whose id begins with D is between two.</summary>
    public bool IsRoom => Channel.Length > 0 && Channel[0] != 'D';
}

/// <summary>What somebody did on Slack. Who and where come from the signed envelope; everything else is hostile until checked.</summary>
internal sealed record SlackEvent
{
    /// <summary>What makes two arrivals the same event.</summary>
    public required string Key { get; init; }

    public required Happening What { get; init; }

    /// <summary>The workspace that the app is installed in and that the event came for.</summary>
    public required string Team { get; init; }

    /// <summary>The organisation of an Enterprise Grid; empty elsewhere.</summary>
    public required string Enterprise { get; init; }

    public required string User { get; init; }

    /// <summary>The workspace that the user belongs to where Slack says so: another one's in a shared channel.</summary>
    public string UserTeam { get; init; } = string.Empty;

    public required Place Place { get; init; }

    /// <summary>What was typed.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>For a press: the command's name.</summary>
    public string Command { get; init; } = string.Empty;

    /// <summary>For a press or a form: the button's data, and the form's inputs.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
