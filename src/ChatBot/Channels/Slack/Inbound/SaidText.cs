using System.Text;
using System.Text.RegularExpressions;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>What somebody typed, without the mention of the bot and with Slack's escapes undone.</summary>
internal static partial class SaidText
{
    /// <summary>Longest text kept; what follows is no command.</summary>
    private const int MaxLength = 12_000;

    /// <summary>The text as typed.</summary>
    /// <param name="text">As it came: <c>&lt;@U1&gt;</c>, <c>&lt;#C1|name&gt;</c>, <c>&lt;https://…|label&gt;</c>, and three entities.</param>
    /// <param name="bot">The bot's own user id.</param>
    public static string Of(string text, string bot)
    {
        var said = Angled().Replace(text, match => Shown(match.Groups["in"].Value, bot));
        said = said.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
        var plain = new StringBuilder(said.Length);
        foreach (var c in said)
        {
            if (char.IsWhiteSpace(c))
            {
                plain.Append(' ');
            }
            else if (!char.IsControl(c))
            {
                plain.Append(c);
            }
        }

        var result = plain.ToString().Trim();
        return result.Length <= MaxLength ? result : result[..(char.IsHighSurrogate(result[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }

    private static string Shown(string inside, string bot)
    {
        var bar = inside.IndexOf('|', StringComparison.Ordinal);
        var (target, label) = bar < 0 ? (inside, string.Empty) : (inside[..bar], inside[(bar + 1)..]);
        return target switch
        {
            ['@', .. var user] => bot.Length > 0 && user == bot ? " " : "@" + (label.Length > 0 ? label : user),
            ['#', .. var channel] => "#" + (label.Length > 0 ? label : channel),
            ['!', .. var special] => label.Length > 0 ? label : "@" + special,
            _ when label.Length > 0 => label,
            _ => target.StartsWith("mailto:", StringComparison.Ordinal) ? target["mailto:".Length..] : target,
        };
    }

    [GeneratedRegex("<(?<in>[^<>]{1,3000})>", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Angled();
}
