using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>Working days of the person's country, fixed at filing.</summary>
public sealed class ClockTests
{
    private static readonly Dictionary<string, IReadOnlySet<DateOnly>> Holidays = new(StringComparer.Ordinal)
    {
        ["DE"] = new HashSet<DateOnly> { new(2026, 12, 25), new(2027, 1, 1), new(2026, 10, 3) },
        ["ZZ"] = new HashSet<DateOnly>(Enumerable.Range(0, 60).Select(i => new DateOnly(2026, 11, 3).AddDays(i))),
    };

    [Fact]
    public void Triage_warning_and_ruling_are_the_second_seventh_and_tenth_working_day() =>
        Assert.Equal(new CaseClock(new(2026, 11, 2), new(2026, 11, 4), new(2026, 11, 11), new(2026, 11, 16)), Cast.New().Clock);

    [Fact]
    public void Holidays_of_the_country_do_not_count_and_those_of_another_do()
    {
        var filed = new DateTimeOffset(2026, 12, 18, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2027, 1, 5), Clock("DE", filed).RuleBy);
        Assert.Equal(new DateOnly(2027, 1, 1), Clock("FR", filed).RuleBy);
    }

    [Fact]
    public void No_run_of_holidays_goes_beyond_the_28th_calendar_day() =>
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 30)), (Clock("ZZ", Cast.Filed).WarnOn, Clock("ZZ", Cast.Filed).RuleBy));

    [Fact]
    public void The_calendar_is_fixed_at_filing()
    {
        var now = new HashSet<DateOnly> { new(2026, 11, 4) };
        var calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal) { ["DE"] = now }, Cast.Filed);
        now.Add(new DateOnly(2026, 11, 5));
        Assert.Equal([new DateOnly(2026, 11, 4)], calendar.Holidays);
        Assert.Equal([new(2026, 12, 25), new DateOnly(2027, 1, 1)], CaseCalendar.Of("DE", TimeZoneInfo.Utc, Holidays, Cast.Filed).Holidays);
    }

    [Fact]
    public void Another_working_week_counts_its_own_days()
    {
        Assert.True(WorkingDays.TryParse("Sun-Thu", out var week));
        var calendar = CaseCalendar.Of("IL", TimeZoneInfo.Utc, Holidays, Cast.Filed, week);
        Assert.Equal(new DateOnly(2026, 11, 8), calendar.After(new DateOnly(2026, 11, 5), 1));
        Assert.Equal(WorkingDays.MondayToFriday, CaseCalendar.Of("IL", TimeZoneInfo.Utc, Holidays, Cast.Filed, default(WorkingDays)).Week);
    }

    [Theory]
    [InlineData("Pacific/Auckland", "2026-11-16T10:59:59Z", "2026-11-16T11:00:00Z")]
    [InlineData("America/Los_Angeles", "2026-11-17T07:59:59Z", "2026-11-17T08:00:00Z")]
    public void A_clock_is_missed_when_its_last_day_has_ended_where_the_person_is(string zone, string before, string after)
    {
        var filed = new DateTimeOffset(2026, 11, 2, 20, 0, 0, TimeSpan.Zero);
        var calendar = CaseCalendar.Of("", TimeZoneInfo.FindSystemTimeZoneById(zone), Holidays, zone.StartsWith("Pac", StringComparison.Ordinal) ? filed.AddDays(-1) : filed);
        var appeal = Filing.File(Cast.Contest(), [], calendar, zone.StartsWith("Pac", StringComparison.Ordinal) ? filed.AddDays(-1) : filed).Appeal!;
        Assert.Equal(new DateOnly(2026, 11, 16), appeal.Clock.RuleBy);
        Assert.Equal(Refusal.NotDue, appeal.Refused(new AppealEvent.ClockMissed(), null, At(before)));
        Assert.Null(appeal.Refused(new AppealEvent.ClockMissed(), null, At(after)));
    }

    [Fact]
    public void A_question_does_not_stop_the_clock_and_five_working_days_end_it()
    {
        var asked = Cast.New().After((new AppealEvent.Claim(), Cast.Holder), (new AppealEvent.Ask(), Cast.Holder));
        Assert.Equal((new DateOnly(2026, 11, 10), new DateOnly(2026, 11, 16)), (asked.AnswerBy, asked.Clock.RuleBy));
        Assert.Equal(Refusal.NotDue, asked.Refused(new AppealEvent.AnswerTimeOver(), null, At("2026-11-10T23:59:59Z")));
        var over = asked.At(At("2026-11-11T00:00:00Z"), (new AppealEvent.AnswerTimeOver(), null));
        Assert.Equal((AppealState.InReview, (DateOnly?)null, Cast.Holder), (over.State, over.AnswerBy, over.Reviewer));
        Assert.Equal(AppealState.Escalated, asked.At(At("2026-11-17T00:00:00Z"), (new AppealEvent.ClockMissed(), null)).State);
    }

    [Fact]
    public void A_missed_clock_escalates_with_no_ruling_and_the_second_level_has_its_own_clock()
    {
        var missed = Cast.New().After((new AppealEvent.Claim(), Cast.Holder)).At(At("2026-11-17T00:00:00Z"), (new AppealEvent.ClockMissed(), null));
        Assert.Empty(missed.Rulings);
        Assert.Equal([Cast.Holder], missed.FirstReviewers);
        Assert.Equal((2, new DateOnly(2026, 12, 1), Cast.Filed), (missed.Level, missed.Clock.RuleBy, missed.FrozenSince));
        Assert.Equal(Refusal.NotNow, missed.Refused(new AppealEvent.ClockMissed(), null, At("2027-01-30T00:00:00Z")));
    }

    [Fact]
    public void Nobody_rules_on_the_first_level_after_its_last_day_even_if_the_clock_has_not_struck_yet()
    {
        var held = Cast.New().After((new AppealEvent.Claim(), Cast.Holder));
        Assert.Equal(Refusal.ClockRanOut, held.Refused(Cast.Uphold(held), Cast.Holder, At("2026-11-17T00:00:00Z")));
        Assert.Null(held.Refused(Cast.Uphold(held), Cast.Holder, At("2026-11-16T23:59:59Z")));
        Assert.Equal(Refusal.ClockRanOut, Cast.New().Refused(new AppealEvent.Name(Cast.Other), Cast.Office, At("2026-11-17T00:00:00Z")));
        Assert.Equal(Refusal.ClockRanOut, Cast.New().Refused(new AppealEvent.Claim(), Cast.Holder, At("2026-11-17T00:00:00Z")));
        Assert.Equal(Refusal.NotThere, Cast.New().Refused(new AppealEvent.Claim(), Cast.Manager, At("2026-11-17T00:00:00Z")));
    }

    [Fact]
    public void Triage_counts_to_the_first_who_took_it_whoever_holds_it_later()
    {
        var released = Cast.New().After((new AppealEvent.Claim(), Cast.Holder), (new AppealEvent.Release(), Cast.Holder));
        Assert.Equal(Cast.Filed.AddDays(1), released.At(Cast.Filed.AddDays(4), (new AppealEvent.Claim(), Cast.Other)).FirstClaimedAt);
    }

    [Fact]
    public void What_is_due_is_found_and_the_warning_comes_on_its_day()
    {
        var asked = Cast.New().After((new AppealEvent.Claim(), Cast.Holder), (new AppealEvent.Ask(), Cast.Holder));
        Assert.Null(AppealRules.Due(asked, At("2026-11-10T12:00:00Z")));
        Assert.IsType<AppealEvent.AnswerTimeOver>(AppealRules.Due(asked, At("2026-11-11T12:00:00Z")));
        Assert.IsType<AppealEvent.ClockMissed>(AppealRules.Due(asked, At("2026-11-17T12:00:00Z")));
        var ruled = asked.After((new AppealEvent.Answer(), Cast.Appellant), (Cast.Uphold(asked), Cast.Holder));
        Assert.Null(AppealRules.Due(ruled, At("2026-12-03T23:00:00Z")));
        Assert.IsType<AppealEvent.Close>(AppealRules.Due(ruled, At("2026-12-04T00:00:00Z")));
        Assert.Equal(
            [false, true, false],
            new[] { (asked, "2026-11-10T23:59:59Z"), (asked, "2026-11-11T00:00:00Z"), (ruled, "2026-11-12T00:00:00Z") }.Select(one => AppealRules.IsWarningDue(one.Item1, At(one.Item2))));
    }

    private static CaseClock Clock(string country, DateTimeOffset filed) =>
        Filing.File(Cast.Contest() with { ToldAt = null }, [], CaseCalendar.Of(country, TimeZoneInfo.Utc, Holidays, filed), filed).Appeal!.Clock;

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
