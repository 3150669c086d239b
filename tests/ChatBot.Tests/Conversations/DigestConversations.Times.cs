namespace ChatBot.Tests.Conversations;

/// <summary>Another day or time for it, said or filled in.</summary>
public sealed partial class DigestConversations
{
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
