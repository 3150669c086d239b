namespace ChatBot.Tests.Conversations;

/// <summary>What everybody is told of their score, whoever they are. Each with the bot's very words.</summary>
public sealed class ScoreConversations(Sunday sunday) : IClassFixture<Sunday>
{
    private Company Company => sunday.Company;

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
}
