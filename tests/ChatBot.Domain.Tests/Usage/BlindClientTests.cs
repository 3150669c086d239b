using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Usage;

/// <summary>Rules 6, 7 and 9 to 11: clients that cannot be seen, and what no row means.</summary>
public sealed class BlindClientTests
{
    private static readonly DateOnly Wednesday = Case.Day(10, 14);

    private static readonly Signals OnePrompt = new(1, 0, 0, 0, 0);

    [Theory]
    [InlineData(Marks.TelemetryOff, "TelemetryOff")]
    [InlineData(Marks.ClientTooOld, "ClientTooOld")]
    [InlineData(Marks.ClientTooOld | Marks.TelemetryOff, "TelemetryOff")]
    public void Rules_6_and_7_stand_before_use(Marks marks, string state) => Assert.Equal(state, Case.WithSeat().Reads(Wednesday, OnePrompt, marks).State(Wednesday));

    [Theory]
    [InlineData(Marks.TelemetryOff, "TelemetryOff")]
    [InlineData(Marks.None, "Seen")]
    [InlineData(Marks.ClientTooOld, "Seen")]
    public void One_account_in_two_scopes_is_blind_only_where_the_rule_applies_to_every_row(Marks other, string state)
    {
        var some = Case.WithSeat().Reads(Wednesday, OnePrompt, Marks.TelemetryOff).Reads(Wednesday, OnePrompt, other, scope: Case.OrganisationScope);
        Assert.Equal(state, some.State(Wednesday));
    }

    [Fact]
    public void One_of_two_accounts_that_is_blind_makes_the_day_blind() => Assert.Equal("TelemetryOff", Case.WithSeat().Account(2, Tool.Copilot)
        .Reads(Wednesday, OnePrompt).Reads(Wednesday, OnePrompt, Marks.TelemetryOff, account: 2).State(Wednesday));

    [Fact]
    public void Use_without_a_covered_day_still_shows() => Assert.True(Case.WithSeat().Reads(Wednesday, default, Marks.TelemetryOff | Marks.Use).On(Wednesday).Use);

    [Theory]
    [InlineData(28, "Silent")]
    [InlineData(29, "NotReported")]
    [InlineData(-28, "Silent")]
    [InlineData(-29, "NotReported")]
    public void Rule_9_use_within_28_days_before_or_after_makes_a_quiet_day_silent(int days, string state) =>
        Assert.Equal(state, Case.WithSeat().Prompts(Wednesday.AddDays(days)).State(Wednesday));

    [Fact]
    public void Rule_9_holds_for_a_row_of_zeros_too() => Assert.Equal("Silent", Case.WithSeat().Prompts(Wednesday.AddDays(1)).Reads(Wednesday, new Signals(0, 0, 0, 0, 0)).State(Wednesday));

    [Theory]
    [InlineData(Marks.Use, "Silent")]
    [InlineData(Marks.Use | Marks.ReviewOnly, "NotReported")]
    [InlineData(Marks.Use | Marks.TelemetryOff, "NotReported")]
    [InlineData(Marks.Use | Marks.ClientTooOld, "NotReported")]
    [InlineData(Marks.None, "NotReported")]
    public void Rule_9_asks_for_use_that_shows_the_client(Marks marks, string state) =>
        Assert.Equal(state, Case.WithSeat().Reads(Wednesday.AddDays(3), default, marks).State(Wednesday));

    [Theory]
    [InlineData(0, "Silent")]
    [InlineData(1, "NotReported")]
    public void Rule_9_counts_days_that_are_not_settled_but_none_after_the_as_of_day(int after, string state)
    {
        var asOf = Wednesday.AddDays(4);
        var some = new Case().Account(1, Tool.Copilot).Seat(1, asOf, lastActivity: asOf).Prompts(asOf.AddDays(after)).As(asOf);
        Assert.Equal(state, some.State(Wednesday));
    }

    [Theory]
    [InlineData(null, "Silent")]
    [InlineData(-29, "Silent")]
    [InlineData(-28, "NotReported")]
    [InlineData(0, "NotReported")]
    public void Rule_10_the_vendor_saw_nothing_for_28_days_before(int? lastActivity, string state)
    {
        DateOnly? last = lastActivity is { } days ? Wednesday.AddDays(days) : null;
        Assert.Equal(state, new Case().Account(1, Tool.Copilot).Seat(1, Wednesday.AddDays(10), lastActivity: last).State(Wednesday));
    }

    [Theory]
    [InlineData(-1, "NotReported")]
    [InlineData(0, "Silent")]
    [InlineData(28, "Silent")]
    [InlineData(29, "NotReported")]
    public void Rule_10_looks_at_snapshots_from_the_day_to_28_days_after(int taken, string state)
    {
        var some = new Case().Account(1, Tool.Copilot).Seat(1, Wednesday.AddDays(taken)).Seat(1, Wednesday.AddDays(60), lastActivity: Wednesday);
        Assert.Equal(state, some.State(Wednesday));
    }

    [Fact]
    public void Rule_10_every_snapshot_must_say_so() => Assert.Equal("NotReported", new Case().Account(1, Tool.Copilot)
        .Seat(1, Wednesday.AddDays(2)).Seat(1, Wednesday.AddDays(9), lastActivity: Wednesday.AddDays(8)).State(Wednesday));

    [Fact]
    public void Rule_10_ignores_a_snapshot_after_the_as_of_day() => Assert.Equal("Silent", new Case().Account(1, Tool.Copilot)
        .Seat(1, Wednesday.AddDays(2)).Seat(1, Wednesday.AddDays(9), lastActivity: Wednesday.AddDays(8)).As(Wednesday.AddDays(8)).State(Wednesday));

    [Fact]
    public void Rule_11_what_the_vendor_saw_and_the_report_did_not_is_not_measurable()
    {
        var day = Case.WithSeat().On(Wednesday);
        Assert.Equal(("NotCovered", Reason.NotReported), (day.LeftOut.ToString(), day.Reason));
    }
}
