using System.Text;
using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>What somebody wrote into a form: hostile, and kept as it is but for what no database takes.</summary>
/// <param name="Text">The text, without blanks around it.</param>
internal readonly record struct WrittenText(string Text)
{
    /// <summary>The longest that is taken, in UTF-16 units.</summary>
    public const int MostCharacters = 2_000;

    /// <summary>What of a text that is too long is put back into its form, for its writer to shorten.</summary>
    private const int MostGivenBack = 3_000;

    /// <summary>Whether nothing is written.</summary>
    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether it is longer than is taken.</summary>
    public bool IsTooLong => Text.Length > MostCharacters;

    /// <summary>To put back into the form that it came from; null for nothing.</summary>
    public Supplied? GivenBack => IsEmpty ? null : new Supplied(Text.Length <= MostGivenBack ? Text : Cut(Text, MostGivenBack));

    /// <summary>Reads an input: null characters and halves of a pair are taken out.</summary>
    public static WrittenText Of(string? input)
    {
        var kept = new StringBuilder(input?.Length ?? 0);
        foreach (var rune in (input ?? string.Empty).EnumerateRunes())
        {
            if (rune.Value != 0 && rune != Rune.ReplacementChar)
            {
                kept.Append(rune);
            }
        }

        return new WrittenText(kept.ToString().Trim());
    }

    /// <summary>The beginning of a text, never half of a pair.</summary>
    public static string Cut(string text, int most) =>
        text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 1]) ? most - 1 : most), "…");
}
