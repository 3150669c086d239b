using System.Collections.Frozen;

namespace ChatBot.Chat;

/// <summary>Recognises greetings and other languages, to greet back and say that answers are in English for now.</summary>
internal static class Languages
{
    /// <summary>Words of greeting and thanks in English.</summary>
    public static FrozenSet<string> Greetings { get; } = Set("hi hello hey hiya howdy yo greetings morning afternoon evening gday sup");

    /// <summary>Telling words of other languages, without accents; none of them is an English word people type here.</summary>
    public static FrozenSet<string> Markers { get; } = Set(
        "hola buenos buenas dias cual mi puntuacion puntaje por que estoy lista ayuda gracias quiero porque como mis soy cuanto "
        + "hallo guten tag moin wie ist mein meine punkte punktzahl warum bin ich auf der hilfe danke bitte nicht welche wieso und "
        + "bonjour salut quel quelle est mon ma pourquoi suis je sur aide merci combien comment les "
        + "ciao buongiorno qual il mio punteggio perche sono aiuto grazie quanto "
        + "ola bom dia qual minha pontuacao porque estou ajuda obrigado obrigada "
        + "merhaba selam benim puanim nedir neden yardim tesekkurler kac "
        + "hoi goedendag mijn waarom ik hulp dank bedankt hoeveel "
        + "czesc jaki moj wynik dlaczego pomoc dziekuje hej dzien dobry "
        + "namaste mera kya hai kyun madad dhanyavaad");

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
