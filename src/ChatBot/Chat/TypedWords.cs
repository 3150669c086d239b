using System.Globalization;
using System.Text;

namespace ChatBot.Chat;

/// <summary>One word as typed, made comparable.</summary>
/// <param name="Text">Lower-case letters and digits without accents; <c>what's</c> is <c>whats</c>.</param>
/// <param name="Possessive">It ended in <c>'s</c>.</param>
/// <param name="Capital">It began with a capital and was not all capitals.</param>
/// <param name="Address">It is an e-mail address, or names somebody with an @ in front.</param>
internal readonly record struct TypedWord(string Text, bool Possessive, bool Capital, bool Address);

/// <summary>What somebody typed, as words. Culture plays no part: the same text gives the same words on every machine.</summary>
internal static class TypedWords
{
    /// <summary>What is looked at of a long text; nobody asks a question in more.</summary>
    public const int MostCharacters = 1_000;

    /// <summary>Words looked at.</summary>
    public const int MostWords = 60;

    /// <summary>The words of the text, in order; none for silence, emoji and punctuation.</summary>
    public static IReadOnlyList<TypedWord> Of(string? text)
    {
        var plain = Plain(text ?? string.Empty);
        var words = new List<TypedWord>();
        var at = 0;
        while (at < plain.Length && words.Count < MostWords)
        {
            while (at < plain.Length && !IsWord(plain[at]) && plain[at] != '@')
            {
                at++;
            }

            var start = at;
            while (at < plain.Length && (IsWord(plain[at]) || IsJoint(plain, at)))
            {
                at++;
            }

            if (at > start)
            {
                Add(words, plain.AsSpan(start, at - start));
            }
            else
            {
                at++; // An @ that begins no name.
            }
        }

        return words;
    }

    /// <summary>Lower-case without accents, whatever the culture: the Turkish dotless ı is an i.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (IsWord(c))
            {
                folded.Append(c == 'ı' ? 'i' : char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    private static void Add(List<TypedWord> words, ReadOnlySpan<char> raw)
    {
        var address = raw.Contains('@') && raw.Length > 1;
        var possessive = raw.Length > 2 && raw[^2] == '\'' && raw[^1] is 's' or 'S';
        var capital = char.IsUpper(raw[0]) && raw.Length > 1 && !char.IsUpper(raw[1]);
        var text = Fold(raw);
        if (text.Length > 0)
        {
            words.Add(new TypedWord(text, possessive, capital, address));
        }
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c);

    /// <summary>Apostrophes hold a word together; in an address so do <c>@ . - _ +</c>.</summary>
    private static bool IsJoint(string text, int at) => text[at] switch
    {
        '\'' => at > 0 && at + 1 < text.Length && IsWord(text[at - 1]) && IsWord(text[at + 1]),
        '@' => at + 1 < text.Length && IsWord(text[at + 1]),
        '.' or '-' or '_' or '+' => InAddress(text, at),
        _ => false,
    };

    /// <summary>Looks a bounded way to both sides for an @ before the next blank.</summary>
    private static bool InAddress(string text, int at)
    {
        const int furthest = 40;
        if (at == 0 || at + 1 >= text.Length || !IsWord(text[at - 1]) || !IsWord(text[at + 1]))
        {
            return false;
        }

        for (var left = at - 1; left >= 0 && at - left < furthest && !char.IsWhiteSpace(text[left]); left--)
        {
            if (text[left] == '@')
            {
                return true;
            }
        }

        for (var right = at + 1; right < text.Length && right - at < furthest && !char.IsWhiteSpace(text[right]); right++)
        {
            if (text[right] == '@')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Wide forms and ligatures opened, accents, invisible characters and broken surrogates gone, one kind of apostrophe.</summary>
    private static string Plain(string text)
    {
        var head = text.Length > MostCharacters ? text[..MostCharacters] : text;
        var whole = new StringBuilder(head.Length);
        for (var i = 0; i < head.Length; i++)
        {
            if (char.IsHighSurrogate(head[i]) && i + 1 < head.Length && char.IsLowSurrogate(head[i + 1]))
            {
                whole.Append(head[i]).Append(head[++i]);
            }
            else if (!char.IsSurrogate(head[i]) && head[i] is not ('\uFFFE' or '\uFFFF'))
            {
                whole.Append(head[i] is '’' or '‘' or 'ʼ' or '`' or '´' or '′' ? '\'' : head[i]);
            }
        }

        var plain = new StringBuilder(whole.Length);
        foreach (var c in whole.ToString().Normalize(NormalizationForm.FormKD))
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format:
                    break;
                case UnicodeCategory.Control:
                    plain.Append(' ');
                    break;
                default:
                    plain.Append(c);
                    break;
            }
        }

        return plain.ToString();
    }
}
