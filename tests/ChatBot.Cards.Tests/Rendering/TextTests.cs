using System.Text.Json.Nodes;

namespace ChatBot.Cards.Tests.Rendering;

public sealed class TextTests
{
    [Theory]
    [InlineData("Your score", "You are heavy. More follows.", "Your score: You are heavy.")]
    [InlineData("Ready?", "Yes", "Ready? Yes")]
    [InlineData("", "Only text, 72.4 points! And more", "Only text, 72.4 points!")]
    [InlineData("Title", "", "Title")]
    [InlineData("A **bold** one", "line one\nline two", "A bold one: line one")]
    public void A_summary_is_the_heading_and_the_first_sentence(string heading, string text, string summary) =>
        Assert.Equal(summary, CardText.Summary(Card(heading, text)));

    [Fact]
    public void A_long_summary_ends_at_a_word()
    {
        var summary = CardText.Summary(Card("Title", string.Join(' ', Enumerable.Repeat("word", 100))));
        Assert.InRange(summary.Length, 140, CardText.SummaryLength);
        Assert.EndsWith("word…", summary, StringComparison.Ordinal);
        var emoji = CardText.Summary(Card("", string.Concat(Enumerable.Repeat("😀", 200))));
        Assert.True(emoji.Length <= CardText.SummaryLength && !char.IsHighSurrogate(emoji[^2]));
    }

    [Theory]
    [InlineData("a_b_c and 2 * 3 * 4", "<p class=\"ac-text\">a_b_c and 2 * 3 * 4</p>")]
    [InlineData("**a _b_**", "<p class=\"ac-text\"><strong>a <em>b</em></strong></p>")]
    [InlineData("\\*\\*a\\*\\* \\[x](https://a.example)", "<p class=\"ac-text\">**a** [x](https://a.example)</p>")]
    [InlineData("[x](http://a.example) [y](https://u:p@a.example)", "<p class=\"ac-text\">[x](http://a.example) [y](https://u:p@a.example)</p>")]
    [InlineData("a\nb", "<p class=\"ac-text\">a<br>b</p>")]
    [InlineData("**open", "<p class=\"ac-text\">**open</p>")]
    public void Markdown_is_the_small_subset_of_adaptive_cards(string markdown, string html) =>
        Assert.Contains(html, CardHtml.Render(Card("", markdown), "/"), StringComparison.Ordinal);

    private static JsonObject Card(string heading, string text)
    {
        var body = new JsonArray();
        if (heading.Length > 0)
        {
            body.Add(new JsonObject { ["type"] = "TextBlock", ["style"] = "heading", ["text"] = heading });
        }

        body.Add(new JsonObject { ["type"] = "TextBlock", ["text"] = text });
        return new JsonObject { ["type"] = "AdaptiveCard", ["body"] = body };
    }
}
