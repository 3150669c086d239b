using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChatBot.Chat;
using ChatBot.Features.Digests;

namespace ChatBot.Tests.Features;

public sealed class PhrasebookTests
{
    /// <summary>Names live in posted messages for months: one may be added here, none may change or go.</summary>
    [Fact]
    public void The_names_of_the_commands_are_these_and_stay()
    {
        Assert.Equal(
            [
                "score.show", "score.why", "score.move", "score.compare", "score.history", "coverage.show",
                "score.wrong", "appeals.show", "appeal.show", "appeal.sheets", "appeal.say", "appeal.file", "appeal.add", "appeal.answer", "appeal.withdraw", "appeal.escalate",
                "team.show", "accounts.show", "person.unknown", "person.outsider",
                "digest.now", "digest.settings", "digest.form", "digest.time", "digest.stop", "digest.pause", "digest.resume",
                "purpose.show", "help.show", "help.others", "help.unclear", "help.hello", "help.thanks", "help.language", "room.pointer", "welcome", "help.trouble", "help.usedup", "case.show", "case.preview",
                "queue.show", "case.claim", "case.release", "case.askform", "case.ask", "case.handoverform", "case.handover", "case.ruleform", "case.rule", "case.agree", "case.disagree",
                "cases.unassigned", "case.name",
                "findings.show", "finding.approveform", "finding.dismissform", "finding.approve", "finding.dismiss", "appeals.stats",
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
    [InlineData("Remove me from the list", "score.wrong")]
    [InlineData("take me off that list!", "score.wrong")]
    [InlineData("I was on leave last week", "score.wrong")]
    [InlineData("i was on leave from 5 to 16 Oct", "score.wrong")]
    [InlineData("I was on parental leave until 3 Nov", "score.wrong")]
    [InlineData("I was on holiday last week", "score.wrong")]
    [InlineData("you don't count my CLI work", "score.wrong")]
    [InlineData("you dont count my claude code work", "score.wrong")]
    [InlineData("that is the wrong account", "score.wrong")]
    [InlineData("I am in the wrong team", "score.wrong")]
    [InlineData("wrong work area", "score.wrong")]
    [InlineData("I'm not allowed to use it", "score.wrong")]
    [InlineData("we are not allowed to use copilot on this project", "score.wrong")]
    [InlineData("I have no licence", "score.wrong")]
    [InlineData("I don't have a license", "score.wrong")]
    [InlineData("my appeals", "appeals.show")]
    [InlineData("what's the status of my appeal?", "appeals.show")]
    [InlineData("appeal status", "appeals.show")]
    [InlineData("my appeal A-7K3QX", "appeals.show")]
    [InlineData("can I add something to my appeal", "appeal.say")]
    [InlineData("withdraw my appeal", "appeal.withdraw")]
    [InlineData("Escalate!", "appeal.escalate")]
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

    /// <summary>What changes something is done at once only for words that are the phrasebook's own.</summary>
    [Theory]
    [InlineData("digest wednesday 9:00", "digest.time", "Wed 09:00")]
    [InlineData("Digest Friday 2pm!", "digest.time", "Fri 14:00")]
    [InlineData("weekly summary on thursday at 14:30", "digest.time", "Thu 14:30")]
    [InlineData("digest on mondays at 9.30", "digest.time", "Mon 09:30")]
    [InlineData("please send my digest on tues at noon", "digest.time", "Tue 12:00")]
    [InlineData("digest 16:00", "digest.time", "16:00")]
    [InlineData("digest sunday 20:00", "digest.time", "Sun 20:00")]
    [InlineData("move my digest to Thursday 4 pm", "digest.time", "Thu 16:00")]
    [InlineData("stop digest", "digest.stop", "")]
    [InlineData("STOP", "digest.stop", "")]
    [InlineData("unsubscribe", "digest.stop", "")]
    [InlineData("mute", "digest.stop", "")]
    [InlineData("No more weekly summaries, please", "digest.stop", "")]
    [InlineData("stop sending me this", "digest.stop", "")]
    [InlineData("pause digest 2 weeks", "digest.pause", "2 weeks")]
    [InlineData("pause my digest for three weeks", "digest.pause", "3 weeks")]
    [InlineData("pause digest until 3 Dec", "digest.pause", "until 3 Dec")]
    [InlineData("pause digest until December 3rd", "digest.pause", "until 3 Dec")]
    [InlineData("pause digest until 2027-01-04", "digest.pause", "until 4 Jan 2027")]
    [InlineData("pause until friday", "digest.pause", "until Fri")]
    [InlineData("snooze for a month", "digest.pause", "1 month")]
    [InlineData("snooze", "digest.pause", "")]
    [InlineData("resume digest", "digest.resume", "")]
    [InlineData("start my weekly summary again", "digest.resume", "")]
    [InlineData("digest now", "digest.now", "")]
    [InlineData("change or stop these", "digest.settings", "")]
    public void Digest_words_are_understood_for_certain(string typed, string name, string what)
    {
        var understood = Parts.Phrasebook.Typed(typed);

        Assert.Equal((name, false, what), (understood.Row.Name, understood.Guessed, understood.Row.Object?.Invoke(typed) ?? string.Empty));
    }

    [Theory]
    [InlineData("can you please move that digest of mine to wednesday, say 9:00?", "digest.time")]
    [InlineData("I would like to stop my digest for good", "digest.stop")]
    [InlineData("stpo digset", "digest.stop")]
    [InlineData("could the digest be paused for 2 weeks, I am away", "digest.pause")]
    [InlineData("pasue my digest until 3 dec", "digest.pause")]
    [InlineData("please would you start sending my digest again", "digest.resume")]
    public void A_guess_about_digests_is_asked_back(string typed, string name)
    {
        var understood = Parts.Phrasebook.Typed(typed);

        Assert.Equal(Phrasebook.Unclear, understood.Row.Name);
        Assert.Contains(name, understood.Nearest.Select(row => row.Name));
    }

    /// <summary>What the token of a button keeps of a sentence reads back as the same.</summary>
    [Fact]
    public void What_is_kept_of_a_sentence_reads_back_as_the_same()
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            for (var minute = 0; minute < 24 * 60; minute += 7)
            {
                var time = TimeOnly.MinValue.AddMinutes(minute);
                var kept = SaidWish.Time($"digest {day} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}");
                Assert.Equal((day, time), SaidWish.ReadTime(kept));
            }
        }

        var today = new DateOnly(2026, 11, 22);
        foreach (var said in new[] { "1 day", "2 weeks", "3 months", "until 3 Dec", "until 4 Jan 2027", "until Fri", string.Empty })
        {
            Assert.Equal((said, SaidWish.PauseEnd(said, today)), (SaidWish.Pause(said), SaidWish.PauseEnd(SaidWish.Pause("pause digest " + said), today)));
        }

        Assert.Equal(
            new DateOnly[] { new(2026, 11, 22), new(2026, 12, 5), new(2027, 2, 21), new(2026, 12, 3), new(2027, 1, 4), new(2026, 11, 27), new(2026, 12, 5), new(2027, 2, 28) },
            new[] { "1 day", "2 weeks", "3 months", "until 3 Dec", "until 4 Jan 2027", "until Fri", string.Empty, "until 29 Feb" }.Select(said => SaidWish.PauseEnd(said, today)));
    }
}
