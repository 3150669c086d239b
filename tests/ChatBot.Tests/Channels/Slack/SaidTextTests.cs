using ChatBot.Channels.Slack.Inbound;

namespace ChatBot.Tests.Channels.Slack;

public sealed class SaidTextTests
{
    [Theory]
    [InlineData("<@U0BOT> what's my score", "what's my score")]
    [InlineData("<@U0BOT|chatbot> help", "help")]
    [InlineData("hey <@U0BOT>, help", "hey  , help")]
    [InlineData("score of <@U0EVE>", "score of @U0EVE")]
    [InlineData("score of <@U0EVE|eve>", "score of @eve")]
    [InlineData("<#C1|general> <!here> <!subteam^S1|@devs> <!date^1392734382^{date}|Feb 18>", "#general @here @devs Feb 18")]
    [InlineData("<https://example.com/?a=1&amp;b=2> <https://example.com|example> <mailto:a@example.com|a@example.com> <mailto:b@example.com>", "https://example.com/?a=1&b=2 example a@example.com b@example.com")]
    [InlineData("a &lt;@U0BOT&gt; &amp;lt; b", "a <@U0BOT> &lt; b")]
    [InlineData("  a\u00a0b\tc\nd\u0007  ", "a b c d")]
    [InlineData("<>", "<>")]
    [InlineData("1 < 2", "1 < 2")]
    [InlineData("<unended", "<unended")]
    public void Slacks_escapes_are_undone_and_the_mention_of_the_bot_is_gone(string text, string said) => Assert.Equal(said, SaidText.Of(text, "U0BOT"));

    [Fact]
    public void A_very_long_text_is_cut_between_characters()
    {
        var said = SaidText.Of(new string('a', 11_999) + "👋👋", "U0BOT");

        Assert.Equal(11_999, said.Length);
    }
}
