using System.Globalization;
using System.Text;

namespace ChatBot.Domain.Appeals;

/// <summary>An account that is nobody's, by the names it goes by.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Names">Logins and addresses.</param>
public sealed record Unowned(int Account, IReadOnlyList<string> Names);

/// <summary>
/// Which unowned accounts have names that look like a person's: of the address or of the name, in any order and however divided (<c>ada-lovelace</c>,
/// <c>lovelace.a</c>, <c>alovelace2</c>), or with one typing error. A likeness proves nothing: a person confirms it, or does not.
/// </summary>
public static class LookAlikes
{
    /// <summary>Names shorter than this are like too many others to tell with an initial or a typing error.</summary>
    private const int LongEnough = 6;

    /// <summary>The accounts that look like the person's, the most alike first and then by number.</summary>
    /// <param name="name">The person's name.</param>
    /// <param name="email">Their address.</param>
    /// <param name="accounts">Accounts that are nobody's.</param>
    /// <param name="most">How many at most.</param>
    public static IReadOnlyList<Unowned> Of(string name, string email, IEnumerable<Unowned> accounts, int most)
    {
        var wanted = Forms(name, email);
        return
        [
            .. accounts.Select(account => (Account: account, Likeness: account.Names.Select(one => Likeness(wanted, one)).DefaultIfEmpty(0).Max()))
                .Where(one => one.Likeness > 0)
                .OrderByDescending(one => one.Likeness).ThenBy(one => one.Account.Account)
                .Take(most).Select(one => one.Account),
        ];
    }

    /// <summary>Words of a name or of the part of an address before the @: small letters without accents, digits at the ends left away.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var plain = new StringBuilder();
        foreach (var rune in (at > 0 ? text[..at] : text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                plain.Append(Rune.ToLowerInvariant(rune));
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(' ');
            }
        }

        return [.. plain.ToString().Split(' ').Select(word => word.Trim("0123456789".ToCharArray())).Where(word => word.Length > 0)];
    }

    private static (string[] Whole, string[] Short) Forms(string name, string email)
    {
        string[] whole = [Key(Words(email)), Key(Words(name))];
        var words = Words(name);
        string[] shortened = words.Count < 2 ? [] : [Key([words[0][..1], words[^1]]), Key([words[0], words[^1][..1]]), Key([words[0], words[^1]])];
        return ([.. whole.Where(one => one.Length > 0)], shortened);
    }

    /// <summary>3: the same words. 2: an initial and the rest, or the first and the last of more names, or written as one. 1: with one typing error. 0: not alike.</summary>
    private static int Likeness((string[] Whole, string[] Short) wanted, string name)
    {
        var words = Words(name);
        var key = Key(words);
        if (key.Length == 0)
        {
            return 0;
        }

        if (wanted.Whole.Contains(key))
        {
            return 3;
        }

        var joined = string.Concat(words);
        if (wanted.Short.Contains(key) || (joined.Length >= LongEnough && wanted.Whole.Concat(wanted.Short).Any(one => IsWrittenAsOne(one, joined))))
        {
            return 2;
        }

        return joined.Length >= LongEnough && wanted.Whole.Any(one => IsOneApart(one.Replace(" ", string.Empty, StringComparison.Ordinal), string.Concat(words.Order(StringComparer.Ordinal)))) ? 1 : 0;
    }

    private static string Key(IEnumerable<string> words) => string.Join(' ', words.Order(StringComparer.Ordinal));

    /// <summary>Whether a name without gaps is the words in one of their two orders.</summary>
    private static bool IsWrittenAsOne(string key, string joined)
    {
        var words = key.Split(' ');
        return string.Concat(words) == joined || string.Concat(words.Reverse()) == joined;
    }

    /// <summary>Whether one letter more, less or other makes one of the other.</summary>
    private static bool IsOneApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1 || one.Length < LongEnough)
        {
            return false;
        }

        var (head, shorter) = (0, Math.Min(one.Length, other.Length));
        while (head < shorter && one[head] == other[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < shorter - head && one[^(tail + 1)] == other[^(tail + 1)])
        {
            tail++;
        }

        return Math.Max(one.Length, other.Length) - head - tail <= 1;
    }
}
