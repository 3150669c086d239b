using System.Globalization;
using Quartz;
using Xunit;
using Xunit.Abstractions;

namespace ChatBot.Tests.Layout;

public sealed class ScheduleTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset From = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("left-overs", "22 09:05, 22 09:15, 22 09:25, 22 09:35, 22 09:45")]
    [InlineData("release", "22 09:01, 22 09:02, 22 09:03, 22 09:04, 22 09:05")]
    [InlineData("sheets", "23 00:20, 24 00:20, 25 00:20, 26 00:20, 27 00:20")]
    [InlineData("team-figures", "24 00:40, 01 00:40, 08 00:40, 15 00:40, 22 00:40")]
    [InlineData("notices", "22 09:10, 22 10:10, 22 11:10, 22 12:10, 22 13:10")]
    [InlineData("digests", "22 09:15, 22 09:30, 22 09:45, 22 10:00, 22 10:15")]
    [InlineData("findings", "22 09:05, 22 09:10, 22 09:15, 22 09:20, 22 09:25")]
    [InlineData("cases", "22 09:07, 22 09:22, 22 09:37, 22 09:52, 22 10:07")]
    [InlineData("inbox", "23 03:40, 24 03:40, 25 03:40, 26 03:40, 27 03:40")]
    [InlineData("tokens", "23 03:45, 24 03:45, 25 03:45, 26 03:45, 27 03:45")]
    public void Every_work_happens_when_the_table_means(string name, string nextFive)
    {
        var next = NextFive(Schedule.Works.Single(work => work.Name == name), From).Select(at => at.ToString("dd HH:mm", CultureInfo.InvariantCulture));

        Assert.Equal(nextFive, string.Join(", ", next));
    }

    /// <summary>
    /// What the clock on the wall shows in three zones, over the night in which Europe's go back. The triggers are in UTC, so no change of clocks skips or doubles one.
    /// </summary>
    [Theory]
    [InlineData("Europe/Berlin", """
        left-overs: 25 00:45, 25 00:55, 25 01:05, 25 01:15, 25 01:25
        release: 25 00:41, 25 00:42, 25 00:43, 25 00:44, 25 00:45
        sheets: 25 02:20, 26 01:20, 27 01:20, 28 01:20, 29 01:20
        team-figures: 27 01:40, 03 01:40, 10 01:40, 17 01:40, 24 01:40
        notices: 25 01:10, 25 02:10, 25 02:10, 25 03:10, 25 04:10
        digests: 25 00:45, 25 01:00, 25 01:15, 25 01:30, 25 01:45
        findings: 25 00:45, 25 00:50, 25 00:55, 25 01:00, 25 01:05
        cases: 25 00:52, 25 01:07, 25 01:22, 25 01:37, 25 01:52
        inbox: 25 04:40, 26 04:40, 27 04:40, 28 04:40, 29 04:40
        tokens: 25 04:45, 26 04:45, 27 04:45, 28 04:45, 29 04:45
        """)]
    [InlineData("America/New_York", """
        left-overs: 24 18:45, 24 18:55, 24 19:05, 24 19:15, 24 19:25
        release: 24 18:41, 24 18:42, 24 18:43, 24 18:44, 24 18:45
        sheets: 24 20:20, 25 20:20, 26 20:20, 27 20:20, 28 20:20
        team-figures: 26 20:40, 02 19:40, 09 19:40, 16 19:40, 23 19:40
        notices: 24 19:10, 24 20:10, 24 21:10, 24 22:10, 24 23:10
        digests: 24 18:45, 24 19:00, 24 19:15, 24 19:30, 24 19:45
        findings: 24 18:45, 24 18:50, 24 18:55, 24 19:00, 24 19:05
        cases: 24 18:52, 24 19:07, 24 19:22, 24 19:37, 24 19:52
        inbox: 24 23:40, 25 23:40, 26 23:40, 27 23:40, 28 23:40
        tokens: 24 23:45, 25 23:45, 26 23:45, 27 23:45, 28 23:45
        """)]
    [InlineData("Asia/Kolkata", """
        left-overs: 25 04:15, 25 04:25, 25 04:35, 25 04:45, 25 04:55
        release: 25 04:11, 25 04:12, 25 04:13, 25 04:14, 25 04:15
        sheets: 25 05:50, 26 05:50, 27 05:50, 28 05:50, 29 05:50
        team-figures: 27 06:10, 03 06:10, 10 06:10, 17 06:10, 24 06:10
        notices: 25 04:40, 25 05:40, 25 06:40, 25 07:40, 25 08:40
        digests: 25 04:15, 25 04:30, 25 04:45, 25 05:00, 25 05:15
        findings: 25 04:15, 25 04:20, 25 04:25, 25 04:30, 25 04:35
        cases: 25 04:22, 25 04:37, 25 04:52, 25 05:07, 25 05:22
        inbox: 25 09:10, 26 09:10, 27 09:10, 28 09:10, 29 09:10
        tokens: 25 09:15, 26 09:15, 27 09:15, 28 09:15, 29 09:15
        """)]
    public void The_next_five_times_of_every_trigger_are_these(string zone, string expected)
    {
        var local = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var from = new DateTimeOffset(2026, 10, 24, 22, 40, 0, TimeSpan.Zero);

        var lines = Schedule.Works.Select(work => $"{work.Name}: {string.Join(", ", NextFive(work, from).Select(at => TimeZoneInfo.ConvertTime(at, local).ToString("dd HH:mm", CultureInfo.InvariantCulture)))}").ToArray();

        output.WriteLine($"{zone}\n{string.Join('\n', lines)}");
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', lines));
    }

    private static IEnumerable<DateTimeOffset> NextFive(ScheduledWork work, DateTimeOffset from)
    {
        var cron = new CronExpression(work.Cron, TimeZoneInfo.Utc);
        for (var (at, count) = (from, 0); count < 5; count++)
        {
            at = cron.GetNextValidTimeAfter(at)!.Value;
            yield return at;
        }
    }

    [Fact]
    public void Every_work_has_a_test_of_its_times() => Assert.Equal(["left-overs", "release", "sheets", "team-figures", "notices", "digests", "findings", "cases", "inbox", "tokens"], Schedule.Works.Select(work => work.Name));
}
