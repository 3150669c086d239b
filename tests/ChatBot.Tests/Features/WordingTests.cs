using System.Globalization;
using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Scores;

namespace ChatBot.Tests.Features;

public sealed class WordingTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static Wording Wording => Parts.Wording;

    [Fact]
    public void Numbers_dates_and_plurals_read_as_people_write_them()
    {
        Assert.Equal("18.4", Wording.Score(18.449m));
        Assert.Equal("18.5", Wording.Score(18.45m));
        Assert.Equal("0.0", Wording.Score(0));
        Assert.Equal("100.0", Wording.Score(100));
        Assert.Equal("66%", Wording.Percent(23m / 35));
        Assert.Equal("1,234", Wording.Number(1234));
        Assert.Equal("Tue 17 Nov", Wording.Day(new DateOnly(2026, 11, 17)));
        Assert.Equal("Tue 17 Nov", Wording.Day(new DateOnly(2026, 11, 17), Today));
        Assert.Equal("Mon 29 Sep 2025", Wording.Day(new DateOnly(2025, 9, 29), Today));
        Assert.Equal("16–22 Nov", Wording.Span(new DateOnly(2026, 11, 16), Today));
        Assert.Equal("28 Sep–4 Oct", Wording.Span(new DateOnly(2026, 9, 28), new DateOnly(2026, 10, 4)));
        Assert.Equal("1 Oct", Wording.Span(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 1)));
        Assert.Equal("Q4 2026", Wording.Quarter(new Quarter(2026, 4)));
        Assert.Equal(["0 days", "1 day", "2 days"], new[] { 0, 1, 2 }.Select(count => Wording.Count(count, "day")));
        Assert.Equal("1 accepted suggestion", Wording.Count(1, Signal.Acceptance));
    }

    [Fact]
    public void Every_name_of_the_domain_has_its_word_and_none_is_an_insult()
    {
        var all = Enum.GetValues<VerdictKind>().Select(Wording.Name).Concat(Enum.GetValues<LeftOut>().Select(Wording.Name)).Concat(Enum.GetValues<Signal>().Select(Wording.Name))
            .Concat(Reason.Known.SelectMany(reason => new[] { Wording.Of(reason).Short, Wording.Of(reason).Because, Wording.Of(reason).Fix })).ToList();

        Assert.DoesNotContain(all, string.IsNullOrWhiteSpace);
        Assert.DoesNotContain(all, word => word.Contains("non-user", StringComparison.OrdinalIgnoreCase) || word.Contains("behind", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Recognised when typed, never spoken.</summary>
    [Fact]
    public void No_card_speaks_of_naughty_lists_of_non_users_or_of_people_behind()
    {
        foreach (var file in Directory.EnumerateFiles(Parts.CardFolder, "*.json"))
        {
            var text = File.ReadAllText(file);
            foreach (var word in new[] { "naughty", "non-user", "nonuser", "non user", "behind", "underperform", "lazy", "laggard" })
            {
                Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{Path.GetFileName(file)} says {word}");
            }
        }
    }

    [Fact]
    public void A_tool_nobody_named_is_shown_by_its_id_and_anything_else_as_another_tool()
    {
        Assert.Equal("GitHub Copilot", Wording.Name(Tool.Copilot));
        Assert.Equal("house-agent", Wording.Name(new Tool("house-agent")));
        Assert.Equal("another tool", Wording.Name(new Tool("[x](https://evil.example)")));
        Assert.Equal("another tool", Wording.Name(new Tool(new string('a', 41))));
    }

    [Fact]
    public void A_declared_reason_is_supplied_text_and_never_a_word_of_ours()
    {
        Assert.Equal(Wording.Words.DeclaredReason, Wording.Of(new Reason("Bedrock")));
        Assert.Null(Unseen.Declared(Reason.TelemetryOff));
        Assert.Equal("Bedrock", Unseen.Declared(new Reason("Bedrock"))!.Value.Text);
    }

    [Theory]
    [InlineData("\"Prompt\":", "\"Prompts\":", "no word for Prompt under signals")]
    [InlineData("\"OnLeave\": \"on leave\"\n  },\n  \"reasons\"", "\"OnLeave\": \"on leave\", \"Away\": \"away\"\n  },\n  \"reasons\"", "a word for Away under verdicts")]
    [InlineData("\"otherTool\"", "\"otherThing\"", "cannot be read")]
    [InlineData("{\n  \"verdicts\"", "\n  \"verdicts\"", "cannot be read")]
    public void A_word_too_few_or_too_many_stops_the_service_with_a_sentence(string part, string replacement, string sentence)
    {
        var json = File.ReadAllText(Path.Combine(Parts.CardFolder, "words.json"));
        Assert.Contains(part, json, StringComparison.Ordinal);

        var refused = Assert.Throws<InvalidOperationException>(() => Words.Read(json.Replace(part, replacement, StringComparison.Ordinal)));

        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.Contains("cards/words.json", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_machines_culture_plays_no_part()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
        try
        {
            Assert.Equal(("18.4", "Tue 17 Nov", "66%", "1,234"), (Wording.Score(18.4m), Wording.Day(new DateOnly(2026, 11, 17)), Wording.Percent(0.66m), Wording.Number(1234)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("why this week", "2026-11-16")]
    [InlineData("and last week?", "2026-11-09")]
    [InlineData("why week 46", "2026-11-09")]
    [InlineData("why W46", "2026-11-09")]
    [InlineData("why 16 Nov", "2026-11-16")]
    [InlineData("why Nov 18", "2026-11-16")]
    [InlineData("why 31 december", "2025-12-29")]
    [InlineData("why week 52", "2025-12-22")]
    [InlineData("why", null)]
    [InlineData("why week 99", null)]
    [InlineData("why 31 feb", null)]
    public void A_week_can_be_named_in_words(string typed, string? monday)
    {
        var turn = new Turn { Key = "k", Account = new Account(Channel.Web, "local", "a"), Kind = TurnKind.Typed, Text = typed, At = DateTimeOffset.UnixEpoch };

        Assert.Equal(monday, NamedWeek.In(turn, Today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("2026-11-18", "2026-11-16")]
    [InlineData("not a day", null)]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12-27")]
    public void A_week_that_a_button_names_is_checked(string pressed, string? monday)
    {
        var turn = new Turn
        {
            Key = "k", Account = new Account(Channel.Web, "local", "a"), Kind = TurnKind.Pressed, At = DateTimeOffset.UnixEpoch, Inputs = new Dictionary<string, string>(StringComparer.Ordinal) { ["week"] = pressed },
        };

        Assert.Equal(monday, NamedWeek.In(turn, Today)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
