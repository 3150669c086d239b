using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Usage;

/// <summary>Rule 5: whether a day's report is there and large enough.</summary>
public sealed class ReportTests
{
    private static readonly DateOnly Wednesday = Case.Day(10, 14);

    [Fact]
    public void A_day_without_a_report_is_not_measurable_even_with_a_row() =>
        Assert.Equal("ReportMissing", Case.WithSeat().Prompts(Wednesday).NoReport(Wednesday).State(Wednesday));

    [Fact]
    public void An_incomplete_report_is_none() => Assert.Equal("ReportMissing", Case.WithSeat().Prompts(Wednesday).Report(Wednesday, complete: false).State(Wednesday));

    [Theory]
    [InlineData(0, "Seen")]
    [InlineData(-1, "ReportMissing")]
    public void A_report_last_written_before_its_day_settled_is_none(int seconds, string state) =>
        Assert.Equal(state, Case.WithSeat().Prompts(Wednesday).Report(Wednesday, written: Settling.Moment(Wednesday).AddSeconds(seconds)).State(Wednesday));

    [Theory]
    [InlineData("20 20 20 20", 10, "Seen")]
    [InlineData("20 20 20 20", 9, "ReportMissing")]
    [InlineData("19 19 19 19", 0, "Seen")]
    [InlineData("19 20 19 20", 0, "Seen")]
    [InlineData("19 19 21 100", 0, "ReportMissing")]
    [InlineData("0 19 21 100", 9, "ReportMissing")]
    [InlineData("0 19 21 100", 10, "Seen")]
    [InlineData("20 21 100 0", 10, "ReportMissing")]
    [InlineData("20 21 100 0", 11, "Seen")]
    [InlineData("100 - - -", 50, "Seen")]
    [InlineData("100 - - -", 49, "ReportMissing")]
    [InlineData("- 100 - 40", 35, "Seen")]
    [InlineData("- 100 - 40", 34, "ReportMissing")]
    [InlineData("30 - 100 40", 20, "Seen")]
    [InlineData("30 - 100 40", 19, "ReportMissing")]
    [InlineData("- - - -", 0, "Seen")]
    public void Its_rows_are_at_least_half_the_median_of_the_same_weekday_of_four_weeks(string before, int rows, string state)
    {
        var some = Case.WithSeat().Prompts(Wednesday).Report(Wednesday, rows);
        foreach (var (week, text) in before.Split(' ').Index())
        {
            var day = Wednesday.AddDays(-7 * (week + 1));
            _ = text == "-" ? some.NoReport(day) : some.Report(day, int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        }

        Assert.Equal(state, some.State(Wednesday));
    }

    [Fact]
    public void The_median_leaves_out_reports_that_are_none()
    {
        var some = Case.WithSeat().Prompts(Wednesday).Report(Wednesday, 1).Report(Wednesday.AddDays(-7), 100, complete: false);
        Assert.Equal("Seen", some.State(Wednesday));
    }

    [Fact]
    public void Only_scopes_with_readings_of_the_person_are_looked_at()
    {
        var some = Case.WithSeat().Reads(Wednesday, new Signals(1, 0, 0, 0, 0), scope: Case.OrganisationScope);
        Assert.Equal("ReportMissing", some.State(Wednesday));
        Assert.Equal("Seen", some.Report(Wednesday, scope: "organisation").State(Wednesday));
    }

    [Fact]
    public void One_passing_scope_suffices()
    {
        var some = Case.WithSeat().Prompts(Wednesday).Reads(Case.Day(10, 1), default, scope: Case.OrganisationScope).NoReport(Wednesday).Report(Wednesday, scope: "organisation");
        Assert.Equal("Seen", some.State(Wednesday));
    }

    [Fact]
    public void Without_any_reading_all_scopes_of_the_tool_are_looked_at()
    {
        var some = Case.WithSeat().NoReport(Wednesday);
        Assert.Equal("ReportMissing", some.State(Wednesday));
        Assert.Equal("NotReported", some.Report(Wednesday, scope: "organisation").State(Wednesday));
    }

    [Fact]
    public void A_report_of_another_tool_does_not_help() => Assert.Equal("ReportMissing", Case.WithClaudeCode()
        .Reads(Wednesday, default, Marks.Use, scope: Case.ApiScope).NoReport(Wednesday, Source.ClaudeCode, "anthropic").State(Wednesday));
}
