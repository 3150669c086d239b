using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Conversations;

/// <summary>Everything that can be said or pressed, each with the bot's very words.</summary>
public sealed class ConversationTests(ConversationTests.Sunday sunday) : IClassFixture<ConversationTests.Sunday>
{
    private Company Company => sunday.Company;

    [Fact]
    public async Task The_score_with_a_typing_error_then_why_then_a_week_then_the_one_before()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("whats my scoer??")).Gets(
            """
            Light: 17.8 of 100
            You used an AI coding tool on 24 of 35 counted days in Q4 2026, up to Wed 18 Nov. Heavy starts at 25.0, with use on at least 50% of them.
            I could see all of your working days up to then; later ones are still settling.
            You are about at the middle of your line of business (about 15 people).
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What would move me?] [This is wrong]
            """);

        (await ada.Presses("Why?")).Gets(
            """
            Why 17.8 of 100
            624 points over 35 counted days of Q4 2026 make 624 ÷ 35 = 17.8.
            You had use on 24 of them (69%). Heavy takes 25.0 and 50% of the days, so this is light.
            Where the points come from
            Prompts: 72 × 5 = 360
            Accepted suggestions: 264 × 1 = 264
            Week by week

            Week          Counted days  Points
            ------------  ------------  ------
            16–18 Nov                3      52
            9–15 Nov                 5     104
            2–8 Nov                  5      78
            26 Oct–1 Nov             5      78
            19–25 Oct                5     104
            12–18 Oct                5      78
            5–11 Oct                 5      78
            1–4 Oct                  2      52
            Together                35     624

            Days that do not count, for you or against you
            • 14 days: weekend or day off
            • 4 days: still settling
            To open another week, type for example “why week 42” or “why 12 Oct”.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Open the latest week] [What would move me?] [This is wrong]
            """);

        (await ada.Presses("Open the latest week")).Gets(
            """
            16–22 Nov
            52 points on 3 counted days. It is part of Q4 2026.

            Mon 16 Nov: 0 points
            No use seen.

            Tue 17 Nov: 26 points
            Prompts: 3 × 5 = 15
            Accepted suggestions: 11 × 1 = 11

            Wed 18 Nov: 26 points
            Prompts: 3 × 5 = 15
            Accepted suggestions: 11 × 1 = 11

            Thu 19 Nov: does not count (still settling)

            Fri 20 Nov: does not count (still settling)

            Sat 21 Nov: does not count (still settling)

            Sun 22 Nov: does not count (still settling)

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Earlier week] [All weeks] [This is wrong]
            """);

        (await ada.Presses("Earlier week")).Begins("9–15 Nov");

        (await ada.Presses("All weeks")).Begins("Why 17.8 of 100");
    }

    [Fact]
    public async Task A_week_can_be_asked_for_by_its_number()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("why week 42")).Gets(
            """
            12–18 Oct
            78 points on 5 counted days. It is part of Q4 2026.

            Mon 12 Oct: 26 points
            Prompts: 3 × 5 = 15
            Accepted suggestions: 11 × 1 = 11

            Tue 13 Oct: 0 points
            No use seen.

            Wed 14 Oct: 26 points
            Prompts: 3 × 5 = 15
            Accepted suggestions: 11 × 1 = 11

            Thu 15 Oct: 26 points
            Prompts: 3 × 5 = 15
            Accepted suggestions: 11 × 1 = 11

            Fri 16 Oct: 0 points
            No use seen.

            Sat 17 Oct: does not count (weekend or day off)

            Sun 18 Oct: does not count (weekend or day off)

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Earlier week] [Later week] [All weeks] [This is wrong]
            """);
    }

    [Fact]
    public async Task What_would_move_me_for_somebody_light()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("whats my scoer??")).Begins("Light: 17.8 of 100");

        (await ada.Presses("What would move me?")).Gets(
            """
            What would move you
            You are at 17.8 of 100. Heavy starts at 25.0, with use on at least 50% of the days.
            Heavy is in reach by Thu 31 Dec: 10 prompts a day on 20 of the 28 working days to come (50 points a day).
            This counts every one of those days as one on which I can see you, and nothing else done on it.
            Use a tool where it helps your work, not for the number. Beyond the daily caps more changes nothing.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [What can't you see?] [What is this for?]
            """);
    }

    [Fact]
    public async Task What_would_move_me_for_somebody_heavy()
    {
        var grace = Company.Talker("grace");

        (await grace.Says("what would move me")).Gets(
            """
            What would move you
            You are heavy at 75.2 of 100. That is the top tier: there is nothing to gain by more.
            To stay there to the end of Q4 2026: 1 prompt a day on 3 of the 28 working days to come (5 points a day).
            This counts every one of those days as one on which I can see you, and nothing else done on it.
            Use a tool where it helps your work, not for the number. Beyond the daily caps more changes nothing.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [What can't you see?] [What is this for?]
            """);
    }

    [Fact]
    public async Task What_would_move_me_for_somebody_of_whom_no_use_was_seen()
    {
        var linus = Company.Talker("linus");

        (await linus.Says("what would move me")).Gets(
            """
            What would move you
            You are at 1.1 of 100. Heavy starts at 25.0, with use on at least 50% of the days.
            Heavy is in reach by Thu 31 Dec: 10 prompts and 2 agent sessions a day on 25 of the 29 working days to come (70 points a day).
            This counts every one of those days as one on which I can see you, and nothing else done on it.
            Use a tool where it helps your work, not for the number. Beyond the daily caps more changes nothing.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [What can't you see?] [What is this for?]
            """);
    }

    [Fact]
    public async Task What_would_move_me_without_a_tier()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("how do I get to heavy")).Gets(
            """
            What would move you
            I have no tier for you in Q4 2026 at the moment, so there is nothing to move from. Press What can't you see? to learn why.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [What can't you see?] [What is this for?]
            """);
    }

    [Fact]
    public async Task How_do_I_compare()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("how do i compare")).Gets(
            """
            How you compare
            Your score for Q4 2026 is 17.8 of 100. You are about at the middle of your line of business, about 15 people.
            Your tier does not depend on this, only on your own days. I never rank people and keep no list of them.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Why?] [What is this for?]
            """);
    }

    [Fact]
    public async Task How_do_I_compare_without_a_tier()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("compare me")).Gets(
            """
            How you compare
            There is nothing I could fairly compare you with: you have no tier in Q4 2026, or your line of business has too few people with one to stay private.
            Your tier does not depend on this, only on your own days. I never rank people and keep no list of them.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Why?] [What is this for?]
            """);
    }

    [Fact]
    public async Task My_history_and_why_of_an_earlier_quarter()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("my history")).Gets(
            """
            Your history

            Quarter  Tier   Score  Counted days
            -------  -----  -----  ------------
            Q4 2026  light   17.8            35
            Q3 2026  light   17.3            63

            The first line is the quarter we are in and still moves; the others are closed.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why this quarter?] [Why Q3 2026?] [This is wrong]
            """);

        (await ada.Presses("Why Q3 2026?")).Begins("Why 17.3 of 100");
    }

    [Fact]
    public async Task What_cannot_be_seen_where_nothing_is_hidden()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("what can't you see about me")).Gets(
            """
            What I can't see about you
            Your working days in Q4 2026 that are settled, up to Wed 18 Nov:

            Tool            Use seen  No use  Not visible
            --------------  --------  ------  -----------
            GitHub Copilot        24      11            0

            None of those days was hidden from me.
            Latest full report of GitHub Copilot: Fri 20 Nov.
            Never visible to me
            What you ask the tools, your code and your chats: I only get counts. Use in a browser or of tools that send the company no report. Thinking, reviewing, meetings, and help you gave.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Who am I to you?] [This is wrong]
            """);
    }

    [Fact]
    public async Task What_cannot_be_seen_with_a_declared_gap_in_one_of_two_tools()
    {
        var kai = Company.Talker("kai");

        (await kai.Says("what can't you see")).Gets(
            """
            What I can't see about you
            Your working days in Q4 2026 that are settled, up to Wed 18 Nov:

            Tool            Use seen  No use  Not visible
            --------------  --------  ------  -----------
            Claude Code           35       0            0
            GitHub Copilot        32       0            3

            Days that were not visible, and why. They count neither for nor against you:
            • 3 days of GitHub Copilot: it is on record that use can't be seen there (“Bedrock”)

            Latest full report of Claude Code: Fri 20 Nov.
            Latest full report of GitHub Copilot: Fri 20 Nov.
            Never visible to me
            What you ask the tools, your code and your chats: I only get counts. Use in a browser or of tools that send the company no report. Thinking, reviewing, meetings, and help you gave.
            Claude Code reports no prompts, only sessions and accepted edits.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Who am I to you?] [This is wrong]
            """);
    }

    [Fact]
    public async Task What_cannot_be_seen_without_any_account()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("what can't you see")).Gets(
            """
            What I can't see about you
            I see no tool of yours in Q4 2026.

            Days that were not visible, and why. They count neither for nor against you:
            • 35 days: no account of yours is linked

            Never visible to me
            What you ask the tools, your code and your chats: I only get counts. Use in a browser or of tools that send the company no report. Thinking, reviewing, meetings, and help you gave.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [My score] [Who am I to you?] [This is wrong]
            """);

        (await tove.Says("why")).Gets(
            """
            Why there is no number yet
            None of your days in Q4 2026 counts so far. Here is what I know of them.
            Days that do not count, for you or against you
            • 35 days: no account of yours is linked
            • 14 days: weekend or day off
            • 4 days: still settling
            To open another week, type for example “why week 42” or “why 12 Oct”.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Open the latest week] [What would move me?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Who_am_I_to_you()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("who am I to you")).Gets(
            """
            Who you are to me
            You are Ada Lovelace (ada@example.com).
            These accounts are yours, as far as I know:
            • E-mail: ada@example.com, first seen Wed 1 Jul
            If one is missing or is not yours, it can be put right, and your days are then counted again from what is stored.
            The person to turn to: ai-help@example.com.
            Only linked accounts count. I tell this to you alone.

            [My score] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task What_is_this_for()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("what is this for")).Gets(
            """
            What this is for
            To show you what the usage data of AI coding tools says about you, and to find help that is useful to you: a course, a colleague, a setting.
            It is not for performance reviews, ranking, pay or redundancy. There is no leaderboard and no list of names.
            How the number is made (rubric 2026.1)

            Per day               Points each  Counted up to  At most
            --------------------  -----------  -------------  -------
            Prompts               5            10                  50
            Agent sessions        10           2                   20
            Review requests       10           1                   10
            Accepted suggestions  1            20                  20
            A day                 –            –                  100

            Your score is your points divided by your counted days: working days of yours that are settled, on which you were not on leave and all of your tools could be seen. Other days cost you nothing.
            Heavy: 25.0 or more, with use on at least 50% of the counted days. No use seen: none in 28 days that could be seen. Light: everything between. With fewer than 28 days of a licence, or fewer than 10 counted days, there is no tier.
            Who sees what
            You see all of it. I tell nobody else your score or your tier: no manager, no colleague. Who has a team can be given rounded numbers about it, without names and only of 5 people at the very least. Those who run the service may look only to run it, and every look at your data is recorded, yours too.
            When it is updated
            Whenever new reports arrive. A day is final on the fourth day after it, because vendors report late; days are UTC days.
            Questions, or something wrong? ai-help@example.com.

            [My score] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Help_lists_what_can_be_asked_and_names_a_person()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("help")).Gets(
            """
            What you can ask me
            Type it in your own words; I only ever talk about you, and only to you.
            what's my score – your score, what it means, and what I could not see
            why – line by line how the score came about, week by week and day by day
            what would move me – what would take you to the next tier, and whether this quarter has room for it
            how do i compare – where you stand beside the middle of your line of business; never a rank
            what can't you see about me – which of your days and tools the data could not see
            this is wrong – contest what is said of you; a person looks at it and decides with reasons
            appeal status – what you contested: where it stands, and what comes next
            team digest – for who has reports: rounded numbers about the team, without names
            who am i to you – who you are to me: the accounts that are linked to you
            digest now – your last week, now; “digest settings” changes or stops the weekly one
            what is this for – what the score is for and not for, how it is counted, who sees what
            help – this list, and the person to turn to
            To talk to a person: ai-help@example.com.

            [My score] [Why?] [What is this for?]
            """);
    }

    [Fact]
    public async Task Greetings_silence_thanks_and_another_language_get_an_answer()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("hi")).Gets(
            """
            Hello! I tell you what the AI-tool usage data says about you, and where it is blind.
            Try “what's my score”, “why” or “what can't you see about me”.

            [My score] [What is this for?] [Help]
            """);

        (await ada.Says("hola")).Gets(
            """
            ¡Hola! I answer in English for now, sorry. I tell you what the AI-tool usage data says about you.
            Try “what's my score”, “why” or “what can't you see about me”.

            [My score] [What is this for?] [Help]
            """);

        (await ada.Says("")).Gets(
            """
            I'm listening. Ask me in words, or press a button.

            [My score] [What is this for?] [Help]
            """);

        (await ada.Says("thanks")).Gets(
            """
            You're welcome. I'm here when you need me.

            [My score] [What is this for?] [Help]
            """);
    }

    [Fact]
    public async Task A_question_about_somebody_else_is_declined_kindly()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("what is Bob's score")).Gets(
            """
            I only talk with people about themselves, so I can't answer that about anybody else, and I keep no list. Nobody can ask me about you either.
            What I can tell you: your own score, why it is what it is, and where you stand beside the middle of your line of business. Who has a team can ask for “team digest”: rounded numbers, no names.

            [My score] [How do I compare?] [What is this for?]
            """);
    }

    [Fact]
    public async Task What_is_not_understood_gets_the_nearest_suggestions()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("flurble")).Gets(
            """
            I'm not sure what you are asking. Perhaps one of these:

            [My score] [Why?] [Help]
            """);
    }

    [Fact]
    public async Task What_can_be_read_in_two_ways_is_asked_back()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("why is this wrong")).Gets(
            """
            I can read that in more than one way. Which did you mean?

            [Why?] [This is wrong]
            """);
    }

    [Fact]
    public async Task In_a_room_nothing_personal_is_said()
    {
        var ada = Company.Talker("ada");

        (await ada.SaysInARoom("my score")).Gets(
            """
            Happy to help, but not here: what I know is personal. Open a private chat with me and ask “what's my score”.
            """);
    }

    [Fact]
    public async Task Somebody_heavy_who_fears_a_list()
    {
        var grace = Company.Talker("grace");

        (await grace.Says("am I on the naughty list?")).Gets(
            """
            Heavy: 75.2 of 100
            I keep no list of names: this is about you, and I tell only you.
            You used an AI coding tool on 28 of 35 counted days in Q4 2026, up to Wed 18 Nov. Heavy is 25.0 or more, with use on at least 50% of them.
            I could see all of your working days up to then; later ones are still settling.
            You are above the middle of your line of business (about 15 people).
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What would move me?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Somebody_of_whom_no_use_was_seen()
    {
        var linus = Company.Talker("linus");

        (await linus.Says("am I on the naughty list?")).Gets(
            """
            No use seen
            I keep no list of names: this is about you, and I tell only you.
            I saw no use of an AI coding tool in the 28 days to Wed 18 Nov. I last saw some on Mon 12 Oct.
            Your score for Q4 2026 is 1.1 of 100, over 35 counted days. If you did use a tool, the data has missed it: please press This is wrong.
            Days after Wed 18 Nov are still settling.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What would move me?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Somebody_new()
    {
        var nina = Company.Talker("nina");

        (await nina.Says("am I on the naughty list?")).Gets(
            """
            Too early to say
            I keep no list of names: this is about you, and I tell only you.
            You, or your licence, have been here for less than 28 days, so I give no tier yet. It comes by itself; there is nothing to do.
            So far: 20.0 of 100 over 13 counted days.
            Days after Wed 18 Nov are still settling.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Somebody_without_a_linked_account()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("am I on the naughty list?")).Gets(
            """
            Can't be measured
            I keep no list of names: this is about you, and I tell only you.
            I have no tier for you in Q4 2026, and that is nothing against you. I don't know of an account of yours in any of the tools, so I can't tell which usage is yours.
            Once your GitHub login or tool e-mail is on record, your days count from the usage that is already stored.
            So far 0 counted days of the 10 a tier takes.
            Days after Wed 18 Nov are still settling.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What can't you see?] [This is wrong]
            """);

        (await tove.Says("who am i")).Gets(
            """
            Who you are to me
            You are Tove Unlinked (tove@example.com).
            No account in any tool is linked to you, so I can't tell which usage is yours.
            If one is missing or is not yours, it can be put right, and your days are then counted again from what is stored.
            The person to turn to: ai-help@example.com.
            Only linked accounts count. I tell this to you alone.

            [My score] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Somebody_on_leave()
    {
        var olga = Company.Talker("olga");

        (await olga.Says("am I on the naughty list?")).Gets(
            """
            On leave
            I keep no list of names: this is about you, and I tell only you.
            You are on leave, so I give you no tier today and send you nothing about it. Days of leave count neither for nor against you.
            Your score for Q4 2026 waits as it is: 15.0 of 100 over 32 counted days.
            Days after Wed 18 Nov are still settling.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Somebody_who_left()
    {
        var lars = Company.Talker("lars");

        (await lars.Says("am I on the naughty list?")).Gets(
            """
            No longer in the directory
            I keep no list of names: this is about you, and I tell only you.
            By the directory your last day was Fri 20 Nov, so I give you no tier. If that is not so, please press This is wrong.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [This is wrong]
            """);

        (await lars.Says("why")).Begins("Why 15.0 of 100");
    }

    [Fact]
    public async Task Somebody_whose_use_is_declared_invisible()
    {
        var bea = Company.Talker("bea");

        (await bea.Says("am I on the naughty list?")).Gets(
            """
            Can't be measured
            I keep no list of names: this is about you, and I tell only you.
            I have no tier for you in Q4 2026, and that is nothing against you. It is on record that your use can't be seen here. The reason given: “Bedrock”.
            There is nothing for you to do.
            So far 0 counted days of the 10 a tier takes.
            Days after Wed 18 Nov are still settling.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task Somebody_with_two_tools_and_a_gap_in_one()
    {
        var kai = Company.Talker("kai");

        (await kai.Says("am I on the naughty list?")).Gets(
            """
            Heavy: 43.0 of 100
            I keep no list of names: this is about you, and I tell only you.
            You used an AI coding tool on 32 of 32 counted days in Q4 2026, up to Wed 18 Nov. Heavy is 25.0 or more, with use on at least 50% of them.

            What I could not see, and it costs you nothing:
            • 3 days of GitHub Copilot: it is on record that use can't be seen there (“Bedrock”)

            Days after Wed 18 Nov are still settling.
            Claude Code reports no prompts, so a day with it alone tops out at 40 of 100. That is the data's limit, not yours.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [What would move me?] [This is wrong]
            """);

        (await kai.Says("why")).Gets(
            """
            Why 43.0 of 100
            1,376 points over 32 counted days of Q4 2026 make 1,376 ÷ 32 = 43.0.
            You had use on 32 of them (100%). Heavy takes 25.0 and 50% of the days, so this is heavy.
            Where the points come from
            Prompts: 64 × 5 = 320
            Agent sessions: 64 × 10 = 640 (of 96; the daily cap left out the rest)
            Accepted suggestions: 416 × 1 = 416
            Week by week

            Week          Counted days  Points
            ------------  ------------  ------
            16–18 Nov                3     129
            9–15 Nov                 5     215
            2–8 Nov                  2      86
            26 Oct–1 Nov             5     215
            19–25 Oct                5     215
            12–18 Oct                5     215
            5–11 Oct                 5     215
            1–4 Oct                  2      86
            Together                32   1,376

            Days that do not count, for you or against you
            • 3 days of GitHub Copilot: it is on record that use can't be seen there (“Bedrock”)
            • 14 days: weekend or day off
            • 4 days: still settling
            To open another week, type for example “why week 42” or “why 12 Oct”.
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Open the latest week] [What would move me?] [This is wrong]
            """);
    }

    [Fact]
    public async Task A_hostile_name_is_shown_as_it_is()
    {
        var eve = Company.Talker("eve");

        (await eve.Says("who am I")).Gets(
            """
            Who you are to me
            You are <at>Eve</at> [press](https://evil.example) **bold** <script>alert(1)</script> gnp.exe (eve@example.com).
            These accounts are yours, as far as I know:
            • E-mail: eve@example.com, first seen Wed 1 Jul
            If one is missing or is not yours, it can be put right, and your days are then counted again from what is stored.
            The person to turn to: ai-help@example.com.
            Only linked accounts count. I tell this to you alone.

            [My score] [What can't you see?] [This is wrong]
            """);
    }

    [Fact]
    public async Task An_account_nobody_is_known_by()
    {
        var stranger = Company.Talker("stranger");

        (await stranger.Says("my score")).Gets(
            """
            I don't know you yet
            Your account here isn't linked to anybody in the directory I was given, so I have nothing to tell you. I won't guess who you are.
            To put that right, write to ai-help@example.com.
            Ask them to link this account to you. Usage that is already stored is then counted for you.

            [What is this for?] [Help]
            """);

        (await stranger.Says("help")).Begins("What you can ask me");

        (await stranger.Says("what is this for")).Begins("What this is for");
    }

    [Fact]
    public async Task A_new_person_is_welcomed_once()
    {
        await using var company = await Company.On();
        var ada = company.Talker("ada");

        (await ada.Arrives()).Gets(
            """
            Hello Ada Lovelace!
            I am a bot that tells you what the usage data of AI coding tools says about you, line by line, and where it is blind.
            What is measured. For each day, how many prompts, agent sessions, review requests and accepted suggestions GitHub Copilot, Claude Code, ChatGPT and Codex report of your accounts. Never what you wrote, and never your code.
            What for. For finding help and training that is useful to you. Not for performance reviews, ranking or pay.
            Who sees what. You see all of it: ask “what's my score” and “why”. I tell nobody else your score or your tier: no manager, no colleague. Those who run the service may look only to run it, and every look at your data is recorded.
            Who leads a group is told rounded numbers about it, without names and only of 5 people at the very least. You count in them once you have been told this.
            If something is wrong, say “this is wrong”: a person looks at it and gives you reasons.
            Weekly summaries. I send you one of your own week, and only you. Say “stop digest” and they stop; it changes nothing else, and nobody is told.
            Whom to ask: ai-help@example.com.
            Who answers for the data: privacy@example.com.
            Policy: version demo-1.
            Try “what's my score”, “why”, “what can't you see about me”, or “help”.

            [My score] [What is this for?] [Help]
            """);

        Assert.Null((await ada.Arrives()).Answer);
    }

    [Fact]
    public async Task In_the_first_days_of_a_quarter_last_quarters_score_is_told_and_named_as_such()
    {
        await using var company = await Company.On("2026-10-13");
        var ada = company.Talker("ada");

        (await ada.Says("score")).Gets(
            """
            Light: 17.3 of 100
            So far 7 of the 10 days it takes count in Q4 2026. Until then, this is your final score of Q3 2026.
            You used an AI coding tool on 42 of 63 counted days in Q3 2026, up to Wed 30 Sep. Heavy starts at 25.0, with use on at least 50% of them.

            What I could not see, and it costs you nothing:
            • 3 days of GitHub Copilot: the vendor's report is missing or far too small

            You are below the middle of your line of business (about 15 people).
            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Tue 13 Oct, days in UTC.

            [Why?] [What would move me?] [This is wrong]
            """);

        (await ada.Presses("Why?")).Begins("Why 17.3 of 100");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_told_score_is_recorded_as_told_and_every_look_is_recorded(Database kind)
    {
        await using var company = await Company.On(kind: kind);
        var heard = await company.Talker("ada").Says("my score");

        heard.Begins("Light: 17.8 of 100");
        var delivery = await company.Query(db => db.Deliveries.SingleAsync());
        var sheet = await company.Query(db => db.ScoreSheets.SingleAsync(row => row.Id == delivery.About));
        Assert.Equal(("reply", heard.Answer!.Delivery!.Period, "2026-Q4", 624), (delivery.Kind, delivery.Period, sheet.Quarter, sheet.Points));
        Assert.Equal([("score", true)], await company.Query(async db => (await db.AccessRecords.ToListAsync()).Select(look => (look.What, look.Allowed))));
    }

    [Theory]
    [InlineData("score.why", "quarter", "1999-Q1")]
    [InlineData("score.why", "quarter", "2027-Q1")]
    [InlineData("score.why", "quarter", "'; drop table people; --")]
    [InlineData("score.why", "week", "2020-01-06")]
    [InlineData("score.why", "week", "9999-12-31")]
    [InlineData("score.why", "person", "grace@example.com")]
    public async Task What_a_button_never_carries_changes_nothing(string command, string name, string value)
    {
        var heard = await Company.Talker("ada").PressesHostile(command, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value });

        heard.Begins("Why 17.8 of 100");
    }

    [Fact]
    public async Task A_button_of_a_command_that_is_gone_gets_suggestions()
    {
        var heard = await Company.Talker("ada").PressesHostile("score.of", new Dictionary<string, string>(StringComparer.Ordinal) { ["person"] = "grace@example.com" });

        heard.Begins("I'm not sure what you are asking. Perhaps one of these:");
    }

    [Fact]
    public async Task Ten_thousand_characters_get_an_answer()
    {
        var heard = await Company.Talker("ada").Says(string.Concat(Enumerable.Repeat("lorem ipsum ", 900)));

        heard.Begins("That is a lot to read for me. Could you ask in one sentence? Perhaps one of these:");
    }

    /// <summary>One company for the tests that change nothing in it.</summary>
    public sealed class Sunday : IAsyncLifetime
    {
        internal Company Company { get; private set; } = null!;

        public async Task InitializeAsync() => Company = await Company.On();

        public async Task DisposeAsync() => await Company.DisposeAsync();
    }
}
