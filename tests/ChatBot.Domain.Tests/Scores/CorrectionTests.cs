using ChatBot.Domain.Calendar;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Scores;

/// <summary>What each kind of correction does to a sheet, and that nothing imported later undoes it.</summary>
public sealed class CorrectionTests
{
    private static readonly DateOnly Tuesday = Case.Day(11, 3);
    private static readonly DateSpan OnTuesday = new(Tuesday, Tuesday);

    [Fact]
    public void A_credited_day_counts_with_the_signals_of_its_level()
    {
        var day = Hidden().Corrected(new Correction.CreditDays(OnTuesday, Tool.Copilot, "regular")).On(Tuesday);
        Assert.Equal((LeftOut.No, true, 30), (day.LeftOut, day.Use, day.Points));
        Assert.Equal((CoverageState.Credited, new Signals(4, 1, 0, 0, 0)), (day.Tools.Single().Coverage.State, day.Tools.Single().Signals));
    }

    [Fact]
    public void What_was_measured_beyond_the_level_stays()
    {
        var some = Case.WithSeat().Reads(Tuesday, new Signals(9, 0, 1, 0, 0)).Corrected(new Correction.CreditDays(OnTuesday, Tool.Copilot, "regular"));
        Assert.Equal((45 + 10 + 10, new Signals(9, 1, 1, 0, 0)), (some.On(Tuesday).Points, some.On(Tuesday).Tools.Single().Signals));
    }

    [Fact]
    public void A_tool_of_which_nothing_is_known_can_be_credited()
    {
        var day = Case.WithSeat().Prompts(Tuesday, 1).Corrected(new Correction.CreditDays(OnTuesday, new Tool("aider"), "light")).On(Tuesday);
        Assert.Equal(["aider", "copilot"], day.Tools.Select(tool => tool.Tool.Id));
        Assert.Equal(15, day.Points);
    }

    [Fact]
    public void Another_tool_that_could_not_be_seen_still_takes_a_credited_day_out() =>
        Assert.Equal(LeftOut.NotCovered, Hidden().Corrected(new Correction.CreditDays(OnTuesday, new Tool("aider"), "light")).On(Tuesday).LeftOut);

    [Theory]
    [InlineData(17, LeftOut.DayOff)]
    [InlineData(19, LeftOut.OnLeave)]
    [InlineData(20, LeftOut.Excluded)]
    public void A_day_on_which_the_person_was_not_there_is_not_credited(int day, LeftOut leftOut)
    {
        var october = new DateSpan(Case.Day(10, 12), Case.Day(10, 23));
        var some = Case.WithSeat().With(p => p with { Leave = [new DateSpan(Case.Day(10, 19), Case.Day(10, 19))] })
            .Corrected(new Correction.CreditDays(october, Tool.Copilot, "regular")).Excluding(Case.Day(10, 20), Case.Day(10, 20));
        Assert.Equal((leftOut, 0, false), (some.On(Case.Day(10, day)).LeftOut, some.On(Case.Day(10, day)).Points, some.On(Case.Day(10, day)).Use));
    }

    [Fact]
    public void A_credited_day_that_has_not_settled_is_pending() =>
        Assert.Equal(LeftOut.Pending, Case.WithSeat().Corrected(new Correction.CreditDays(new DateSpan(Case.Day(12, 14), null), Tool.Copilot, "light")).On(Case.Day(12, 14)).LeftOut);

    [Fact]
    public void A_level_that_the_rubric_no_longer_defines_brings_use_and_no_points()
    {
        var day = Hidden().Corrected(new Correction.CreditDays(OnTuesday, Tool.Copilot, "gone")).On(Tuesday);
        Assert.Equal((LeftOut.No, true, 0), (day.LeftOut, day.Use, day.Points));
    }

    [Fact]
    public void A_credited_day_is_use_and_ends_no_use_seen()
    {
        var none = Case.WithClaudeCode().Reads(Case.Day(10, 1), new Signals(null, 1, null, 0, 0), scope: Case.ApiScope);
        Assert.Equal((SheetVerdict.Non, Case.Day(10, 1)), (none.Score().Verdict, none.Score().LastUse));
        var credited = none.Corrected(new Correction.CreditDays(new DateSpan(Case.Day(11, 30), Case.Day(12, 6)), Tool.ClaudeCode, "light")).Score();
        Assert.Equal((SheetVerdict.Light, Case.Day(12, 4)), (credited.Verdict, credited.LastUse));
    }

