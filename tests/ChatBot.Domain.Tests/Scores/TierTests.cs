using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>Worked examples and the tiers of typical people.</summary>
public sealed class TierTests
{
    private static readonly DateOnly First = Case.Day(10, 1);
    private static readonly DateOnly Last = Case.Day(12, 11);

    [Fact]
    public void The_worked_example_comes_to_94_points()
    {
        var day = Case.WithSeat().Reads(Case.Day(11, 17), new Signals(14, 4, 1, 14, 71)).On(Case.Day(11, 17));
        Assert.Equal(94, day.Points);
        ScoreLine[] lines = [new(Signal.Prompt, 14, 10, 50), new(Signal.AgentSession, 4, 2, 20), new(Signal.ReviewRequest, 1, 1, 10), new(Signal.Acceptance, 14, 14, 14), new(Signal.Generation, 71, 0, 0)];
        Assert.Equal(lines, day.Lines);
    }

    [Fact]
    public void Chat_of_3_prompts_on_3_days_a_week_is_9_light()
    {
        // Nine whole weeks, so that the share of days is exactly three of five.
        var sheet = Case.WithSeat().As(Case.Day(12, 8)).With(p => p with { StartDate = Case.Day(10, 5) }).Seat(1, Case.Day(12, 8)).Daily(new Signals(3, 0, 0, 0, 0), First, Last, everyNthDayOfWeek: 2).Score();
        Assert.Equal((SheetVerdict.Light, 9.0m, false), (sheet.Verdict, sheet.Score, sheet.Borderline));
    }

    [Theory]
    [InlineData(5, 0, 0, SheetVerdict.Heavy, 25, true)]
    [InlineData(0, 0, 40, SheetVerdict.Light, 20, false)]
    [InlineData(4, 1, 0, SheetVerdict.Heavy, 30, false)]
    [InlineData(0, 4, 0, SheetVerdict.Light, 20, false)]
    [InlineData(100, 100, 100, SheetVerdict.Heavy, 90, false)]
    public void A_daily_habit_gives_a_tier(int prompts, int sessions, int acceptances, SheetVerdict verdict, int score, bool borderline)
    {
        var sheet = Case.WithSeat().Daily(new Signals(prompts, sessions, 0, acceptances, 0), First, Last).Score();
        Assert.Equal((verdict, score, borderline), (sheet.Verdict, sheet.Score, sheet.Borderline));
    }

    [Fact]
    public void A_day_of_claude_code_tops_out_at_40() => Assert.Equal(40, Case.WithClaudeCode().Reads(Case.Day(11, 17), new Signals(null, 99, null, 999, 9999), scope: Case.ApiScope).On(Case.Day(11, 17)).Points);

    [Fact]
    public void Two_tools_share_the_caps_of_one_day()
    {
        var day = Case.WithSeat().Account(2, Tool.ClaudeCode).Reads(Case.Day(11, 17), new Signals(2, 1, 0, 15, 0)).Reads(Case.Day(11, 17), new Signals(null, 2, null, 15, 0), account: 2, scope: Case.ApiScope).On(Case.Day(11, 17));
        Assert.Equal(10 + 20 + 20, day.Points);
    }

    [Theory]
    [InlineData(11, true)]
    [InlineData(10, false)]
    public void Heavy_takes_use_on_half_the_days(int daysWithUse, bool heavy)
    {
        // 22 working days of a person who began on 2 November, as of four days after the last of them.
        var some = Case.WithSeat().With(p => p with { StartDate = Case.Day(11, 2) }).As(Case.Day(12, 5)).Seat(1, Case.Day(12, 5));
        for (var (day, made) = (Case.Day(11, 2), 0); made < daysWithUse; day = day.AddDays(1))
        {
            if (WorkingDays.MondayToFriday.Contains(day.DayOfWeek))
            {
                some.Reads(day, new Signals(10, 2, 1, 20, 0));
                made++;
            }
        }

        var sheet = some.Score();
Assert.Equal(22, sheet.EligibleDays);
        Assert.Equal(heavy ? SheetVerdict.Heavy : SheetVerdict.Light, sheet.Verdict);
    }

    [Theory]
    [InlineData(225, 10, true)]
    [InlineData(224, 10, false)]
    [InlineData(274, 10, true)]
    [InlineData(275, 10, false)]
    [InlineData(1000, 20, false)]
    public void A_score_is_borderline_within_two_and_a_half_points_end_points_included(int points, int active, bool borderline) =>
        Assert.Equal(borderline, Rubrics.Current.IsBorderline(points, active, 10));

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void A_rate_is_borderline_within_five_hundredths_end_points_included(int active, bool borderline) =>
        Assert.Equal(borderline, Rubrics.Current.IsBorderline(20 * 40, active, 20));

    [Fact]
    public void A_person_short_in_both_is_not_borderline() => Assert.False(Rubrics.Current.IsBorderline(20 * 23, 9, 20));

    [Fact]
    public void A_third_is_compared_exactly()
    {
        // 75/3 is 25 and 74/3 + 1/3 is too: thirds that a rounded division would put on the wrong side.
        Assert.True(Rubrics.Current.IsHeavy(75, 2, 3));
        Assert.False(Rubrics.Current.IsHeavy(74, 3, 3));
    }
}
