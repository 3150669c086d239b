using ChatBot.Domain.Tests.Digests;

namespace ChatBot.Domain.Tests.Deliveries;

public sealed class SendingHoursTests
{
    [Fact]
    public void The_next_moment_is_allowed_and_there_is_none_before_it() => Seeds.Hold(2000, seed =>
    {
        var random = new Random(seed);
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(random.Next(365 * 24 * 60));
        var hours = Somebody.Of(seed, DateOnly.FromDateTime(from.UtcDateTime)).Hours;
        var until = from.AddDays(random.Next(1, 8));

        var next = hours.Next(from, until);

        for (var at = from; at < (next ?? until); at = at.AddMinutes(7))
        {
            Assert.False(hours.Allow(at), $"{at:u} is allowed in {hours.Zone.Id}, before {next:u}");
        }

        Assert.True(next is null || (next >= from && next < until && hours.Allow(next.Value)));
    });

    [Fact]
    public void A_local_time_comes_back_from_its_moment_unless_the_clocks_left_it_out() => Seeds.Hold(3000, seed =>
    {
        var random = new Random(seed);
        var hours = Somebody.Of(seed, new DateOnly(2026, 1, 1)).Hours;
        var local = new DateTime(random.Next(2010, 2030), 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMinutes(random.Next(365 * 24 * 60));

        var moment = hours.At(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));

        var back = TimeZoneInfo.ConvertTime(moment, hours.Zone).DateTime;
        var isLeftOut = hours.Zone.IsInvalidTime(local) || (hours.Zone.Id is "Pacific/Apia" or "Pacific/Fakaofo" or "US/Samoa" && local.Date == new DateTime(2011, 12, 30));
        Assert.True(isLeftOut ? back > local && (back - local).TotalHours <= 24 : back == local, $"{local:s} became {back:s} in {hours.Zone.Id}");
    });

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 01:00")] // Left out: the first moment after the gap.
    [InlineData("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 00:30")] // Comes twice: the earlier.
    [InlineData("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-03 15:30")] // A gap of half an hour.
    [InlineData("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04 14:45")]
    [InlineData("Pacific/Apia", "2011-12-30 11:00", "2011-12-30 10:00")] // A day that was left out: the first moment of the next.
    public void Gaps_and_overlaps_of_the_clocks_have_a_moment_each(string zone, string local, string utc)
    {
        var at = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);

        var moment = Somebody.In(zone).Hours.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));

        Assert.Equal(utc, moment.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
    }
}
