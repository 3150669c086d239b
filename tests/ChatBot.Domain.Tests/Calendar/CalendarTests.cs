using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Tests.Calendar;

public sealed class CalendarTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-W47", "2026-11-16")]
    [InlineData("2027-01-01", "2026-W53", "2026-12-28")]
    [InlineData("2027-01-04", "2027-W01", "2027-01-04")]
    [InlineData("2024-12-30", "2025-W01", "2024-12-30")]
    public void A_week_is_of_iso_8601(string day, string name, string monday)
    {
        var week = Week.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(name, week.ToString());
        Assert.Equal(DateOnly.Parse(monday, System.Globalization.CultureInfo.InvariantCulture), week.First);
        Assert.True(Week.TryParse(name, out var parsed));
        Assert.Equal(week, parsed);
        Assert.Equal(week, week.Next.Previous);
        Assert.Equal(week.First.AddDays(6), week.Last);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-47")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-W5 ")]
    [InlineData("0000-W01")]
    public void What_is_no_week_is_not_read(string? text) => Assert.False(Week.TryParse(text, out _));

    [Fact]
    public void A_day_is_settled_four_days_after_it()
    {
        var day = new DateOnly(2026, 11, 17);
        Assert.False(Settling.IsSettled(day, day.AddDays(3)));
        Assert.True(Settling.IsSettled(day, day.AddDays(4)));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Settling.Moment(day));
    }

    [Theory]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData("2024-Q1", "2024-01-01", "2024-03-31")]
    public void A_quarter_has_its_first_and_last_day(string name, string first, string last)
    {
        Assert.True(Quarter.TryParse(name, out var quarter));
        Assert.Equal((name, first, last), (quarter.ToString(), quarter.First.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), quarter.Last.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("Mon-Fri", "Mon;Tue;Wed;Thu;Fri")]
    [InlineData("Mon;Tue;Thu", "Mon;Tue;Thu")]
    [InlineData("fri-mon", "Mon;Fri;Sat;Sun")]
    [InlineData(" Sun ; Mon - Wed ", "Mon;Tue;Wed;Sun")]
    public void A_working_pattern_reads_back(string text, string written)
    {
        Assert.True(WorkingDays.TryParse(text, out var days));
        Assert.Equal(written, days.ToString());
        Assert.True(WorkingDays.TryParse(written, out var again));
        Assert.Equal(days, again);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Mo")]
    [InlineData("Mon-Wed-Fri")]
    public void What_is_no_pattern_is_not_read(string text) => Assert.False(WorkingDays.TryParse(text, out _));
}
