using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>What a sheet concludes when it is no matter of points, and what lies over it.</summary>
public sealed class VerdictTests
{
    private static readonly Signals OnePrompt = new(1, 0, 0, 0, 0);

    private static Case Silent() => new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(10, 20)).Seat(1, Case.Day(11, 10)).Seat(1, Case.Day(11, 30)).Seat(1, Case.Day(12, 15));

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Somebody_is_too_new_for_28_days_from_their_start(int start, bool tooNew)
    {
        var some = Case.WithSeat().With(p => p with { StartDate = Case.Day(11, start) }).Daily(OnePrompt, Case.Day(11, 2), Case.Day(12, 11));
        Assert.Equal(tooNew, some.Score().Verdict == SheetVerdict.TooNew);
    }

    [Theory]
    [InlineData(17, false)]
    [InlineData(18, true)]
    public void Somebody_is_too_new_for_28_days_from_their_first_licence(int made, bool tooNew)
    {
        var some = new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(12, 15), created: Case.Day(11, made)).Daily(OnePrompt, Case.Day(11, 20), Case.Day(12, 11));
        Assert.Equal(tooNew, some.Score().Verdict == SheetVerdict.TooNew);
    }

    [Fact]
    public void A_reading_before_the_seat_is_the_first_licence() => Assert.NotEqual(SheetVerdict.TooNew, new Case().Account(1, Tool.Copilot, firstReading: Case.Day(5, 1))
        .Seat(1, Case.Day(12, 15), created: Case.Day(12, 1)).Daily(OnePrompt, Case.Day(11, 20), Case.Day(12, 11)).Score().Verdict);

    [Fact]
    public void Without_a_seat_only_the_start_counts() => Assert.NotEqual(SheetVerdict.TooNew, new Case().Account(1, Tool.ClaudeCode, firstReading: Case.Day(12, 1))
        .Reads(Case.Day(12, 1), OnePrompt, scope: Case.ApiScope).Score().Verdict);

    [Fact]
    public void Without_a_start_and_a_seat_nobody_is_too_new() => Assert.NotEqual(SheetVerdict.TooNew, new Case().Account(1, Tool.ClaudeCode)
        .With(p => p with { StartDate = null }).Reads(Case.Day(12, 10), OnePrompt, scope: Case.ApiScope).Score().Verdict);

    [Fact]
    public void A_closed_quarter_is_measured_at_its_end() => Assert.Equal(SheetVerdict.TooNew, Case.WithSeat().As(new DateOnly(2027, 2, 1))
        .With(p => p with { StartDate = Case.Day(12, 10) }).Score().Verdict);

    [Fact]
    public void Nobody_without_a_tool_is_judged() => Assert.Equal(new Verdict(VerdictKind.NotMeasurable, Reason.NoLicence), Verdicts.Of(new Case().Account(1, Tool.Copilot).Score()));

    [Fact]
    public void A_declared_gap_explains_a_missing_tool_where_it_covers_most_days()
    {
        var some = new Case().Gap(GapScope.Email, "ada@contoso.example", Case.Day(11, 2), null);
        Assert.Equal(new Verdict(VerdictKind.NotMeasurable, new Reason("Bedrock")), Verdicts.Of(some.Score()));
    }

    [Theory]
    [InlineData(9, "NotMeasurable(TooFewDays)")]
    [InlineData(10, "Light")]
    public void A_tier_takes_ten_eligible_days(int days, string verdict)
    {
        // October 2026 begins on a Thursday; everything after the needed days is leave.
        var last = Enumerable.Range(0, 60).Select(i => Case.Day(10, 1).AddDays(i)).Where(d => WorkingDays.MondayToFriday.Contains(d.DayOfWeek)).ElementAt(days - 1);
        var some = Case.WithSeat().Daily(OnePrompt, Case.Day(10, 1), Case.Day(12, 11)).With(p => p with { Leave = [new DateSpan(last.AddDays(1), null)] });
        Assert.Equal(verdict, Verdicts.Of(some.Score()).ToString());
    }

    [Fact]
    public void The_commonest_reason_of_uncovered_days_is_named()
    {
        var some = Case.WithSeat().Daily(OnePrompt, Case.Day(10, 1), Case.Day(12, 11)).Gap(GapScope.All, "", Case.Day(10, 1), Case.Day(10, 21));
        for (var day = Case.Day(10, 22); day <= Case.Day(12, 4); day = day.AddDays(1))
        {
            some.NoReport(day);
        }

        Assert.Equal("NotMeasurable(ReportMissing)", Verdicts.Of(some.Score()).ToString());
    }

    [Fact]
    public void Nobody_with_no_use_for_28_covered_days_is_told_more_than_that() => Assert.Equal(SheetVerdict.Non, Silent().Score().Verdict);

    [Theory]
    [InlineData(11, 13, SheetVerdict.Non)]
    [InlineData(11, 14, SheetVerdict.Light)]
    [InlineData(12, 11, SheetVerdict.Light)]
    [InlineData(12, 12, SheetVerdict.Light)]
    [InlineData(12, 15, SheetVerdict.Light)]
    [InlineData(12, 16, SheetVerdict.Non)]
    public void One_use_in_the_window_or_after_it_is_light(int month, int day, SheetVerdict verdict) =>
        Assert.Equal(verdict, Silent().Prompts(Case.Day(month, day)).Score().Verdict);

    [Fact]
    public void Use_on_a_day_that_does_not_count_blocks_it_too()
    {
        Assert.Equal(SheetVerdict.Light, Silent().Reads(Case.Day(12, 1), default, Marks.Use | Marks.TelemetryOff).Score().Verdict);
        Assert.Equal(SheetVerdict.Light, Silent().Prompts(Case.Day(12, 5)).Score().Verdict);
    }

    [Fact]
    public void A_review_that_was_not_asked_for_is_no_use() => Assert.Equal(SheetVerdict.Non, Silent().Reads(Case.Day(12, 1), new Signals(0, 0, 0, 0, 0)).Score().Verdict);

    [Fact]
    public void The_sheet_says_when_use_was_last_seen() => Assert.Equal(Case.Day(10, 8), Silent().Prompts(Case.Day(10, 8)).Prompts(Case.Day(7, 1)).Score().LastUse);

    [Theory]
    [InlineData(10, "Non")]
    [InlineData(11, "NotMeasurable(NotCovered)")]
    public void Half_of_the_windows_days_must_be_covered(int uncovered, string verdict)
    {
        // 14 November to 11 December has 20 working days.
        var some = Silent();
        for (var (day, left) = (Case.Day(11, 16), uncovered); left > 0; day = day.AddDays(1))
        {
            some.NoReport(day);
            left -= WorkingDays.MondayToFriday.Contains(day.DayOfWeek) ? 1 : 0;
        }

        Assert.Equal(verdict, Verdicts.Of(some.Score()).ToString());
    }

    [Theory]
    [InlineData(7, "NotMeasurable(NotCovered)")]
    [InlineData(8, "Non")]
    public void At_least_four_of_the_windows_days_must_be_covered(int leaveTo, string verdict)
    {
        // Leave over the window but for its last days: Tuesday the 8th to Friday the 11th are four.
        var some = Silent().With(p => p with { Leave = [new DateSpan(Case.Day(11, 14), Case.Day(12, leaveTo == 8 ? 7 : 8))] });
        Assert.Equal(verdict, Verdicts.Of(some.Score()).ToString());
    }

    [Fact]
    public void The_window_may_begin_before_the_quarter()
    {
        // As of 20 October the window is 19 September to 16 October; use on its first day lies in the quarter before.
        var some = new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(10, 5)).Seat(1, Case.Day(10, 20)).As(Case.Day(10, 20));
        Assert.Equal(SheetVerdict.Non, some.Score().Verdict);
        Assert.Equal(SheetVerdict.Light, some.Prompts(Case.Day(9, 19)).Score().Verdict);
        var before = new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(10, 5)).Seat(1, Case.Day(10, 20)).As(Case.Day(10, 20)).Prompts(Case.Day(9, 18));
        Assert.Equal(SheetVerdict.Non, before.Score().Verdict);
    }

    [Fact]
    public void Over_the_sheet_the_first_that_applies_is_shown()
    {
        var sheet = Silent().Score();
        var today = Case.Day(12, 15);
        var person = Silent().Person with { EndDate = today.AddDays(-1), Leave = [new DateSpan(today, today)] };
        Assert.Equal(VerdictKind.Left, Verdicts.Over(sheet, person, today, underReview: true, today).Kind);
        person = person with { EndDate = today };
        Assert.Equal(VerdictKind.UnderReview, Verdicts.Over(sheet, person, today, underReview: true, today).Kind);
        Assert.Equal(VerdictKind.Exempt, Verdicts.Over(sheet, person, today, underReview: false, today).Kind);
        Assert.Equal(VerdictKind.OnLeave, Verdicts.Over(sheet, person, today, underReview: false, today.AddDays(-1)).Kind);
        Assert.Equal(VerdictKind.Non, Verdicts.Over(sheet, person, today.AddDays(-1), underReview: false, exemptUntil: null).Kind);
        Assert.Equal("NotMeasurable(TooFewDays)", Verdicts.Over(null, person, today.AddDays(-1), underReview: false, exemptUntil: null).ToString());
    }
}
