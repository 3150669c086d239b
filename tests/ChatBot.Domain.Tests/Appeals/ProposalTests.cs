using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>What the data itself suggests, for the appellant and for others with the same hole.</summary>
public sealed class ProposalTests
{
    private static readonly DateOnly From = Case.Day(10, 12);
    private static readonly DateOnly To = Case.Day(10, 23);
    private static readonly AppealPart Fortnight = new(From, To);

    [Fact]
    public void Days_with_telemetry_off_are_proposed_for_credit_over_the_weekend_between_them()
    {
        var proposal = Assert.Single(Proposals.Of(Fortnight, Dark(From, To).Score(), Rubrics.Current));
        Assert.Equal(new Correction.CreditDays(new DateSpan(From, To), Tool.Copilot, "light"), proposal.Correction);
        Assert.Equal((Reason.TelemetryOff, 10), (proposal.Reason, proposal.Days.Count));
    }

    [Fact]
    public void A_day_that_counts_ends_a_run_and_so_does_another_reason()
    {
        var some = Dark(From, Case.Day(10, 14)).Prompts(Case.Day(10, 15)).Reads(Case.Day(10, 16), marks: Marks.Use | Marks.TelemetryOff).Reads(Case.Day(10, 19), marks: Marks.Use | Marks.ClientTooOld);
        Assert.Equal(
            [(From, Case.Day(10, 14), "TelemetryOff"), (Case.Day(10, 16), Case.Day(10, 16), "TelemetryOff"), (Case.Day(10, 19), Case.Day(10, 19), "ClientTooOld")],
            Proposals.Of(Fortnight, some.Score(), Rubrics.Current).Select(one => (one.Days[0], one.Days[^1], one.Reason.Name)));
    }

    [Theory]
    [InlineData(0, "light")]
    [InlineData(1, "light")]
    [InlineData(2, "light")]
    [InlineData(5, "light")]
    [InlineData(6, "regular")]
    [InlineData(10, "regular")]
    public void The_level_is_the_lowest_that_the_persons_counted_days_do_not_go_beyond(int prompts, string level)
    {
        // Fifteen days with use of forty-odd that count: it takes six prompts a day to come to more than ten points on average.
        var some = Dark(From, To).Daily(new Signals(prompts, 0, 0, 0, 0), Case.Day(11, 2), Case.Day(11, 20));
        Assert.Equal(level, ((Correction.CreditDays)Proposals.Of(Fortnight, some.Score(), Rubrics.Current)[0].Correction).Level);
    }

    [Fact]
    public void A_missing_report_a_declared_gap_and_a_silent_day_propose_nothing()
    {
        var some = Case.WithSeat().Prompts(Case.Day(10, 1), 3).NoReport(Case.Day(10, 13)).Gap(GapScope.All, "", Case.Day(10, 14), Case.Day(10, 14));
        Assert.Equal("ReportMissing", some.State(Case.Day(10, 13)));
        Assert.Equal("Bedrock", some.State(Case.Day(10, 14)));
        Assert.Empty(Proposals.Of(Fortnight, some.Score(), Rubrics.Current));
    }

    [Fact]
    public void Only_the_disputed_days_and_tool_are_looked_at_and_without_levels_nothing_is_proposed()
    {
        var sheet = Dark(From, To).Score();
        Assert.Empty(Proposals.Of(new AppealPart(From, To, Tool.ClaudeCode), sheet, Rubrics.Current));
        Assert.Equal(2, Proposals.Of(new AppealPart(To.AddDays(-1), To.AddDays(5), Tool.Copilot), sheet, Rubrics.Current).Single().Days.Count);
        Assert.Empty(Proposals.Of(Fortnight, sheet, Rubrics.Current with { CreditLevels = new Dictionary<string, Signals>(StringComparer.Ordinal) }));
    }