    [Fact]
    public void An_account_is_whose_the_correction_says()
    {
        var some = Case.WithSeat().With(p => p with { Id = Ada }).Prompts(Tuesday, 2);
        Assert.Equal(10, some.Score().Points);
        Assert.Equal(Reason.AccountNotLinked, some.Corrected(new Correction.RemapAccount(1, Bo)).Score().Reason);
        Assert.Equal(10, some.Corrected(new Correction.RemapAccount(1, Ada)).Score().Points);
        Assert.Equal([1], Corrected.AccountsGiven(Ada, some.Inputs.Corrections));
        Assert.Empty(Corrected.AccountsGiven(Bo, some.Inputs.Corrections));
    }

    [Fact]
    public void An_ambiguous_account_that_is_remapped_is_the_persons_own()
    {
        var some = new Case().With(p => p with { Id = Ada }).Account(1, Tool.Copilot, ambiguous: true).Seat(1, Case.Day(12, 15)).Prompts(Tuesday, 2);
        Assert.Equal("AccountNotLinked", some.State(Tuesday));
        Assert.Equal("Seen", some.Corrected(new Correction.RemapAccount(1, Ada)).State(Tuesday));
    }

    [Fact]
    public void A_pattern_holds_on_the_days_of_its_span_and_the_directorys_on_the_others()
    {
        var mondays = new Correction.ChangeWorkingPattern(new WorkingDays(1), new DateSpan(Case.Day(11, 2), Case.Day(11, 8)));
        var some = Case.WithSeat().Corrected(mondays);
        Assert.Equal(
            [false, false, true, false],
            new[] { Case.Day(10, 30), Case.Day(11, 2), Case.Day(11, 3), Case.Day(11, 9) }.Select(day => some.On(day).LeftOut == LeftOut.DayOff));
        Assert.Equal(
            [(DateOnly.MinValue, WorkingDays.MondayToFriday), (Case.Day(11, 2), new WorkingDays(1)), (Case.Day(11, 9), WorkingDays.MondayToFriday)],
            Corrected.Of(some.Person, [mondays]).WorkingDays.Entries);
    }

    [Fact]
    public void A_work_area_holds_on_the_days_of_its_span_and_so_do_its_gaps()
    {
        var some = Case.WithSeat().Prompts(Tuesday).Gap(GapScope.WorkArea, "Sealed", Case.Day(10, 1), null, reason: "SealedNetwork")
            .With(p => p with { WorkArea = new Dated<string>([(Case.Day(1, 1), "Search"), (Case.Day(11, 10), "Ads")]) });
        Assert.Equal("Seen", some.State(Tuesday));
        var changed = some.Corrected(new Correction.ChangeWorkArea("Sealed", OnTuesday));
        Assert.Equal("SealedNetwork", changed.State(Tuesday));
        var areas = Corrected.Of(some.Person, some.Inputs.Corrections).WorkArea;
        Assert.Equal(["Search", "Sealed", "Search", "Ads"], new[] { Tuesday.AddDays(-1), Tuesday, Tuesday.AddDays(1), Case.Day(11, 10) }.Select(day => areas.At(day, "")));
    }

    [Fact]
    public void An_exemption_changes_nothing_in_the_sheet_and_lies_over_it_to_its_last_day()
    {
        Correction[] until = [new Correction.ExemptUntil(Case.Day(12, 20)), new Correction.ExemptUntil(Case.Day(12, 18))];
        var some = Case.WithSeat().Prompts(Tuesday);
        var before = SheetDocument.Write(some.Score());
        Assert.Equal(before, SheetDocument.Write(some.Corrected(until).Score()));
        var over = new[] { 20, 21 }.Select(day => Verdicts.Over(some.Score(), some.Person, Case.Day(12, day), underReview: false, exemptUntil: Corrected.ExemptUntil(until)).Kind == VerdictKind.Exempt);
        Assert.Equal([true, false], over);
        Assert.Null(Corrected.ExemptUntil([]));
    }

    private static Guid Ada { get; } = new("00000000-0000-0000-0000-00000000000a");

    private static Guid Bo { get; } = new("00000000-0000-0000-0000-00000000000b");

    private static Case Hidden() => Case.WithSeat().Reads(Tuesday, new Signals(0, 0, 0, 0, 0), Marks.Use | Marks.TelemetryOff);
}
