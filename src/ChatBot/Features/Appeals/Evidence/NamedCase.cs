using System.Text.RegularExpressions;
using ChatBot.Chat;

namespace ChatBot.Features.Appeals;

/// <summary>The case that a button or a sentence names, by its reference. Hostile: it is looked up, and who may know of it is decided then.</summary>
internal static partial class NamedCase
{
    /// <summary>The name under which a button that shows something carries a reference.</summary>
    public const string Input = "case";

    /// <summary>The reference that was pressed or typed, as it is stored; empty where none was.</summary>
    public static string In(Asked asked) => Read(asked.Turn.Kind == TurnKind.Pressed ? asked.Turn.Inputs.GetValueOrDefault(Input) : asked.Object);

    /// <summary>The first reference in a text: <c>A-7K3QX</c>, in any case and with any dash; empty where there is none.</summary>
    public static string Read(string? text) =>
        Reference().Match(text is { Length: > TypedWords.MostCharacters } ? text[..TypedWords.MostCharacters] : text ?? string.Empty) is { Success: true } found
            ? "A-" + found.Groups["signs"].Value.ToUpperInvariant()
            : string.Empty;

    [GeneratedRegex("""(?<![A-Za-z0-9])[Aa] ?[-\u2010-\u2015\u2212] ?(?<signs>[2-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{5})(?![A-Za-z0-9])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
