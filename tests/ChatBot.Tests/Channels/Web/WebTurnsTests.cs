using System.Text.Json.Nodes;
using ChatBot.Channels.Web;
using ChatBot.Chat;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace ChatBot.Tests.Channels.Web;

public sealed class WebTurnsTests
{
    [Fact]
    public void What_is_typed_is_a_typed_turn()
    {
        var read = WebTurns.Read("ada@example.com", Form(("text", "what's my score")), null)!;

        Assert.Equal((TurnKind.Typed, "what's my score"), (read.Kind, read.Text));
    }

    [Fact]
    public void A_button_is_a_press_with_its_data_and_the_inputs_beside_it()
    {
        var read = WebTurns.Read(
            "ada@example.com", Form(("action", """{"verb":"score.week","data":{"week":"2026-W46","n":3}}"""), ("why", "because"), ("agree", "false", "true"), ("days", "Mon", "Tue")), 7)!;

        Assert.Equal((TurnKind.Pressed, "score.week", 7), (read.Kind, read.Command, read.Pressed));
        Assert.Equal("agree=true days=Mon,Tue n=3 week=2026-W46 why=because", string.Join(' ', read.Inputs.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}")));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"verb":"x"}""")]
    [InlineData("""{"verb":"x","data":[]}""")]
    [InlineData("""{"verb":7,"data":{}}""")]
    public void A_form_that_this_page_did_not_make_is_refused(string action) => Assert.Null(WebTurns.Read("ada@example.com", Form(("action", action)), null));

    [Fact]
    public void What_is_put_into_markup_is_encoded_unless_it_is_markup()
    {
        var inner = Markup.Of($"<b>{"<script>"}</b>");

        Assert.Equal("""<p title="&quot;&#x27;&lt;"><b>&lt;script&gt;</b></p>""", Markup.Of($"""<p title="{"\"'<"}">{inner}</p>""").Html);
    }

    [Fact]
    public void The_answer_to_a_pressed_button_takes_the_place_of_its_card()
    {
        var transcripts = new Transcripts();
        transcripts.Said("ada", "score");
        var card = transcripts.Answered("ada", new JsonObject { ["n"] = 1 }, "one", null);
        transcripts.Said("ada", "help");

        var changed = transcripts.Answered("ada", new JsonObject { ["n"] = 2 }, "two", card.Number);
        var added = transcripts.Answered("ada", new JsonObject { ["n"] = 3 }, "three", 999);

        Assert.Equal(card.Number, changed.Number);
        Assert.Equal(["score", "two", "help", "three"], transcripts.Of("ada").Select(x => x.Said ?? x.Summary));
        Assert.NotEqual(card.Number, added.Number);
    }

    [Fact]
    public void A_long_chat_forgets_its_beginning()
    {
        var transcripts = new Transcripts();
        for (var number = 0; number < 200; number++)
        {
            transcripts.Said("ada", $"{number}");
        }

        Assert.Equal(60, transcripts.Of("ada").Count);
        Assert.Equal("199", transcripts.Of("ada")[^1].Said);
        Assert.Empty(transcripts.Of("bob"));
    }

    private static FormCollection Form(params string[][] fields) => new(fields.ToDictionary(x => x[0], x => new StringValues(x[1..])));

    private static FormCollection Form(params (string Name, string Value)[] fields) => Form([.. fields.Select(x => new[] { x.Name, x.Value })]);

    private static FormCollection Form((string, string) action, (string, string) text, (string, string, string) two, (string, string, string) more) =>
        Form([action.Item1, action.Item2], [text.Item1, text.Item2], [two.Item1, two.Item2, two.Item3], [more.Item1, more.Item2, more.Item3]);
}
