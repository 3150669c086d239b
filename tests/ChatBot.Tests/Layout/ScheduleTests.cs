using System.Globalization;
using Quartz;
using Xunit;

namespace ChatBot.Tests.Layout;

public sealed class ScheduleTests
{
    private static readonly DateTimeOffset From = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("left-overs", "22 09:05, 22 09:15, 22 09:25, 22 09:35, 22 09:45")]
    [InlineData("release", "22 09:01, 22 09:02, 22 09:03, 22 09:04, 22 09:05")]
    [InlineData("sheets", "23 00:20, 24 00:20, 25 00:20, 26 00:20, 27 00:20")]
    [InlineData("team-figures", "24 00:40, 01 00:40, 08 00:40, 15 00:40, 22 00:40")]
    [InlineData("notices", "22 09:10, 22 10:10, 22 11:10, 22 12:10, 22 13:10")]
    [InlineData("digests", "22 09:15, 22 09:30, 22 09:45, 22 10:00, 22 10:15")]
    [InlineData("inbox", "23 03:40, 24 03:40, 25 03:40, 26 03:40, 27 03:40")]
    [InlineData("tokens", "23 03:45, 24 03:45, 25 03:45, 26 03:45, 27 03:45")]
    public void Every_work_happens_when_the_table_means(string name, string nextFive)
    {
        var cron = new CronExpression(Schedule.Works.Single(work => work.Name == name).Cron, TimeZoneInfo.Utc);

        var next = new List<string>();
        for (var at = From; next.Count < 5;)
        {
            at = cron.GetNextValidTimeAfter(at)!.Value;
            next.Add(at.ToString("dd HH:mm", CultureInfo.InvariantCulture));
        }

        Assert.Equal(nextFive, string.Join(", ", next));
    }

    [Fact]
    public void Every_work_has_a_test_of_its_times() => Assert.Equal(["left-overs", "release", "sheets", "team-figures", "notices", "digests", "inbox", "tokens"], Schedule.Works.Select(work => work.Name));
}
