using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Appeals;

/// <summary>What would be corrected if a claim were true.</summary>
public sealed class ClaimsTests
{
    private static readonly AppealPart Week = new(Case.Day(10, 12), Case.Day(10, 16));
    private static readonly DateSpan Span = new(Week.From, Week.To);
    private static readonly Guid Me = Guid.AllBitsSet;

    [Theory]
    [InlineData(Ground.NotCaptured)]
    [InlineData(Ground.NoLicence)]
    public void A_hole_that_the_data_shows_is_filled(Ground ground) =>
        Assert.Equal([new Correction.CreditDays(new DateSpan(Week.From.AddDays(1), Week.From.AddDays(1)), Tool.Copilot, "light")], Of(ground, Hole()));

    [Fact]
    public void Without_one_the_days_so_far_are_credited_on_the_tool_in_dispute_else_the_usual_one()
    {
        var some = Case.WithSeat().Prompts(Week.From);
        Assert.Equal([new Correction.CreditDays(Span, Tool.Copilot, "light")], Of(Ground.NotCaptured, some));
        Assert.Equal([new Correction.CreditDays(Span, Tool.ClaudeCode, "light")], Of(Ground.NotCaptured, some, Week with { Tool = Tool.ClaudeCode }));
        Assert.Equal([new Correction.CreditDays(Span with { To = Case.Day(10, 14) }, Tool.Copilot, "light")], Of(Ground.NotCaptured, some, today: Case.Day(10, 14)));
        Assert.Empty(Of(Ground.NotCaptured, some, today: Week.From.AddDays(-1)));
        Assert.Empty(Of(Ground.NotCaptured, new Case()));
    }

    [Fact]
    public void The_level_is_one_that_takes_nothing_away() => Assert.Equal(
        [new Correction.CreditDays(Span, Tool.Copilot, "regular")], Of(Ground.NotCaptured, Case.WithSeat().Daily(new Signals(5, 0, 0, 0, 0), Case.Day(9, 28), Case.Day(12, 15))));

    [Theory]
    [InlineData(Ground.Leave)]
    [InlineData(Ground.ToolsNotAllowed)]
    [InlineData(Ground.NoLicence)]
    public void Days_on_which_nobody_could_use_a_tool_are_taken_out(Ground ground) => Assert.Equal([new Correction.ExcludeDays(Span)], Of(ground, Case.WithSeat()));

    [Theory]
    [InlineData(Ground.WrongWorkArea)]
    [InlineData(Ground.Other)]
    [InlineData(Ground.WrongAccount)]
    public void What_one_cannot_tell_from_the_data_is_not_told(Ground ground) => Assert.Empty(Of(ground, Hole()));

    [Fact]
    public void The_only_account_that_looks_like_theirs_is_and_of_several_none()
    {
        Assert.Equal([new Correction.RemapAccount(7, Me)], Of(Ground.WrongAccount, Hole(), lookAlikes: [7]));
        Assert.Empty(Of(Ground.WrongAccount, Hole(), lookAlikes: [7, 8]));
    }

    [Fact]
    public void Removal_is_an_exemption_to_the_end_of_the_quarter() =>
        Assert.Equal([new Correction.ExemptUntil(Case.Day(12, 31))], Of(Ground.Removal, Hole()));

    private static Case Hole() => Case.WithSeat().Reads(Week.From.AddDays(1), marks: Marks.Use | Marks.TelemetryOff);

    private static IReadOnlyList<Correction> Of(Ground ground, Case some, AppealPart? part = null, DateOnly? today = null, params int[] lookAlikes) =>
        Claims.Of(ground, [part ?? Week], Me, some.Score(), Rubrics.Current, lookAlikes, today ?? some.AsOf);
}
