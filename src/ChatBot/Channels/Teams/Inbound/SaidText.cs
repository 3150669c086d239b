using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>What somebody typed, without the mention of the bot that a room needs and with Teams' markup undone.</summary>
internal static partial class SaidText
{
    /// <summary>Longest text kept; what follows is no command.</summary>
    private const int MaxLength = 12_000;

    /// <summary>The text as typed.</summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text;
        foreach (var mention in activity.Mentions)
        {
            if (mention.Id.Length > 0 && mention.Id == activity.Recipient.Id)
            {
                var marked = mention.Text.Length > 0 ? mention.Text : $"<at>{mention.Name}</at>";
                text = text.Replace(marked, " ", StringComparison.OrdinalIgnoreCase);
            }
        }

        // The entity's text is not always the text in the message; a mention of the bot left in front still is one.
        var leading = LeadingMention().Match(text);
        if (leading.Success && Plain(leading.Groups["name"].Value).TrimStart('@').Equals(activity.Recipient.Name, StringComparison.OrdinalIgnoreCase))
        {
            text = text[leading.Length..];
        }

        text = Plain(Tag().Replace(text, string.Empty));
        return text.Length <= MaxLength ? text : text[..(char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    /// <summary>Entities decoded once, every kind of space a space, control characters gone.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in WebUtility.HtmlDecode(text))
        {
            if (c is '\n' or '\r' or '\t' || char.IsWhiteSpace(c))
            {
                plain.Append(' ');
            }
            else if (!char.IsControl(c))
            {
                plain.Append(c);
            }
        }

        return plain.ToString().Trim();
    }

    [GeneratedRegex(@"\A\s*<at>(?<name>[^<]{0,200})</at>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LeadingMention();

    [GeneratedRegex("</?at>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
