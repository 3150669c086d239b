namespace ChatBot.Tests.Conversations;

/// <summary>Everything about one's weekly summary that can be said or pressed, each with the bot's very words. Each test has a person of its own.</summary>
public sealed partial class DigestConversations(Sunday sunday) : IClassFixture<Sunday>
{
    private Company Company => sunday.Company;

    [Fact]
    public async Task Digest_now_shows_the_last_complete_week_then_its_days_and_the_way_to_change_or_stop_these()
    {
        var ada = Company.Talker("ada");

        (await ada.Says("digest now")).Gets(
            """
            Your week, 9–15 Nov
            Light: 17.8 of 100 for Q4 2026, as of Sun 22 Nov.
            More than the week before.

            9–15 Nov:  20.8 points a day, use on 4 of 5 counted days
            2–8 Nov:   15.6 points a day, use on 3 of 5 counted days

            Points by signal, 9–15 Nov
            Prompts               60  ████████████████████
            Accepted suggestions  44  ███████████████

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [This is wrong] [Change or stop these]
            """);

        (await ada.Presses("Why?")).Begins("9–15 Nov");

        (await ada.Says("my weekly summary")).Begins("Your week, 9–15 Nov");

        (await ada.Presses("Change or stop these")).Gets(
            """
            Your weekly summary
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task A_quiet_week_of_somebody_of_whom_no_use_was_seen()
    {
        var linus = Company.Talker("linus");

        (await linus.Says("weekly summary")).Gets(
            """
            Your week, 9–15 Nov
            No use seen in the 28 days to Wed 18 Nov. Your score for Q4 2026 is 1.1 of 100, as of Sun 22 Nov.
            I saw no use of an AI coding tool on your 5 counted days. Quiet weeks are part of work. If you did use one, the data has missed it: please press This is wrong.

            9–15 Nov:  0.0 points a day, use on 0 of 5 counted days
            2–8 Nov:   0.0 points a day, use on 0 of 5 counted days

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [This is wrong] [Change or stop these]
            """);
    }

    [Fact]
    public async Task Nothing_known_is_said_kindly()
    {
        var tove = Company.Talker("tove");

        (await tove.Says("digest now")).Gets(
            """
            Nothing to sum up yet
            From Mon 5 Oct to Sun 15 Nov I know of no day of yours that counts: days that have not settled, days off, or days that I could not see. That is nothing against you.
            Press What can't you see? for the reasons.

            [What can't you see?] [My score] [Change or stop these]
            """);
    }

    [Fact]
    public async Task Somebody_on_leave_can_ask_too()
    {
        var olga = Company.Talker("olga");

        (await olga.Says("my digest")).Gets(
            """
            Your week, 9–15 Nov
            You are on leave, so I give you no tier today. Days of leave count neither for nor against you.
            About the same as the week before.

            9–15 Nov:  15.0 points a day, use on 5 of 5 counted days
            2–8 Nov:   15.0 points a day, use on 5 of 5 counted days

            Points by signal, 9–15 Nov
            Prompts               50  ████████████████████
            Accepted suggestions  25  ██████████

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [This is wrong] [Change or stop these]
            """);
    }

    [Fact]
    public async Task Somebody_who_just_started()
    {
        var nina = Company.Talker("nina");

        (await nina.Says("digest now")).Gets(
            """
            Your week, 9–15 Nov
            No tier yet: you, or your licence, have been here for less than 28 days. It comes by itself; there is nothing to do.
            About the same as the week before.

            9–15 Nov:  20.0 points a day, use on 5 of 5 counted days
            2–8 Nov:   20.0 points a day, use on 5 of 5 counted days

            Points by signal, 9–15 Nov
            Prompts  100  ████████████████████

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [This is wrong] [Change or stop these]
            """);
    }
}
