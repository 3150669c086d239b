using System.Collections.Frozen;

namespace ChatBot.Chat;

/// <summary>What the matcher found.</summary>
/// <param name="Row">The row; null when nothing fits.</param>
/// <param name="Guessed">Not word for word.</param>
/// <param name="Between">Several rows fit as well as each other: <paramref name="Nearest"/> has them.</param>
/// <param name="Nearest">What may have been meant, nearest first.</param>
internal sealed record Match(Phrase? Row, bool Guessed, bool Between, IReadOnlyList<Phrase> Nearest);

/// <summary>
/// Finds the row that a sentence means. A word weighs the more the fewer rows use it, a row fits when all telling words of one of its phrases
/// are there, and the heaviest row wins; where two are about as heavy, it says so instead of choosing.
/// </summary>
internal sealed class Matcher
{
    private const double OutOfOrder = 0.8;
    private const double AboutAsHeavy = 0.8;
    private const double TypingError = 0.15;
    private const double WordForWord = 1.5;

    private readonly IReadOnlyList<Phrase> _rows;
    private readonly Dictionary<string, Phrase> _exact = new(StringComparer.Ordinal);
    private readonly List<Pattern> _patterns = [];
    private readonly Dictionary<string, double> _weights;
    private readonly string[] _vocabulary;
    private readonly FrozenSet<string> _known;

    public Matcher(IReadOnlyList<Phrase> rows)
    {
        _rows = rows;
        var users = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var written = new HashSet<string>(EnglishWords.Fillers.Concat(EnglishWords.Same.Keys), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var phrase in row.Phrases)
            {
                var plain = TypedWords.Of(phrase).Select(word => word.Text).ToList();
                var words = row.Object is null ? plain : Slots.Fold(plain);
                var whole = string.Join(' ', words);
                if (!_exact.TryAdd(whole, row) && _exact[whole] != row)
                {
                    throw new InvalidOperationException($"The phrase \"{phrase}\" belongs to {_exact[whole].Name} and to {row.Name}.");
                }

                written.UnionWith(plain);
                var literal = phrase.StartsWith('=');
                var telling = words.Where(word => literal || !EnglishWords.Fillers.Contains(word)).Select(Canonical).ToArray();
                if (telling.Length == 0)
                {
                    continue;
                }

                if (!literal && _patterns.Find(one => !one.Literal && one.Row != row && one.Words.SequenceEqual(telling)) is { } same)
                {
                    throw new InvalidOperationException($"Without its small words \"{phrase}\" of {row.Name} is a phrase of {same.Row.Name}: write it with = in front.");
                }

                _patterns.Add(new Pattern(row, telling, literal));
                foreach (var word in telling)
                {
                    (users.TryGetValue(word, out var set) ? set : users[word] = new HashSet<string>(StringComparer.Ordinal)).Add(row.Name);
                }
            }
        }