    [Fact]
    public void A_proposal_can_be_ruled_and_makes_its_days_count()
    {
        var some = Dark(From, To);
        var proposal = Proposals.Of(Fortnight, some.Score(), Rubrics.Current)[0];
        var claimed = Cast.New(Ground.NotCaptured, Fortnight).After((new AppealEvent.Claim(), Cast.Holder));
        var ruled = claimed.After((new AppealEvent.Rule([new PartRuling(0, Outcome.Upheld, Cast.Reason, [proposal.Correction])], Rubrics.Current), Cast.Holder));
        var days = some.Corrected([.. ruled.Rulings[0].Corrections]).Score().Days;
        Assert.All(proposal.Days, day => Assert.Equal((LeftOut.No, 10), (days.Single(one => one.Day == day).LeftOut, days.Single(one => one.Day == day).Points)));
    }

    [Fact]
    public void The_hole_that_a_correction_fills_is_known_from_the_sheet_before_it()
    {
        var before = Dark(From, To).Score();
        Assert.Equal(Gap, DataGap.Of(new Correction.CreditDays(new DateSpan(From, To), Tool.Copilot, "light"), before));
        Assert.Null(DataGap.Of(new Correction.CreditDays(new DateSpan(From, To), Tool.ClaudeCode, "light"), before));
        Assert.Null(DataGap.Of(new Correction.CreditDays(new DateSpan(Case.Day(11, 2), To.AddDays(20)), Tool.Copilot, "light"), before));
        Assert.Null(DataGap.Of(new Correction.ExcludeDays(new DateSpan(From, To)), before));
    }

    [Fact]
    public void Others_with_the_same_hole_in_the_same_days_are_found_and_nobody_else()
    {
        (string Who, Case Person, bool Found)[] people =
        [
            ("the same", Dark(From, To), true),
            ("some of the days", Dark(Case.Day(10, 14), Case.Day(10, 15)), true),
            ("a week longer", Dark(From.AddDays(-7), To.AddDays(7)), true),
            ("for longer", Dark(From.AddDays(-10), To), false),
            ("for months", Dark(Case.Day(10, 1), Case.Day(12, 11)), false),
            ("other days", Dark(Case.Day(11, 9), Case.Day(11, 20)), false),
            ("an old client", Dark(From, To, Marks.Use | Marks.ClientTooOld), false),
            ("on leave then", Dark(From, To).With(p => p with { Leave = [new DateSpan(From, To)] }), false),
            ("no hole", Case.WithSeat().Daily(new Signals(1, 0, 0, 0, 0), From, To), false),
            ("on Tuesdays only", Dark(From, To).With(p => p with { WorkingDays = new Dated<WorkingDays>([(From, new WorkingDays(2))]) }), true),
        ];
        Assert.Equal(people.Select(one => (one.Who, one.Found)), people.Select(one => (one.Who, Gap.IsIn(one.Person.Score()))));
        Assert.Equal(
            people.Select(one => one.Found), people.Select(one => Proposals.Of(Gap, one.Person.Score(), Rubrics.Current).Count > 0));
    }

    [Fact]
    public void One_unmatched_account_that_looks_like_theirs_is_proposed_and_of_several_none()
    {
        var sheet = new Case().Score();
        var me = Guid.AllBitsSet;
        Assert.Equal(new Correction.RemapAccount(7, me), Proposals.OfAccount(me, sheet, [7])!.Correction);
        Assert.Null(Proposals.OfAccount(me, sheet, [7, 8]));
        Assert.Null(Proposals.OfAccount(me, sheet, []));
        Assert.Null(Proposals.OfAccount(me, Case.WithSeat().Prompts(From).Score(), [7]));
    }

    private static DataGap Gap { get; } = new(Tool.Copilot, Reason.TelemetryOff, From, To);

    private static Case Dark(DateOnly from, DateOnly to, Marks marks = Marks.Use | Marks.TelemetryOff)
    {
        var some = Case.WithSeat();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                some.Reads(day, marks: marks);
            }
        }

        return some;
    }
}
