namespace ChatBot.Tests.Conversations;

/// <summary>Why a score is as it is, and what would move it. Each with the bot's very words.</summary>
public sealed class WhyConversations(Sunday sunday) : IClassFixture<Sunday>
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
}