        _weights = users.ToDictionary(pair => pair.Key, pair => 1.0 / pair.Value.Count, StringComparer.Ordinal);
        written.UnionWith(Slots.Vocabulary);
        _vocabulary = [.. written.Order(StringComparer.Ordinal)];
        _known = _vocabulary.Concat(_weights.Keys).Concat(EnglishWords.Group).Concat(EnglishWords.Measures).Concat(EnglishWords.Ordinary).Concat(EnglishWords.Same.Keys)
            .Concat(EnglishWords.NoOwners).Concat(Languages.Markers).ToFrozenSet(StringComparer.Ordinal);
        Usual = [.. new[] { "score.show", "score.why", "help.show" }.Select(name => rows.FirstOrDefault(row => row.Name == name)).OfType<Phrase>()];
    }

    /// <summary>What is offered to somebody of whom nothing was understood.</summary>
    public IReadOnlyList<Phrase> Usual { get; }

    /// <summary>The row that the text means.</summary>
    public Match Match(string text)
    {
        var words = TypedWords.Of(text);
        if (words.Count == 0)
        {
            return Sure(Phrasebook.Hello);
        }

        if (Exact(words) is { } exact)
        {
            return new Match(exact, Guessed: false, Between: false, []);
        }

        var read = words.Select(Correct).ToArray();
        var fits = Fits(read);
        var best = fits.Count > 0 ? fits[0] : null;
        if (OtherPeople.Meant(words, read, best?.Row, _known))
        {
            return Sure(Phrasebook.Others);
        }

        if (best is null)
        {
            return Languages.IsForeign(text, words) ? Sure(Phrasebook.Language)
                : words.Any(word => Languages.Greetings.Contains(word.Text)) ? Sure(Phrasebook.Hello)
                : new Match(Row: null, Guessed: true, Between: false, Nearest(read));
        }

        var rivals = fits.Where(fit => fit == best || (fit.Weight >= best.Weight * AboutAsHeavy && !fit.Words.IsSubsetOf(best.Words))).ToList();
        return rivals.Count > 1
            ? new Match(best.Row, Guessed: true, Between: true, [.. rivals.Take(4).Select(fit => fit.Row)])
            : new Match(best.Row, Guessed: true, Between: false, []);
    }

    private Match Sure(string name) => new(_rows.First(row => row.Name == name), Guessed: true, Between: false, []);

    /// <summary>Word for word, manners in front and behind aside.</summary>
    private Phrase? Exact(IReadOnlyList<TypedWord> words)
    {
        if (words.Count > 16)
        {
            return null;
        }

        var texts = words.Select(word => word.Text).ToList();
        var folded = Slots.Fold(texts);
        return Whole(texts) ?? (ReferenceEquals(folded, texts) ? null : Whole(folded));
    }

    private Phrase? Whole(IReadOnlyList<string> texts)
    {
        for (var from = 0; from < texts.Count && (from == 0 || EnglishWords.Manners.Contains(texts[from - 1])); from++)
        {
            for (var to = texts.Count; to > from && (to == texts.Count || EnglishWords.Manners.Contains(texts[to])); to--)
            {
                if (_exact.TryGetValue(string.Join(' ', texts.Skip(from).Take(to - from)), out var row))
                {
                    return row;
                }
            }
        }

        return null;
    }

    /// <summary>The rows of which a phrase is there, heaviest first; each row once. Manners count where there is nothing else.</summary>
    private List<Fit> Fits(Corrected[] read)
    {
        var best = new Dictionary<string, Fit>(StringComparer.Ordinal);
        var folded = Fold(read);
        foreach (var pattern in _patterns)
        {
            if (Weigh(pattern, pattern.Row.Object is null ? read : folded) is var weight && weight > 0 && (!best.TryGetValue(pattern.Row.Name, out var known) || weight > known.Weight))
            {
                best[pattern.Row.Name] = new Fit(pattern.Row, weight, pattern.Words.ToHashSet(StringComparer.Ordinal));
            }
        }

        var manners = best.Values.Where(fit => fit.Row.Name is Phrasebook.Hello or Phrasebook.Thanks).ToList();
        if (manners.Count < best.Count)
        {
            manners.ForEach(fit => best.Remove(fit.Row.Name));
        }

        return [.. best.Values.OrderByDescending(fit => fit.Weight).ThenBy(fit => fit.Row.Name, StringComparer.Ordinal)];
    }

    /// <summary>The words with days, times, spans and dates as one word each, as the phrases have them that name such.</summary>
    private static Corrected[] Fold(Corrected[] read)
    {
        var words = Array.ConvertAll(read, one => one.Word);
        var slots = Slots.In(words);
        if (slots.Count == 0)
        {
            return read;
        }

        var errors = slots.ToDictionary(slot => slot.From, slot => read.Skip(slot.From).Take(slot.Words).Sum(one => one.Errors));
        var folded = new List<Corrected>(read.Length);
        for (var (at, next) = (0, 0); at < read.Length;)
        {
            var slot = next < slots.Count && slots[next].From == at ? slots[next++] : null;
            folded.Add(slot is null ? read[at] : new Corrected(slot.Kind, errors[at]));
            at += slot?.Words ?? 1;
        }

        return [.. folded];
    }

    private double Weigh(Pattern pattern, Corrected[] read)
    {
        if (pattern.Literal)
        {
            for (var start = 0; start + pattern.Words.Length <= read.Length; start++)
            {
                var there = 0;
                while (there < pattern.Words.Length && read[start + there].Word == pattern.Words[there])
                {
                    there++;
                }

                if (there == pattern.Words.Length)
                {
                    return WordForWord + (there / 100.0);
                }
            }

            return 0;
        }

        double weight = 0;
        var last = -1;
        var inOrder = true;
        foreach (var word in pattern.Words)
        {
            var at = Array.FindIndex(read, last + 1, one => one.Word == word);
            if (at < 0)
            {
                inOrder = false;
                at = Array.FindIndex(read, one => one.Word == word);
            }

            if (at < 0)
            {
                return 0;
            }

            weight += _weights[word] - (read[at].Errors * TypingError * _weights[word]);
            last = Math.Max(last, at);
        }

        return inOrder ? weight : weight * OutOfOrder;
    }

    /// <summary>The rows that share most with what was typed.</summary>
    private IReadOnlyList<Phrase> Nearest(Corrected[] read)
    {
        var words = read.Select(one => one.Word).ToHashSet(StringComparer.Ordinal);
        var near = _patterns.Where(pattern => !pattern.Literal && pattern.Row.Help.Length > 0)
            .Select(pattern => (pattern.Row, Share: pattern.Words.Where(words.Contains).Sum(word => _weights[word]) / pattern.Words.Length))
            .Where(pair => pair.Share > 0)
            .GroupBy(pair => pair.Row)
            .Select(group => (Row: group.Key, Share: group.Max(pair => pair.Share)))
            .OrderByDescending(pair => pair.Share).ThenBy(pair => pair.Row.Name, StringComparer.Ordinal)
            .Select(pair => pair.Row);
        return [.. near.Concat(Usual).Distinct().Take(3)];
    }

    /// <summary>The vocabulary's word that was meant: the same, one of the same meaning, or the nearest within what typing errors do.</summary>
    private Corrected Correct(TypedWord typed)
    {
        var word = Canonical(typed.Text);
        if (_known.Contains(word) || _known.Contains(typed.Text))
        {
            return new Corrected(word, 0);
        }

        var allowed = Typos.Allowed(typed.Text.Length);
        var nearest = string.Empty;
        var distance = allowed + 1;
        foreach (var candidate in _vocabulary)
        {
            var limit = IsSwap(typed.Text, candidate) ? 1 : Math.Min(allowed, Typos.Allowed(candidate.Length));
            var apart = limit == 0 ? int.MaxValue : Typos.Distance(typed.Text, candidate, limit);
            if (apart <= limit && (apart < distance || (apart == distance && Rows(candidate) > Rows(nearest))))
            {
                nearest = candidate;
                distance = apart;
            }
        }

        return nearest.Length == 0 ? new Corrected(word, 0) : new Corrected(Canonical(nearest), distance);
    }

    /// <summary>How many rows use the word: of two words as near, the one that people need more often.</summary>
    private double Rows(string word) => _weights.TryGetValue(Canonical(word), out var weight) ? 1 / weight : 0;

    /// <summary>Two words of three letters with two neighbours swapped: the only error that so short a word may hold.</summary>
    private static bool IsSwap(string left, string right) =>
        left.Length == 3 && right.Length == 3 && left != right
        && ((left[0] == right[1] && left[1] == right[0] && left[2] == right[2]) || (left[0] == right[0] && left[1] == right[2] && left[2] == right[1]));

    /// <summary>One form for a word's endings and for words of the same meaning.</summary>
    private static string Canonical(string word)
    {
        if (EnglishWords.Same.TryGetValue(word, out var same))
        {
            return same;
        }

        var stem = word.Length > 5 && word.EndsWith("ing", StringComparison.Ordinal) ? word[..^3]
            : word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) ? word[..^2]
            : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1]
            : word;
        stem = stem.Length > 3 && stem[^1] == 'e' ? stem[..^1] : stem;
        return EnglishWords.Same.GetValueOrDefault(stem, stem);
    }

    private sealed record Pattern(Phrase Row, string[] Words, bool Literal);

    private sealed record Fit(Phrase Row, double Weight, IReadOnlySet<string> Words);
}

/// <summary>A word as it was understood, and how many typing errors that took.</summary>
internal readonly record struct Corrected(string Word, int Errors);
