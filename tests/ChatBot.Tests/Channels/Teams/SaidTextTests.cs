using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Channels.Teams.Inbound;
using Xunit;

namespace ChatBot.Tests.Channels.Teams;

/// <summary>What somebody typed, out of what Teams writes.</summary>
public sealed class SaidTextTests
{
    [Theory]
    [InlineData("what's my score", "what's my score")]
    [InlineData("<at>ChatBot</at> my score", "my score")]
    [InlineData("<at>ChatBot</at>my score", "my score")]
    [InlineData("<AT>chatbot</AT> my score", "my score")]
    [InlineData("my score <at>ChatBot</at>", "my score")]
    [InlineData("<at>ChatBot</at> <at>ChatBot</at> my score", "my score")]
    [InlineData("<at>ChatBot</at>", "")]
    [InlineData("<at>ChatBot</at> is <at>Megan Bowen</at> heavy", "is Megan Bowen heavy")]
    [InlineData("<at>ChatBot</at>\u00a0my&nbsp;score\n", "my score")]
    [InlineData("what&#39;s my score &amp; why", "what's my score & why")]
    [InlineData("&lt;at&gt;everyone&lt;/at&gt;", "<at>everyone</at>")]
    [InlineData("&amp;lt;b&amp;gt;", "&lt;b&gt;")]
    [InlineData("a\u0000b\u001b[31m", "ab[31m")]
    [InlineData("😀", "😀")]
    [InlineData("", "")]
    public void The_text_is_what_was_typed(string wire, string typed) => Assert.Equal(typed, Said(wire, "<at>ChatBot</at>", "ChatBot"));

    [Theory]
    [InlineData(null, "ChatBot", "<at>ChatBot</at> why", "why")]
    [InlineData("", "ChatBot", "<at>ChatBot</at> why", "why")]
    [InlineData("<at>Other text</at>", "ChatBot", "<at>ChatBot</at> why", "why")]
    [InlineData("<at>Other text</at>", "ChatBot", "<at>@ChatBot</at> why", "why")]
    [InlineData(null, "C++ (bot) [1] $^", "<at>C++ (bot) [1] $^</at> why", "why")]
    public void A_mention_is_removed_by_the_entity_or_by_the_bots_name(string? entity, string name, string wire, string typed) => Assert.Equal(typed, Said(wire, entity, name));

    [Fact]
    public void Ten_thousand_characters_stay_and_more_is_cut_between_characters()
    {
        Assert.Equal(10_000, Said(new string('x', 10_000), null, "ChatBot").Length);
        Assert.Equal(11_999, Said("x" + string.Concat(Enumerable.Repeat("😀", 10_000)), null, "ChatBot").Length);
    }

    [Fact]
    public void Mentions_nested_without_end_take_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("<at>", 50_000));

        Assert.Equal(string.Empty, Said(text, "<at>ChatBot</at>", "ChatBot"));
    }

    private static string Said(string text, string? entity, string name)
    {
        var activity = Activities.Message(text);
        activity["recipient"]!["name"] = name;
        activity["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = Activities.Bot, ["name"] = name }, ["text"] = entity },
            new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = "29:1megan", ["name"] = "Megan Bowen" }, ["text"] = "<at>Megan Bowen</at>" });
        return SaidText.Of(ActivityReader.Read(Encoding.UTF8.GetBytes(activity.ToJsonString()))!);
    }
}
