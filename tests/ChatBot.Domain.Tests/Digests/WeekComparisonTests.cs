using ChatBot.Domain.Calendar;
using ChatBot.Domain.Digests;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Digests;

public sealed class WeekComparisonTests
{
    private static readonly Week W47 = new(2026, 47);
    private static readonly Person Ada = new() { Id = Guid.Empty, Email = "ada@contoso.example", Country = new Dated<string>([(new DateOnly(2020, 1, 1), "DE")]) };
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> NoHolidays = new Dictionary<string, IReadOnlySet<DateOnly>>();

    [Fact]
    public void A_week_is_the_days_that_count_beside_those_of_the_week_before()
    {
        var week = WeekComparison.Of(W47, [SheetOf.Days("2026-11-24", ("2026-11-09", 20), ("2026-11-10", 0), ("2026-11-16", 30), ("2026-11-17", 50), ("2026-11-18", 0))], Ada, NoHolidays)!;

        Assert.Equal((80, 3, 2), (week.This.Points, week.This.CountedDays, week.This.ActiveDays));
        Assert.Equal(80m / 3, week.This.PerDay);
        Assert.Equal([new SignalPoints(Signal.Prompt, 80)], week.This.Signals);
        Assert.Equal((20, 2, 1), (week.Before!.Points, week.Before.CountedDays, week.Before.ActiveDays));
    }

    [Fact]
    public void Days_that_have_not_settled_are_named_where_the_person_was_there_to_be_measured()
    {
        var holidays = new Dictionary<string, IReadOnlySet<DateOnly>>(StringComparer.Ordinal) { ["DE"] = new HashSet<DateOnly> { new(2026, 11, 20) } };
        var sheet = SheetOf.Days("2026-11-22", ("2026-11-18", 30));

        Assert.Equal([new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 20)], WeekComparison.Of(W47, [sheet], Ada, NoHolidays)!.NotFinal);
        Assert.Equal([new DateOnly(2026, 11, 19)], WeekComparison.Of(W47, [sheet], Ada, holidays)!.NotFinal);
    }

    [Fact]
    public void Of_a_week_without_a_day_that_counts_nothing_is_known()
    {
        Assert.Null(WeekComparison.Of(W47, [SheetOf.Days("2026-11-24", ("2026-11-09", 20))], Ada, NoHolidays));

        var week = WeekComparison.Of(W47, [SheetOf.Days("2026-11-24", ("2026-11-16", 0))], Ada, NoHolidays)!;
        Assert.Equal((0, 1, null), (week.This.Points, week.This.CountedDays, week.Before));
    }

    [Fact]
    public void A_week_over_the_turn_of_the_year_is_read_from_two_sheets()
    {
        var turn = new Week(2026, 53);
        Assert.Equal([new Quarter(2026, 4), new Quarter(2027, 1)], WeekComparison.Quarters(turn));
        Assert.Equal([new Quarter(2026, 4), new Quarter(2027, 1)], WeekComparison.Quarters(turn.Next));
        Assert.Equal([new Quarter(2026, 4)], WeekComparison.Quarters(W47));

        var week = WeekComparison.Of(
            turn,
            [SheetOf.Days("2027-01-05", ("2026-12-28", 20), ("2026-12-31", 30)), SheetOf.Days("2027-01-05", ("2027-01-01", 40))],
            Ada,
            NoHolidays)!;

        Assert.Equal((90, 3), (week.This.Points, week.This.CountedDays));
    }
}
