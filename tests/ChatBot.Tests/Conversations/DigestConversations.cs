namespace ChatBot.Tests.Conversations;

/// <summary>Everything about one's weekly summary that can be said or pressed, each with the bot's very words. Each test has a person of its own.</summary>
public sealed partial class DigestConversations(ConversationTests.Sunday sunday) : IClassFixture<ConversationTests.Sunday>
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

    [Fact]
    public async Task Stop_then_stop_again_then_look_then_start_again()
    {
        var colleague = Company.Talker("colleague1");

        (await colleague.Says("stop digest")).Gets(
            """
            Your weekly summary
            Done: it is stopped. None comes by itself any more.
            Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);

        (await colleague.Says("Unsubscribe!")).Gets(
            """
            Your weekly summary
            It is stopped already. None comes by itself.
            Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);

        (await colleague.Says("digest now")).Gets(
            """
            Your week, 9–15 Nov
            It does not come by itself: you stopped it. This one is because you asked.
            Light: 4.9 of 100 for Q4 2026, as of Sun 22 Nov.
            About the same as the week before.

            9–15 Nov:  6.0 points a day, use on 3 of 5 counted days
            2–8 Nov:   4.0 points a day, use on 2 of 5 counted days

            Points by signal, 9–15 Nov
            Prompts               15  ████████████████████
            Accepted suggestions  15  ████████████████████

            For finding help that is useful to you. Not for performance reviews, ranking or pay. Rubric 2026.1, as of Sun 22 Nov, days in UTC.

            [Why?] [This is wrong] [Change or stop these]
            """);

        (await colleague.Presses("Change or stop these")).Gets(
            """
            Your weekly summary
            It is stopped. Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);

        (await colleague.Presses("Start it again")).Gets(
            """
            Your weekly summary
            Done: it starts again.
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task Pause_for_two_weeks_then_look_then_start_again()
    {
        var colleague = Company.Talker("colleague2");

        (await colleague.Says("pause digest 2 weeks")).Gets(
            """
            Your weekly summary
            Done: it is paused.
            It comes on Tuesdays at 11:00.
            It is paused up to and including Sat 5 Dec.
            The next one: Tue 8 Dec at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Stop it] [Another day or time]
            """);

        (await colleague.Says("digest settings")).Gets(
            """
            Your weekly summary
            It comes on Tuesdays at 11:00.
            It is paused up to and including Sat 5 Dec.
            The next one: Tue 8 Dec at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Stop it] [Another day or time]
            """);

        (await colleague.Presses("Start it again")).Gets(
            """
            Your weekly summary
            Done: it starts again.
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);

        (await colleague.Says("resume digest")).Gets(
            """
            Your weekly summary
            It comes already; nothing is paused or stopped.
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task Pause_up_to_a_day()
    {
        var colleague = Company.Talker("colleague3");

        (await colleague.Says("pause digest until 3 Dec")).Gets(
            """
            Your weekly summary
            Done: it is paused.
            It comes on Tuesdays at 11:00.
            It is paused up to and including Thu 3 Dec.
            The next one: Tue 8 Dec at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Stop it] [Another day or time]
            """);

        (await colleague.Says("pause digest until 3 Dec 2025")).Gets(
            """
            Your weekly summary
            That day has gone by, so I changed nothing.
            It comes on Tuesdays at 11:00.
            It is paused up to and including Thu 3 Dec.
            The next one: Tue 8 Dec at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Stop it] [Another day or time]
            """);

        (await colleague.Says("pause digest 24 months")).Gets(
            """
            Your weekly summary
            I pause it for a year at the most, so I changed nothing. To end it for good, press Stop it.
            It comes on Tuesdays at 11:00.
            It is paused up to and including Thu 3 Dec.
            The next one: Tue 8 Dec at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Stop it] [Another day or time]
            """);

        (await colleague.Says("stop")).Gets(
            """
            Your weekly summary
            Done: it is stopped. None comes by itself any more.
            Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);

        (await colleague.Says("snooze")).Gets(
            """
            Your weekly summary
            It is stopped already. None comes by itself.
            Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);
    }

    [Fact]
    public async Task Another_day_and_time_by_a_sentence()
    {
        var colleague = Company.Talker("colleague4");

        (await colleague.Says("digest wednesday 9:00")).Gets(
            """
            Your weekly summary
            Done: it comes on Wednesdays at 09:00.
            The next one: Wed 25 Nov at 09:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);

        (await colleague.Says("digest friday 2pm")).Gets(
            """
            Your weekly summary
            Done: it comes on Fridays at 14:00.
            The next one: Fri 27 Nov at 14:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);

        (await colleague.Says("weekly summary on thursday at 14:30")).Gets(
            """
            Your weekly summary
            Done: it comes on Thursdays at 14:30.
            The next one: Thu 26 Nov at 14:30, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task A_time_outside_the_hours_is_refused_with_the_nearest_that_is_allowed()
    {
        var colleague = Company.Talker("colleague5");

        (await colleague.Says("digest sunday 20:00")).Gets(
            """
            Your weekly summary
            Sundays at 20:00 is outside the times at which I write: between 09:00 and 17:00 on days that you work. I changed nothing. The nearest that works is Mondays at 16:59.
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Make it Mondays at 16:59] [Pause for 2 weeks] [Stop it] [Another day or time]
            """);

        (await colleague.Presses("Make it Mondays at 16:59")).Gets(
            """
            Your weekly summary
            Done: it comes on Mondays at 16:59.
            The next one: Mon 23 Nov at 16:59, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task A_time_starts_what_was_stopped()
    {
        var colleague = Company.Talker("colleague6");

        (await colleague.Says("stop sending me this")).Gets(
            """
            Your weekly summary
            Done: it is stopped. None comes by itself any more.
            Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);

        (await colleague.Says("digest at 10:15")).Gets(
            """
            Your weekly summary
            Done: it starts again, and comes on Tuesdays at 10:15.
            The next one: Tue 24 Nov at 10:15, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task A_guess_is_asked_back_with_what_was_understood()
    {
        var colleague = Company.Talker("colleague7");

        (await colleague.Says("could you perhaps pause my digest thing for 3 weeks or so")).Gets(
            """
            Did you mean this?

            [Pause my weekly summary (3 weeks)]
            """);

        (await colleague.Presses("Pause my weekly summary (3 weeks)")).Gets(
            """
            Your weekly summary
            Done: it is paused.
            It comes on Tuesdays at 11:00.
            It is paused up to and including Sat 12 Dec.
            The next one: Tue 15 Dec at 11:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task A_guessed_stop_is_asked_back_too()
    {
        var colleague = Company.Talker("colleague8");

        (await colleague.Says("i really do not want this digest any more, stop it")).Gets(
            """
            I can read that in more than one way. Which did you mean?

            [This is wrong] [Stop my weekly summary]
            """);

        (await colleague.Presses("Stop my weekly summary")).Gets(
            """
            Your weekly summary
            Done: it is stopped. None comes by itself any more.
            Type “digest now” whenever you want to see your week.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Start it again] [Another day or time]
            """);
    }

    [Fact]
    public async Task A_guessed_time_is_asked_back_too()
    {
        var colleague = Company.Talker("colleague9");

        (await colleague.Says("is it possible to have the digest come on thursdays at 3pm instead")).Gets(
            """
            Did you mean this?

            [Change when my weekly summary comes (Thu 15:00)]
            """);

        (await colleague.Presses("Change when my weekly summary comes (Thu 15:00)")).Gets(
            """
            Your weekly summary
            Done: it comes on Thursdays at 15:00.
            The next one: Thu 26 Nov at 15:00, if something is known of your week by then.
            All times are by Europe/Berlin. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task Who_lives_in_no_known_zone_is_told_by_which_times_go()
    {
        var linus = Company.Talker("linus");

        (await linus.Says("when does my digest come")).Gets(
            """
            Your weekly summary
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by UTC, because the directory does not say where you work. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Pause for 2 weeks] [Stop it] [Another day or time]
            """);

        (await linus.Says("digest friday 9:30")).Gets(
            """
            Your weekly summary
            Fridays at 09:30 is outside the times at which I write: between 11:00 and 15:00 on days that you work. I changed nothing. The nearest that works is Fridays at 11:00.
            It comes on Tuesdays at 11:00.
            The next one: Tue 24 Nov at 11:00, if something is known of your week by then.
            All times are by UTC, because the directory does not say where you work. You can also type it, like “digest wednesday 9:00” or “pause digest until 3 Dec”. Nobody else is told, and nothing is held against you.

            [Make it Fridays at 11:00] [Pause for 2 weeks] [Stop it] [Another day or time]
            """);
    }

    [Fact]
    public async Task The_form_for_another_day_or_time()
    {
        var colleague = Company.Talker("colleague10");

        (await colleague.Says("change digest time")).Gets(
            """
            Another day or time
            Your weekly summary comes when it suits you, on a day that you work. Days settle on the fourth day after them: before Tuesday, last week's Friday is not final.

            Day*: ( ) Monday  (x) Tuesday  ( ) Wednesday  ( ) Thursday  ( ) Friday
            Time*: ( ) 09:00  ( ) 09:30  ( ) 10:00  ( ) 10:30  (x) 11:00  ( ) 11:30  ( ) 12:00  ( ) 12:30  ( ) 13:00  ( ) 13:30  ( ) 14:00  ( ) 14:30  ( ) 15:00  ( ) 15:30  ( ) 16:00  ( ) 16:30

            All times are by Europe/Berlin.

            [Save]
            """);
    }
}
