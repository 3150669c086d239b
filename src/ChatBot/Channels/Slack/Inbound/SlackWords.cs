using System.Globalization;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>Said where no card can be: at a field, or when an event could not be taken. Everything else that people read stands in cards and the phrasebook.</summary>
internal static class SlackWords
{
    /// <summary>The event could not be committed; nothing was done.</summary>
    public const string TryAgain = "That did not reach me, and nothing was done. Please try again in a moment.";

    /// <summary>A field that must be filled in holds nothing but spaces.</summary>
    public const string Empty = "Please write something here.";

    /// <summary>A field holds more than it may.</summary>
    public static string TooLong(int most) => string.Create(CultureInfo.InvariantCulture, $"At most {most:N0} characters fit here.");
}
