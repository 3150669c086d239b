using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;

namespace ChatBot.Domain.Tests.Digests;

public sealed class DigestTimesTests
{
    [Theory]
    [InlineData("Mon-Fri", DayOfWeek.Tuesday, "11:00", DayOfWeek.Tuesday, "11:00")]
    [InlineData("Mon-Fri", DayOfWeek.Wednesday, "09:00", DayOfWeek.Wednesday, "09:00")]
    [InlineData("Mon-Fri", DayOfWeek.Friday, "16:59", DayOfWeek.Friday, "16:59")]
    [InlineData("Mon-Fri", DayOfWeek.Friday, "17:00", DayOfWeek.Friday, "16:59")]
    [InlineData("Mon-Fri", DayOfWeek.Friday, "08:59", DayOfWeek.Friday, "09:00")]
    [InlineData("Mon-Fri", DayOfWeek.Saturday, "10:00", DayOfWeek.Friday, "10:00")]
    [InlineData("Mon-Fri", DayOfWeek.Sunday, "20:00", DayOfWeek.Monday, "16:59")]
    [InlineData("Sun-Thu", DayOfWeek.Sunday, "10:00", DayOfWeek.Sunday, "10:00")]
    [InlineData("Mon;Wed", DayOfWeek.Tuesday, "10:00", DayOfWeek.Wednesday, "10:00")]
    [InlineData("Mon", DayOfWeek.Friday, "10:00", DayOfWeek.Monday, "10:00")]
    public void A_choice_is_taken_or_the_nearest_is_named(string pattern, DayOfWeek day, string time, DayOfWeek nearestDay, string nearestTime)
    {
        Assert.True(WorkingDays.TryParse(pattern, out var days));
        var choice = new DigestChoice(day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture));

        var answer = DigestTimes.Check(choice, days);

        var nearest = new DigestChoice(nearestDay, TimeOnly.Parse(nearestTime, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(new ChoiceAnswer(choice == nearest, nearest), answer);
    }

    [Fact]
    public void What_is_named_as_the_nearest_is_allowed_and_no_day_that_is_worked_is_nearer() => Seeds.Hold(3000, seed =>
    {
        var random = new Random(seed);
        var days = new WorkingDays((byte)random.Next(1, 128));
        var hours = random.Next(2) == 0 ? SendingHours.Usual : SendingHours.Narrow;
        var choice = new DigestChoice((DayOfWeek)random.Next(7), new TimeOnly(random.Next(24), random.Next(60)));

        var nearest = DigestTimes.Check(choice, days, hours).Nearest;

        Assert.True(days.Contains(nearest.Day) && hours.Contain(nearest.Time));
        Assert.Equal(new ChoiceAnswer(true, nearest), DigestTimes.Check(nearest, days, hours));
        Assert.DoesNotContain(Enum.GetValues<DayOfWeek>(), day => days.Contains(day) && Away(day, choice.Day) < Away(nearest.Day, choice.Day));
    });

    [Fact]
    public void A_pattern_without_a_day_counts_as_Monday_to_Friday() =>
        Assert.Equal(DayOfWeek.Friday, DigestTimes.Check(new DigestChoice(DayOfWeek.Saturday, new TimeOnly(10, 0)), default).Nearest.Day);

    private static int Away(DayOfWeek left, DayOfWeek right) => Math.Min(((int)left - (int)right + 7) % 7, ((int)right - (int)left + 7) % 7);
}
