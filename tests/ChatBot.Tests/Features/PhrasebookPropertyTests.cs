using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatBot.Chat;

namespace ChatBot.Tests.Features;

/// <summary>What must hold whatever is typed. Random, with a fixed seed that every message names.</summary>
public sealed class PhrasebookPropertyTests
{
    private const int Seed = 20261122;

    private static readonly string[] Before = ["", "hey, ", "Hello bot, ", "please ", "ok so ", "um ", "Hi! "];
    private static readonly string[] After = ["", "?", "??", " please", " thanks!", "...", " pls", "!?", " 🙂"];

    /// <summary>The rows that people ask for by name, with their phrases.</summary>
    private static IEnumerable<(Phrase Row, string Phrase)> Phrases =>
        from row in Parts.Phrasebook.Rows
        where row.Help.Length > 0
        from phrase in row.Phrases
        select (row, phrase.TrimStart('='));

    [Fact]
    public void Case_punctuation_blanks_and_manners_around_a_phrase_change_nothing()
    {
        var random = new Random(Seed);
        foreach (var (row, phrase) in Phrases)
        {
            for (var i = 0; i < 20; i++)
            {
                var typed = Pick(random, Before) + Recased(random, phrase).Replace(" ", Pick(random, [" ", "  ", "\u00A0", "\t"]), StringComparison.Ordinal) + Pick(random, After);
                var understood = Parts.Phrasebook.Typed(typed);

                Assert.True(understood.Row == row && !understood.Guessed, $"seed {Seed}: \"{typed}\" was taken as {understood.Row.Name}, not {row.Name}");
            }
        }
    }

    [Fact]
    public void A_typing_error_in_a_word_of_five_letters_or_more_is_nearly_always_understood_and_never_taken_as_certain()
    {
        var random = new Random(Seed);
        var (tried, right) = (0, 0);
        var wrong = new List<string>();
        foreach (var (row, phrase) in Phrases)
        {
            for (var i = 0; i < 10; i++)
            {
                if (Garbled(random, phrase) is not { } typed)
                {
                    continue;
                }

                tried++;
                var understood = Parts.Phrasebook.Typed(typed);
                if (understood.Row == row || understood.Nearest.Contains(row))
                {
                    right++;
                }
                else
                {
                    wrong.Add($"{typed} → {understood.Row.Name}, not {row.Name}");
                }
            }
        }

        Assert.InRange(tried, 1_000, int.MaxValue);
        Assert.True(right >= tried * 0.95, $"seed {Seed}: {right} of {tried}. {string.Join("; ", wrong.Take(30))}");
    }

    [Fact]
    public void A_phrase_within_a_sentence_is_understood()
    {
        string[] frames = ["Could you tell me {0} today?", "I would really like to know: {0}", "so my friend said I should ask you {0}, is that ok", "{0} - asking for myself"];
        foreach (var first in Parts.Phrasebook.Rows.Where(row => row.Help.Length > 0).Select(row => (Row: row, Phrase: row.Phrases[0].TrimStart('='))))
        {
            foreach (var frame in frames)
            {
                var typed = string.Format(CultureInfo.InvariantCulture, frame, first.Phrase);

                Assert.Equal((first.Row.Name, typed), (Parts.Phrasebook.Typed(typed).Row.Name, typed));
            }
        }
    }

    [Fact]
    public void Nothing_that_can_be_typed_makes_it_throw_or_answer_differently_twice()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            var typed = Noise(random, random.Next(0, 200));
            var understood = Parts.Phrasebook.Typed(typed);

