using Microsoft.Extensions.Primitives;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>The token of an <c>Authorization</c> header.</summary>
internal static class BearerToken
{
    /// <summary>Longest token looked at, in characters. Real ones have about 1,000.</summary>
    public const int MaxLength = 16 * 1024;

    /// <summary>The token, or null unless there is one header with the two words <c>Bearer</c> and a signed token.</summary>
    public static string? Read(StringValues header)
    {
        if (header.Count != 1 || header[0] is not { Length: <= MaxLength } value)
        {
            return null;
        }

        var words = value.Split(' ');
        return words.Length == 2 && words[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase) && IsCompact(words[1]) ? words[1] : null;
    }

    /// <summary>Three parts, none empty: a token without a signature has an empty third, an encrypted one has five.</summary>
    private static bool IsCompact(string token)
    {
        var parts = token.Split('.');
        return parts.Length == 3 && parts.All(part => part.Length > 0 && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
    }
}
