using System.Collections.Frozen;

namespace ChatBot.Chat;

/// <summary>Recognises greetings and other languages, to greet back and say that answers are in English for now.</summary>
internal static class Languages
{
    /// <summary>Words of greeting and thanks in English.</summary>
    public static FrozenSet<string> Greetings { get; } = Set("hi hello hey hiya howdy yo greetings morning afternoon evening gday sup");

    private static readonly (string Language, string Words)[] Latin =
    [
        ("es", "hola buenos buenas dias cual mi puntuacion puntaje por que estoy lista ayuda gracias quiero porque como mis soy cuanto"),
        ("de", "hallo guten tag moin wie ist mein meine punkte punktzahl warum bin ich auf der hilfe danke bitte nicht welche wieso und"),
        ("fr", "bonjour salut quel quelle est mon ma pourquoi suis je sur aide merci combien comment les"),
        ("it", "ciao buongiorno qual il mio punteggio perche sono aiuto grazie quanto"),
        ("pt", "ola bom dia qual minha pontuacao porque estou ajuda obrigado obrigada"),
        ("tr", "merhaba selam benim puanim nedir neden yardim tesekkurler kac"),
        ("nl", "hoi goedendag mijn waarom ik hulp dank bedankt hoeveel"),
        ("pl", "czesc jaki moj wynik dlaczego pomoc dziekuje hej dzien dobry"),
        ("hi", "namaste mera kya hai kyun madad dhanyavaad"),
    ];

    private static readonly (string Language, char First, char Last)[] Scripts =
    [
        ("el", '\u0370', '\u03FF'), ("ru", '\u0400', '\u04FF'), ("he", '\u0590', '\u05FF'), ("ar", '\u0600', '\u06FF'), ("hi", '\u0900', '\u097F'),
        ("ja", '\u3040', '\u30FF'), ("ko", '\uAC00', '\uD7AF'), ("zh", '\u4E00', '\u9FFF'),
    ];

    /// <summary>Telling words of other languages, without accents; none of them is an English word that people type here.</summary>
    public static FrozenSet<string> Markers { get; } = Set(string.Join(' ', Latin.Select(one => one.Words)));

    /// <summary>Which language it most likely is, as a two-letter code; null when nothing tells.</summary>
    public static string? Guess(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, TypedWords.MostCharacters));
        foreach (var (language, first, last) in Scripts)
        {
            if (head.IndexOfAnyInRange(first, last) >= 0)
            {
                return language;
            }
        }

        var words = TypedWords.Of(text).Select(word => word.Text).ToHashSet(StringComparer.Ordinal);
        var likely = Latin.Select(one => (one.Language, Hits: one.Words.Split(' ').Count(words.Contains))).MaxBy(one => one.Hits);
        return likely.Hits > 0 ? likely.Language : null;
    }

    /// <summary>Whether the text is in another language: mostly letters of another script, or at least two telling words (one of a text of two words).</summary>
    public static bool IsForeign(string text, IReadOnlyList<TypedWord> words)
    {
        var latin = 0;
        var other = 0;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, TypedWords.MostCharacters)))
        {
            if (char.IsLetter(c))
            {
                _ = c < '\u0250' || (c >= '\u1E00' && c < '\u1F00') || (c >= '\uFF21' && c <= '\uFF5A') ? latin++ : other++;
            }
        }

        var telling = words.Count(word => Markers.Contains(word.Text));
        return other > latin || telling >= 2 || (telling == 1 && words.Count <= 2);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
