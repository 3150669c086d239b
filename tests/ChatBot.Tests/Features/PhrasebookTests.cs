using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatBot.Chat;

namespace ChatBot.Tests.Features;

public sealed class PhrasebookTests
{
    /// <summary>Names live in posted messages for months: one may be added here, none may change or go.</summary>
    [Fact]
    public void The_names_of_the_commands_are_these_and_stay()
    {
        Assert.Equal(
            [
                "score.show", "score.why", "score.move", "score.compare", "score.history", "coverage.show", "score.wrong", "team.show", "accounts.show", "person.unknown",
                "digest.now", "digest.settings", "digest.form", "digest.time", "digest.stop", "digest.pause", "digest.resume",
                "purpose.show", "help.show", "help.others", "help.unclear", "help.hello", "help.thanks", "help.language", "room.pointer", "welcome", "help.trouble", "help.usedup",
            ],
            Parts.Phrasebook.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Every_phrase_of_a_row_leads_to_that_row()
    {
        var astray = from row in Parts.Phrasebook.Rows
                     from phrase in row.Phrases
                     let understood = Parts.Phrasebook.Typed(phrase)
                     where understood.Row != row || understood.Guessed
                     select $"{phrase} → {understood.Row.Name}, not {row.Name}";

        Assert.Empty(astray);
    }

    [Theory]
    [InlineData("What's my score?", "score.show")]
    [InlineData("whats my scoer??", "score.show")]
    [InlineData("WHATS MY SCORE", "score.show")]
    [InlineData("what\u00A0is  my score", "score.show")]
    [InlineData("what’s my scöre", "score.show")]
    [InlineData("ｗｈａｔｓ ｍｙ ｓｃｏｒｅ", "score.show")]
    [InlineData("WHAT İS MY SCORE", "score.show")]
    [InlineData("what ıs my score", "score.show")]
    [InlineData("scor", "score.show")]
    [InlineData("scroe pls", "score.show")]
    [InlineData("am i on the naughty list", "score.show")]
    [InlineData("Am I on the naughty list?", "score.show")]
    [InlineData("so.. am I on that naughty-list thing everybody talks about?", "score.show")]
    [InlineData("hey bot, could you please tell me what my score is today? thanks!", "score.show")]
    [InlineData("I was at lunch and heard there is a bot for this, so what is my score", "score.show")]
    [InlineData("am I heavy or light?", "score.show")]
    [InlineData("what tier am i in", "score.show")]
    [InlineData("how am I doing?", "score.show")]
    [InlineData("my usage this quarter please", "score.show")]
    [InlineData("why", "score.why")]
    [InlineData("Why?!", "score.why")]
    [InlineData("wyh", "score.why")]
    [InlineData("but why is my score that low", "score.why")]
    [InlineData("why am I light", "score.why")]
    [InlineData("can you explian my score", "score.why")]
    [InlineData("how was my score calculated?", "score.why")]
    [InlineData("break it down for me", "score.why")]
    [InlineData("why week 46", "score.why")]
    [InlineData("why 2 Nov", "score.why")]
    [InlineData("how do i get to heavy", "score.move")]
    [InlineData("how do I get to hevy", "score.move")]
    [InlineData("what would move me up?", "score.move")]
    [InlineData("what do I need to do to become heavy", "score.move")]
    [InlineData("how can I improve my score", "score.move")]
    [InlineData("how can i increase my scores", "score.move")]
    [InlineData("how do I get off the naughty list", "score.move")]
    [InlineData("how do I compare", "score.compare")]
    [InlineData("how do I compare to my team?", "score.compare")]
    [InlineData("am I above the median", "score.compare")]
    [InlineData("what's my rank", "score.compare")]
    [InlineData("show me my history", "score.history")]
    [InlineData("what was my score last quarter?", "score.history")]
    [InlineData("what can't you see about me", "coverage.show")]
    [InlineData("what cant you see about me", "coverage.show")]
    [InlineData("what can you not see?", "coverage.show")]
    [InlineData("which days are missing", "coverage.show")]
    [InlineData("what do you know about me", "coverage.show")]
    [InlineData("is my telemetry off?", "coverage.show")]
    [InlineData("what is this for?", "purpose.show")]
    [InlineData("who can see my score", "purpose.show")]
    [InlineData("can my manager see my score?", "purpose.show")]
    [InlineData("does my boss see this", "purpose.show")]
    [InlineData("will this be used in my performance review", "purpose.show")]
    [InlineData("are you spying on me", "purpose.show")]
    [InlineData("show me the rubric", "purpose.show")]
    [InlineData("when is it updated", "purpose.show")]
    [InlineData("this is wrong", "score.wrong")]
    [InlineData("that's wrong!!", "score.wrong")]
    [InlineData("my score is wrong", "score.wrong")]
    [InlineData("I want to appeal", "score.wrong")]
    [InlineData("that can't be right, I use it every day", "score.wrong")]
    [InlineData("this is unfair", "score.wrong")]
    [InlineData("who am I to you", "accounts.show")]
    [InlineData("who am I?", "accounts.show")]
    [InlineData("which accounts are linked", "accounts.show")]
    [InlineData("help", "help.show")]
    [InlineData("hlep", "help.show")]
    [InlineData("what can you do?", "help.show")]
    [InlineData("I want to talk to a human", "help.show")]
    [InlineData("who are you", "help.show")]
    [InlineData("hi", "help.hello")]
    [InlineData("Hello!", "help.hello")]
    [InlineData("hello, score please", "score.show")]
    [InlineData("good morning", "help.hello")]
    [InlineData("", "help.hello")]
    [InlineData("   ", "help.hello")]
    [InlineData("👍", "help.hello")]
    [InlineData("???", "help.hello")]
    [InlineData("thanks!", "help.thanks")]
    [InlineData("thank you so much", "help.thanks")]
    [InlineData("wie ist meine Punktzahl", "help.language")]
    [InlineData("¿Cuál es mi puntuación?", "help.language")]
    [InlineData("какой у меня балл", "help.language")]
    [InlineData("我的分数是多少", "help.language")]
    [InlineData("Merhaba", "help.language")]
    [InlineData("what is Bob's score", "help.others")]
    [InlineData("whats bobs score", "help.others")]
    [InlineData("what is the score of bob", "help.others")]
    [InlineData("is Ada heavy?", "help.others")]
    [InlineData("show me Bob’s history", "help.others")]
    [InlineData("score of grace.hopper@example.com", "help.others")]
    [InlineData("who is on the naughty list", "help.others")]
    [InlineData("who's on the naughty list?", "help.others")]
    [InlineData("show me my team's scores", "help.others")]
    [InlineData("my teams scores", "help.others")]
    [InlineData("rank us", "help.others")]
    [InlineData("show the leaderboard", "help.others")]
    [InlineData("what's my manager's score", "help.others")]
    [InlineData("how is everyone's score", "help.others")]
    [InlineData("what's her score", "help.others")]
    [InlineData("list the non-users", "help.others")]
    [InlineData("who is heavy in my team", "help.others")]
    [InlineData("who in my team doesn't use copilot", "help.others")]
    [InlineData("list my team by usage", "help.others")]
    [InlineData("rank my team", "help.others")]
    [InlineData("how heavy is everyone in my team", "help.others")]
    [InlineData("my team's scores please", "help.others")]
    [InlineData("show me Bob's team usage", "help.others")]
    [InlineData("the tier of each of my team", "help.others")]
    [InlineData("team digest", "team.show")]
    [InlineData("Show me my team's digest please", "team.show")]
    [InlineData("how is my team doing?", "team.show")]
    [InlineData("my team", "team.show")]
    [InlineData("could you tell me my team's usage", "team.show")]
    [InlineData("what is the usage in my team", "team.show")]
    [InlineData("team digset", "team.show")]
    [InlineData("tell me a joke", "help.unclear")]
    [InlineData("what's the weather like", "help.unclear")]
    [InlineData("asdf qwer", "help.unclear")]
    [InlineData("why is this wrong", "help.unclear")]
    public void Understands_how_people_type(string typed, string name)
    {
        Assert.Equal(name, Parts.Phrasebook.Typed(typed).Row.Name);
    }
}