            Assert.Equal(understood.Row.Name, Parts.Phrasebook.Typed(typed).Row.Name);
            Assert.NotNull(understood.Row.Handler);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("de-DE")]
    [InlineData("th-TH")]
    public void The_machines_culture_plays_no_part(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var (row, phrase) in Phrases)
            {
                foreach (var typed in new[] { phrase, phrase.ToUpperInvariant(), Garbled(new Random(Seed), phrase) ?? phrase })
                {
                    CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                    var here = Parts.Phrasebook.Typed(typed);
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    var there = Parts.Phrasebook.Typed(typed);

                    Assert.Equal((here.Row.Name, here.Guessed, typed), (there.Row.Name, there.Guessed, typed));
                }
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Ten_thousand_characters_of_anything_take_under_50_ms()
    {
        string[] texts =
        [
            new('a', 10_000), new('\'', 10_000), new('@', 10_000), new('?', 10_000), string.Concat(Enumerable.Repeat("scoer ", 1_700)), string.Concat(Enumerable.Repeat("a@b.c-", 1_700)),
            string.Concat(Enumerable.Repeat("e\u0301", 5_000)), "a" + new string('\u0301', 9_999), string.Concat(Enumerable.Repeat("\uFDFA", 10_000)), string.Concat(Enumerable.Repeat("😀", 5_000)),
            string.Concat(Enumerable.Repeat("what would move my scores history compare ", 240)), new('\uD800', 10_000), string.Concat(Enumerable.Range(0, 10_000).Select(i => (char)('a' + (i * 7 % 26)))),
        ];
        foreach (var text in texts)
        {
            Parts.Phrasebook.Typed(text);
        }

        foreach (var text in texts)
        {
            // The least of some runs: what the machine does besides is not the matcher's.
            var least = Enumerable.Range(0, 7).Min(_ =>
            {
                var started = Stopwatch.GetTimestamp();
                Parts.Phrasebook.Typed(text);
                return Stopwatch.GetElapsedTime(started);
            });
            Assert.True(least < TimeSpan.FromMilliseconds(50), $"{least.TotalMilliseconds} ms for {text[..12]}…");
        }
    }

    [Fact]
    public void A_guess_never_runs_what_changes_something()
    {
        var changing = new Phrase("data.erase", "Erase my data", "erases your data", ["erase my data", "forget everything"], typeof(IHandler), Effect.Changes);
        var phrasebook = new Phrasebook([.. Parts.Phrasebook.Rows, changing]);

        Assert.Equal("data.erase", phrasebook.Typed("Erase my data!").Row.Name);
        var guessed = phrasebook.Typed("could you maybe erase al my dtaa");
        Assert.Equal(Phrasebook.Unclear, guessed.Row.Name);
        Assert.Equal(["data.erase"], guessed.Nearest.Select(row => row.Name));

        var random = new Random(Seed);
        for (var i = 0; i < 2_000; i++)
        {
            var typed = Pick(random, Before) + (Garbled(random, "forget everything") ?? "forget it") + " " + Noise(random, 20);
            var understood = phrasebook.Typed(typed);
            Assert.False(understood.Row == changing && understood.Guessed, $"seed {Seed}: \"{typed}\" ran a change on a guess");
        }
    }

    [Fact]
    public void A_name_twice_a_missing_row_and_a_phrase_of_two_rows_stop_the_service()
    {
        var rows = Parts.Phrasebook.Rows;

        Assert.Contains("score.show twice", Assert.Throws<InvalidOperationException>(() => new Phrasebook([.. rows, rows[0]])).Message, StringComparison.Ordinal);
        Assert.Contains("lacks help.unclear", Assert.Throws<InvalidOperationException>(() => new Phrasebook(rows.Where(row => row.Name != "help.unclear"))).Message, StringComparison.Ordinal);
        Assert.Contains("belongs to score.show", Assert.Throws<InvalidOperationException>(() => new Phrasebook([.. rows, rows[0] with { Name = "other", Phrases = ["My Score"] }])).Message, StringComparison.Ordinal);
        Assert.Contains(
            "A used button of other is answered by appeal.file, which shows nothing.",
            Assert.Throws<InvalidOperationException>(() => new Phrasebook([.. rows, rows[0] with { Name = "other", Phrases = [], WhenUsed = "appeal.file" }])).Message,
            StringComparison.Ordinal);
        Assert.Contains("Without its small words", Assert.Throws<InvalidOperationException>(() => new Phrasebook([.. rows, rows[0] with { Name = "other", Phrases = ["that score"] }])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("score.why", "score.why")]
    [InlineData("no.such.command", "help.unclear")]
    [InlineData(null, "help.unclear")]
    [InlineData("SCORE.WHY", "help.unclear")]
    public void A_button_is_looked_up_by_its_name_and_nothing_else(string? command, string name) =>
        Assert.Equal(name, Parts.Phrasebook.Understand(Turn(TurnKind.Pressed) with { Command = command, Text = "why" }, known: true).Row.Name);

    [Fact]
    public void A_room_gets_the_pointer_and_an_unknown_account_nothing_personal()
    {
        Assert.Equal("room.pointer", Parts.Phrasebook.Understand(Turn(TurnKind.Typed) with { InRoom = true, Text = "my score" }, known: true).Row.Name);
        Assert.Equal("room.pointer", Parts.Phrasebook.Understand(Turn(TurnKind.Pressed) with { InRoom = true, Command = "score.why" }, known: true).Row.Name);
        Assert.Equal("room.pointer", Parts.Phrasebook.Understand(Turn(TurnKind.Arrived) with { InRoom = true }, known: true).Row.Name);
        Assert.Equal("welcome", Parts.Phrasebook.Understand(Turn(TurnKind.Arrived), known: true).Row.Name);
        Assert.Equal("person.unknown", Parts.Phrasebook.Understand(Turn(TurnKind.Arrived), known: false).Row.Name);
        Assert.Equal("person.unknown", Parts.Phrasebook.Understand(Turn(TurnKind.Typed) with { Text = "my score" }, known: false).Row.Name);
        Assert.Equal("person.unknown", Parts.Phrasebook.Understand(Turn(TurnKind.Pressed) with { Command = "score.why" }, known: false).Row.Name);
        Assert.Equal("help.show", Parts.Phrasebook.Understand(Turn(TurnKind.Typed) with { Text = "help" }, known: false).Row.Name);
        Assert.All(
            Parts.Phrasebook.Rows.Where(row => !row.Personal).SelectMany(row => row.Handler.GetConstructors()).SelectMany(constructor => constructor.GetParameters()),
            parameter => Assert.NotEqual(typeof(ChatBot.Storage.PersonDoor), parameter.ParameterType));
    }

    private static Turn Turn(TurnKind kind) => new() { Key = "k", Account = new Account(Channel.Web, "local", "ada@example.com"), Kind = kind, At = DateTimeOffset.UnixEpoch };

    private static string Recased(Random random, string phrase) => random.Next(3) switch
    {
        0 => phrase.ToUpperInvariant(),
        1 => char.ToUpperInvariant(phrase[0]) + phrase[1..],
        _ => phrase,
    };

    /// <summary>The phrase with one letter swapped, lost, doubled or mistyped in a word of at least five; null when it has none.</summary>
    private static string? Garbled(Random random, string phrase)
    {
        var words = phrase.Split(' ');
        var longest = Enumerable.Range(0, words.Length).Where(i => words[i].Length >= 5 && words[i].All(char.IsAsciiLetter)).ToArray();
        if (longest.Length == 0)
        {
            return null;
        }

        var word = Pick(random, longest);
        var letters = new StringBuilder(words[word]);
        var at = random.Next(1, letters.Length - 1);
        switch (random.Next(4))
        {
            case 0:
                (letters[at], letters[at + 1]) = (letters[at + 1], letters[at]);
                break;
            case 1:
                letters.Remove(at, 1);
                break;
            case 2:
                letters.Insert(at, letters[at]);
                break;
            default:
                letters[at] = (char)('a' + random.Next(26));
                break;
        }

        words[word] = letters.ToString();
        return string.Join(' ', words);
    }

    /// <summary>Any UTF-16 units, broken surrogates among them, with some words of ours.</summary>
    private static string Noise(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            switch (random.Next(4))
            {
                case 0:
                    text.Append((char)random.Next(0, 0x10000));
                    break;
                case 1:
                    text.Append((char)random.Next(0x20, 0x7F));
                    break;
                case 2:
                    text.Append(Pick(random, ["score", "why", "'s", "@", "\u202E", "<at>", "İ", "ß", "ﬁ", "\0", "naughty", "’"]));
                    break;
                default:
                    text.Append(' ');
                    break;
            }
        }

        return text.ToString();
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
