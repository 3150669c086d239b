using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>Which days count and which give no points and cost none.</summary>
public sealed class DayTests
{
    [Fact]
    public void A_quarter_has_its_days_up_to_the_as_of_day() =>
        Assert.Equal((Case.Day(10, 1), Case.Day(12, 15), 76), (Case.WithSeat().Score().Days[0].Day, Case.WithSeat().Score().Days[^1].Day, Case.WithSeat().Score().Days.Count));

    [Fact]
    public void A_closed_quarter_ends_on_its_last_day() => Assert.Equal(Case.Day(12, 31), Case.WithSeat().As(new DateOnly(2027, 2, 1)).Score().Days[^1].Day);

    [Fact]
    public void Work_on_a_day_off_earns_nothing()
    {
        var day = Case.WithSeat().Prompts(Case.Day(10, 17), 10).On(Case.Day(10, 17));
        Assert.Equal((LeftOut.DayOff, 0, true), (day.LeftOut, day.Points, day.Use));
        Assert.Empty(day.Lines);
    }

    [Fact]
    public void A_holiday_of_the_persons_country_is_left_out_and_of_another_is_not()
    {
        var some = Case.WithSeat().Prompts(Case.Day(11, 18), 1);
        some.GermanHolidays.Add(Case.Day(11, 18));
        Assert.Equal(LeftOut.No, some.On(Case.Day(11, 18)).LeftOut);
        Assert.Equal(LeftOut.No, some.With(p => p with { Country = In("NO") }).On(Case.Day(11, 18)).LeftOut);
        Assert.Equal(LeftOut.Holiday, some.With(p => p with { Country = In("DE") }).On(Case.Day(11, 18)).LeftOut);
    }

    [Theory]
    [InlineData(3, LeftOut.NotEmployed)]
    [InlineData(4, LeftOut.No)]
    [InlineData(6, LeftOut.No)]
    [InlineData(9, LeftOut.NotEmployed)]
    public void Employment_has_its_first_and_last_day(int day, LeftOut expected)
    {
        var some = Case.WithSeat().With(p => p with { StartDate = Case.Day(11, 4), EndDate = Case.Day(11, 6) }).Prompts(Case.Day(11, 5));
        Assert.Equal(expected, some.On(Case.Day(11, day)).LeftOut);
    }

    [Theory]
    [InlineData(3, LeftOut.No)]
    [InlineData(4, LeftOut.OnLeave)]
    [InlineData(6, LeftOut.OnLeave)]
    [InlineData(9, LeftOut.No)]
    public void Leave_has_its_first_and_last_day(int day, LeftOut expected)
    {
        var some = Case.WithSeat().With(p => p with { Leave = [new DateSpan(Case.Day(11, 4), Case.Day(11, 6))] }).Prompts(Case.Day(11, 5));
        Assert.Equal(expected, some.On(Case.Day(11, day)).LeftOut);
    }

    [Fact]
    public void An_open_leave_does_not_end() =>
        Assert.Equal(LeftOut.OnLeave, Case.WithSeat().With(p => p with { Leave = [new DateSpan(Case.Day(11, 4), null)] }).On(Case.Day(12, 11)).LeftOut);

    [Fact]
    public void A_changed_pattern_holds_from_its_day()
    {
        var some = Case.WithSeat().Prompts(Case.Day(11, 5)).With(p => p with
        {
            WorkingDays = new Dated<WorkingDays>([(Case.Day(1, 1), WorkingDays.MondayToFriday), (Case.Day(11, 6), new WorkingDays(0b0000111))]),
        });
        Assert.Equal((LeftOut.No, LeftOut.DayOff), (some.On(Case.Day(11, 5)).LeftOut, some.On(Case.Day(11, 6)).LeftOut));
    }

    [Fact]
    public void A_correction_takes_its_days_out()
    {
        var some = Case.WithSeat().Prompts(Case.Day(11, 5), 10).Excluding(Case.Day(11, 5), Case.Day(11, 5));
        Assert.Equal((LeftOut.Excluded, 0), (some.On(Case.Day(11, 5)).LeftOut, some.Score().Points));
    }

    [Fact]
    public void One_tool_that_cannot_be_seen_takes_the_day_out()
    {
        var some = Case.WithSeat().Account(2, ChatBot.Domain.Usage.Tool.ClaudeCode).Prompts(Case.Day(11, 5), 10)
            .Reads(Case.Day(11, 4), default, account: 2, scope: Case.ApiScope).NoReport(Case.Day(11, 5), ChatBot.Domain.Usage.Source.ClaudeCode, "anthropic");
        Assert.Equal(LeftOut.NotCovered, some.On(Case.Day(11, 5)).LeftOut);
        Assert.Equal(LeftOut.No, some.On(Case.Day(11, 4)).LeftOut);
    }

    private static Dated<string> In(string country) => new([(Case.Day(1, 1), country)]);
}
