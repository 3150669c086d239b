namespace ChatBot.Tests.Conversations;

/// <summary>Stopping and pausing it, and starting it again.</summary>
public sealed partial class DigestConversations
{
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
}
