namespace ChatBot.Chat;

/// <summary>Whether a question is about somebody else. Nothing about others is ever told: this only makes the answer kinder than one's own score.</summary>
internal static class OtherPeople
{
    /// <summary>Rows that are about a group by nature: "who can see my score", "how do I compare with my team".</summary>
    private static readonly string[] MaySpeakOfOthers = ["purpose.show", "score.compare", "accounts.show", "help.show", Phrasebook.Others];

    /// <summary>The row about a whole team; see <see cref="EnglishWords.OfEachOne"/> for what makes a question one about its people.</summary>
    private const string Team = "team.show";

    /// <summary>Rows that people ask for of somebody.</summary>
    private static readonly string[] OfSomebody = ["score.show", "score.why", "score.history", "coverage.show", "accounts.show"];

    /// <param name="words">As typed.</param>
    /// <param name="read">As understood, word for word.</param>
    /// <param name="best">The row that fits best.</param>
    /// <param name="known">Every word that is no name.</param>
    public static bool Meant(IReadOnlyList<TypedWord> words, IReadOnlyList<Corrected> read, Phrase? best, IReadOnlySet<string> known)
    {
        if (best?.Name == Team)
        {
            return words.Any(word => word.Address || EnglishWords.OfEachOne.Contains(word.Text) || (word.Possessive && !EnglishWords.NoOwners.Contains(word.Text) && word.Text != "teams"));
        }

        var named = words.Any(word => word.Address || (word.Possessive && !EnglishWords.NoOwners.Contains(word.Text)));
        if (named)
        {
            return best is null || (best.Name is not ("purpose.show" or "help.show" or "score.wrong") && IsAbout(words, read));
        }

        if (best is not null && MaySpeakOfOthers.Contains(best.Name))
        {
            return false;
        }

        var speaksOfSelf = words.Any(word => EnglishWords.Self.Contains(word.Text));
        var group = words.Any(word => EnglishWords.Group.Contains(word.Text));
        if (group && IsAbout(words, read) && (!speaksOfSelf || OwnsGroup(words)))
        {
            return true;
        }

        return !speaksOfSelf && best is not null && OfSomebody.Contains(best.Name) && Name(words, read, known);
    }

    private static bool IsAbout(IReadOnlyList<TypedWord> words, IReadOnlyList<Corrected> read) =>
        words.Any(word => EnglishWords.Measures.Contains(word.Text)) || read.Any(one => one.Word is "scor" or "score" or "tier" or "heavy" or "light");

    /// <summary>"my team's scores": the group stands right behind the "my".</summary>
    private static bool OwnsGroup(IReadOnlyList<TypedWord> words)
    {
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i - 1].Text == "my" && EnglishWords.Group.Contains(words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An unknown word in front of what is asked about ("bob score", "is bob heavy") or behind of / for ("score of bob").</summary>
    private static bool Name(IReadOnlyList<TypedWord> words, IReadOnlyList<Corrected> read, IReadOnlySet<string> known)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var unknown = words[i].Text.Length > 2 && read[i].Errors == 0 && !known.Contains(words[i].Text) && !known.Contains(read[i].Word)
                && !words[i].Text.All(char.IsDigit);
            if (unknown
                && ((i + 1 < words.Count && IsMeasure(words[i + 1], read[i + 1]))
                    || (i > 0 && words[i - 1].Text is "of" or "for" or "is" or "does" or "has" or "did")
                    || (i > 0 && words[i].Capital)))
            {
                return true;
            }
        }

        return false;

        static bool IsMeasure(TypedWord word, Corrected one) =>
            EnglishWords.Measures.Contains(word.Text) || (one.Errors > 0 && one.Word is "scor" or "tier");
    }
}
