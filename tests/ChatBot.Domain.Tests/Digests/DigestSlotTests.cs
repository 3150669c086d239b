using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Domain.People;

namespace ChatBot.Domain.Tests.Digests;

public sealed class DigestSlotTests
{
    private static readonly Week Week = new(2026, 47);

    [Fact]
    public void A_slot_lies_in_the_hours_of_a_day_on_which_the_person_works_in_the_week_after() => Seeds.Hold(4000, seed =>
    {
        var week = AnyWeek(seed);
        var (hours, wish) = Somebody.Of(seed, week.Next.First);
        if (DigestSlot.Of(hours, wish.Choice, week) is not DigestSlot.At slot)
        {
            return;
        }

        Assert.True(hours.Allow(slot.Due));
        Assert.Equal(week.Next, Week.Of(hours.Day(slot.Due)));
        Assert.True(slot.Due < slot.Expires);
        Assert.Equal(week.Next, Week.Of(hours.Day(slot.Expires.AddTicks(-1))));
        if (DigestSlot.Of(hours, wish.Choice, week.Next) is DigestSlot.At next)
        {
            Assert.True(slot.Expires <= next.Due);
        }
    });

    [Fact]
    public void Nobody_is_left_out_who_works_on_a_day_from_the_chosen_one_on() => Seeds.Hold(4000, seed =>
    {
        var week = AnyWeek(seed);
        var (hours, wish) = Somebody.Of(seed, week.Next.First);
        var time = DigestTimes.NearestTime(wish.Choice.Time, hours.Hours);
        var chosen = week.Next.First.AddDays(((int)wish.Choice.Day + 6) % 7);
        var could = Enumerable.Range(0, 7).Select(chosen.AddDays).TakeWhile(day => day <= week.Next.Last)
            .Any(day => hours.IsPresent(day) && hours.At(day, time) is var at && hours.Day(at) == day && hours.Allow(at));

        if (could && hours.Person.StartDate <= week.Last)
        {
            Assert.IsType<DigestSlot.At>(DigestSlot.Of(hours, wish.Choice, week));
        }
    });

    [Fact]
    public void The_gate_lets_go_only_what_the_plan_would_and_asks_for_no_time_at_which_it_refuses() => Seeds.Hold(4000, seed =>
    {
        var random = new Random(seed);
        var week = AnyWeek(seed);
        var (hours, wish) = Somebody.Of(seed, week.Next.First);
        var now = new DateTimeOffset(week.Next.First.AddDays(-1), TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(random.Next(10 * 24 * 60));

        switch (DigestGate.Ask(hours, wish, week, now, newerLeft: false))
        {
            case GateAnswer.Go:
                Assert.True(hours.Allow(now));
                Assert.False(wish.Stopped);
                Assert.False(hours.Day(now) <= wish.PausedUntil);
                Assert.Equal(week.Next, Week.Of(hours.Day(now)));
                break;
            case GateAnswer.Later later:
                Assert.True(later.DueAt > now);
                Assert.True(hours.Allow(later.DueAt));
                Assert.IsNotType<GateAnswer.Later>(DigestGate.Ask(hours, wish, week, later.DueAt, newerLeft: false));
                break;
        }

        Assert.IsType<GateAnswer.Expired>(DigestGate.Ask(hours, wish, week, now, newerLeft: true));
    });

    [Fact]
    public void A_plan_made_late_goes_at_the_next_allowed_moment_or_is_too_late() => Seeds.Hold(3000, seed =>
    {
        var week = AnyWeek(seed);
        var (hours, wish) = Somebody.Of(seed, week.Next.First);
        var now = new DateTimeOffset(week.Next.First, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(new Random(seed).Next(9 * 24 * 60));

        switch (DigestGate.Plan(hours, wish, week, now))
        {
            case DigestSlot.At slot:
                Assert.True(slot.Due >= now && slot.Due < slot.Expires && hours.Allow(slot.Due));
                Assert.IsType<GateAnswer.Go>(DigestGate.Ask(hours, wish, week, slot.Due, newerLeft: false));
                break;
            case DigestSlot.None { Reason: WithholdingReason.TooLate }:
                Assert.Null(hours.Next(now, ((DigestSlot.At)DigestSlot.Of(hours, wish.Choice, week)).Expires));
                break;
        }
    });

    [Theory]
    [InlineData("Europe/Berlin", 2026, 12, "2026-03-24 10:00")] // The last week of winter time; 29 March is the change.
    [InlineData("Europe/Berlin", 2026, 13, "2026-03-31 09:00")]
    [InlineData("Australia/Lord_Howe", 2026, 39, "2026-09-29 00:30")] // 10:30 ahead in winter
    [InlineData("Australia/Lord_Howe", 2026, 40, "2026-10-06 00:00")] // and 11 in summer.
    [InlineData("Asia/Kathmandu", 2026, 47, "2026-11-24 05:15")]
    [InlineData("Pacific/Kiritimati", 2026, 47, "2026-11-23 21:00")]
    [InlineData("Pacific/Apia", 2011, 51, "2011-12-27 21:00")]
    [InlineData("Europe/Berlin", 2026, 52, "2026-12-29 10:00")]
    [InlineData("Europe/Berlin", 2026, 53, "2027-01-05 10:00")]
    [InlineData("America/New_York", 2024, 8, "2024-02-27 16:00")]
    public void The_usual_slot_is_eleven_by_the_clock_on_the_wall(string zone, int year, int number, string utc)
    {
        var somebody = Somebody.In(zone);

        var slot = Assert.IsType<DigestSlot.At>(DigestSlot.Of(somebody.Hours, somebody.Wish.Choice, new Week(year, number)));

        Assert.Equal(utc, slot.Due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_day_that_a_zone_leaves_out_is_no_day_to_send_on()
    {
        var somebody = Somebody.In("Pacific/Apia", DayOfWeek.Friday);

        var slot = DigestSlot.Of(somebody.Hours, somebody.Wish.Choice, new Week(2011, 51));

        Assert.Equal(new DigestSlot.None(WithholdingReason.NoWorkingDay), slot); // There was no Friday 30 December 2011.
    }

    [Theory]
    [InlineData("2026-11-24", "2026-11-25 10:00")]
    [InlineData("2026-11-24 2026-11-25", "2026-11-26 10:00")]
    [InlineData("2026-11-24 2026-11-25 2026-11-26 2026-11-27", "NoWorkingDay")]
    public void A_holiday_moves_it_to_the_next_day_at_the_same_time(string days, string expected)
    {
        var somebody = Somebody.In("Europe/Berlin");
        var hours = somebody.Hours with
        {
            Person = somebody.Hours.Person with { Country = new Dated<string>([(new DateOnly(2020, 1, 1), "DE")]) },
            Holidays = new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal)
            {
                ["DE"] = days.Split(' ').Select(x => DateOnly.Parse(x, CultureInfo.InvariantCulture)).ToHashSet(),
            },
        };

        Assert.Equal(expected, Told(DigestSlot.Of(hours, somebody.Wish.Choice, Week)));
    }

    [Fact]
    public void Leave_on_every_day_that_is_left_says_so()
    {
        var somebody = Somebody.In("Europe/Berlin");
        var hours = somebody.Hours with { Person = somebody.Hours.Person with { Leave = [new DateSpan(new DateOnly(2026, 11, 24), null)] } };

        Assert.Equal("OnLeave", Told(DigestSlot.Of(hours, somebody.Wish.Choice, Week)));
    }

    [Fact]
    public void What_is_missed_in_the_evening_goes_the_next_morning_and_on_Friday_evening_never()
    {
        var (hours, wish) = Somebody.In("Europe/Berlin");
        GateAnswer At(int day, int hour) => DigestGate.Ask(hours, wish, Week, new DateTimeOffset(2026, 11, day, hour, 0, 0, TimeSpan.Zero), newerLeft: false);

        Assert.Equal(new GateAnswer.Later(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero)), At(23, 12));
        Assert.IsType<GateAnswer.Go>(At(24, 10));
        Assert.Equal(new GateAnswer.Later(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero)), At(24, 16));
        Assert.IsType<GateAnswer.Go>(At(27, 15));
        Assert.IsType<GateAnswer.Expired>(At(27, 16));
        Assert.IsType<GateAnswer.Expired>(At(30, 10));
    }

    /// <summary>A week of 2011 (Samoa lost a day), or of 2020 to 2032: week 53 of 2020, 2026 and 2032, 29 February, all changes of clocks.</summary>
    private static Week AnyWeek(int seed) => seed % 20 == 0 ? new Week(2011, 51) : Week.Of(new DateOnly(2020, 1, 6).AddDays(seed % (12 * 365)));

    private static string Told(DigestSlot slot) =>
        slot is DigestSlot.At at ? at.Due.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : ((DigestSlot.None)slot).Reason.ToString();
}
