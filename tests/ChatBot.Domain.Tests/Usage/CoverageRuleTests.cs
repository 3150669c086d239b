using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Tests.Usage;

/// <summary>The rules of coverage one by one, each with its boundary on either side.</summary>
public sealed class CoverageRuleTests
{
    private static readonly DateOnly Wednesday = Case.Day(10, 14);

    private static readonly Signals OnePrompt = new(1, 0, 0, 0, 0);

    [Theory]
    [InlineData(11, "Seen")]
    [InlineData(12, "Pending")]
    public void Rule_1_a_day_settles_on_the_fourth_day_after_it(int day, string state) =>
        Assert.Equal(state, Case.WithSeat().Reads(Case.Day(12, 11), OnePrompt).Reads(Case.Day(12, 12), OnePrompt).State(Case.Day(12, day)));

    [Theory]
    [InlineData(GapScope.All, "", "Bedrock")]
    [InlineData(GapScope.Email, "ada@contoso.example", "Bedrock")]
    [InlineData(GapScope.Email, "bo@contoso.example", "Seen")]
    [InlineData(GapScope.WorkArea, "Payments", "Bedrock")]
    [InlineData(GapScope.WorkArea, "Search", "Seen")]
    [InlineData(GapScope.Office, "Berlin", "Bedrock")]
    [InlineData(GapScope.Office, "Oslo", "Seen")]
    public void Rule_2_a_gap_names_a_person_by_email_work_area_office_or_all(GapScope names, string value, string state) =>
        Assert.Equal(state, Case.WithSeat().Prompts(Wednesday).Gap(names, value, Wednesday, Wednesday).With(Placed).State(Wednesday));

    [Theory]
    [InlineData(13, "Seen")]
    [InlineData(14, "Bedrock")]
    [InlineData(15, "Bedrock")]
    [InlineData(16, "Seen")]
    public void Rule_2_both_ends_of_a_gap_belong_to_it(int day, string state) =>
        Assert.Equal(state, Case.WithSeat().Prompts(Case.Day(10, day)).Gap(GapScope.All, "", Case.Day(10, 14), Case.Day(10, 15)).State(Case.Day(10, day)));

    [Theory]
    [InlineData("copilot", "Bedrock")]
    [InlineData("claude-code", "Seen")]
    [InlineData(null, "Bedrock")]
    public void Rule_2_a_gap_of_one_tool_leaves_the_others_alone(string? tool, string state) =>
        Assert.Equal(state, Case.WithSeat().Prompts(Wednesday).Gap(GapScope.All, "", Wednesday, null, tool is null ? null : new Tool(tool)).State(Wednesday));

    [Fact]
    public void Rule_2_looks_at_the_office_of_that_day()
    {
        var moved = Case.WithSeat().Prompts(Case.Day(10, 13)).Prompts(Case.Day(10, 14)).Gap(GapScope.Office, "Oslo", Case.Day(10, 1), null)
            .With(p => p with { Office = new Dated<string>([(Case.Day(1, 1), "Berlin"), (Case.Day(10, 14), "Oslo")]) });
        Assert.Equal(("Seen", "Bedrock"), (moved.State(Case.Day(10, 13)), moved.State(Case.Day(10, 14))));
    }

    [Fact]
    public void Rule_2_a_gap_of_a_tool_that_is_not_theirs_does_not_take_out_their_other_tool() =>
        Assert.Equal(LeftOut.No, Case.WithSeat().Prompts(Wednesday).Gap(GapScope.Email, "ada@contoso.example", Wednesday, null, Tool.ClaudeCode).On(Wednesday).LeftOut);

    [Fact]
    public void Rule_3_an_account_that_two_people_could_own_is_not_linked() =>
        Assert.Equal("AccountNotLinked", new Case().Account(1, Tool.Copilot, ambiguous: true).Prompts(Wednesday).State(Wednesday));

    [Fact]
    public void Rule_3_an_ambiguous_account_counts_for_nobody()
    {
        var sheet = new Case().Account(1, Tool.Copilot, ambiguous: true).Account(2, Tool.ClaudeCode).Reads(Wednesday, OnePrompt).Reads(Wednesday, new Signals(null, 1, null, 0, 0), account: 2, scope: Case.ApiScope);
        var day = sheet.On(Wednesday);
        Assert.Equal((LeftOut.NotCovered, Reason.AccountNotLinked, 0), (day.LeftOut, day.Reason, day.Points));
        Assert.False(day.Tools.Single(t => t.Tool == Tool.Copilot).Use);
    }

    [Fact]
    public void Rule_4_nobody_without_an_account_is_linked() => Assert.Equal("no tool: AccountNotLinked", new Case().State(Wednesday));

    [Fact]
    public void Rule_4_an_account_without_a_seat_has_no_licence() => Assert.Equal("no tool: NoLicence", new Case().Account(1, Tool.Copilot).State(Wednesday));

    [Fact]
    public void Rule_4_a_declared_gap_speaks_before_a_missing_licence() =>
        Assert.Equal("no tool: Bedrock", new Case().Account(1, Tool.Copilot).Gap(GapScope.Email, "ada@contoso.example", Wednesday, null, Tool.ClaudeCode).State(Wednesday));

    [Theory]
    [InlineData(13, "no tool: NoLicence")]
    [InlineData(14, "Silent")]
    [InlineData(20, "Silent")]
    [InlineData(21, "no tool: NoLicence")]
    public void Rule_4_a_seat_covers_from_its_making_to_its_cancellation_inclusive(int day, string state)
    {
        var some = new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(10, 22), created: Case.Day(10, 14), cancelled: Case.Day(10, 20));
        Assert.Equal(state, some.State(Case.Day(10, day)));
    }

    [Theory]
    [InlineData(19, "Silent")]
    [InlineData(20, "no tool: NoLicence")]
    [InlineData(21, "no tool: NoLicence")]
    public void Rule_4_a_seat_ends_on_the_first_snapshot_that_lacks_it(int day, string state)
    {
        var some = new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(10, 16)).Snapshot(Case.Day(10, 20)).Snapshot(Case.Day(11, 2)).Prompts(Case.Day(10, 9));
        Assert.Equal(state, some.State(Case.Day(10, day)));
    }

    [Fact]
    public void Rule_4_a_snapshot_after_the_as_of_day_is_not_known_yet()
    {
        var some = new Case().Account(1, Tool.Copilot).Seat(1, Case.Day(10, 20)).Prompts(Wednesday).As(Case.Day(10, 19));
        // No snapshot yet: a reading of 90 days ago still makes the tool theirs.
        Assert.Equal("Silent", some.State(Case.Day(10, 15)));
    }

    [Theory]
    [InlineData(90, "Silent")]
    [InlineData(91, "no tool: NoLicence")]
    public void Rule_4_without_snapshots_a_reading_of_90_days_makes_a_tool_theirs(int back, string state) =>
        Assert.Equal(state, Case.WithClaudeCode().Reads(Wednesday.AddDays(-back), new Signals(null, 1, null, 0, 0), scope: Case.ApiScope).State(Wednesday));

    [Fact]
    public void Rule_4_with_a_snapshot_an_old_reading_does_not_make_a_tool_theirs() =>
        Assert.Equal("no tool: NoLicence", new Case().Account(1, Tool.Copilot).Snapshot(Case.Day(12, 1)).Prompts(Wednesday.AddDays(-1)).State(Wednesday));

    [Fact]
    public void Rule_4_a_snapshot_of_copilot_says_nothing_of_other_sources() =>
        Assert.Equal("Silent", Case.WithClaudeCode().Snapshot(Case.Day(12, 1)).Reads(Wednesday.AddDays(-1), default, scope: Case.ApiScope).State(Wednesday));

    [Fact]
    public void Rule_4_a_reading_of_the_day_is_enough_even_with_snapshots() =>
        Assert.Equal("Seen", new Case().Account(1, Tool.Copilot).Snapshot(Case.Day(12, 1)).Prompts(Wednesday).State(Wednesday));

    [Fact]
    public void Rule_8_a_row_with_use_is_seen() => Assert.Equal("Seen", Case.WithSeat().Reads(Wednesday, default, Marks.Use).State(Wednesday));

    [Fact]
    public void Other_tools_are_silent_on_a_reported_day_without_a_row() =>
        Assert.Equal("Silent", Case.WithClaudeCode().Reads(Wednesday.AddDays(-40), default, scope: Case.ApiScope).State(Wednesday));

    [Fact]
    public void Unified_usage_is_evidence_of_use_and_never_takes_a_day_out()
    {
        var some = Case.WithSeat().Account(2, Tool.ChatGpt).Prompts(Wednesday).Reads(Wednesday, default, Marks.Use, account: 2, scope: Case.UnifiedScope)
            .Reads(Case.Day(10, 15), default, Marks.Use, account: 2, scope: Case.UnifiedScope).Prompts(Case.Day(10, 16)).NoReport(Wednesday, Source.Codex, "codex");
        Assert.Equal(LeftOut.No, some.On(Wednesday).LeftOut);
        Assert.True(some.On(Case.Day(10, 15)).Use);
        Assert.Equal("Silent", some.State(Case.Day(10, 15), Tool.Copilot));
    }

    private static Person Placed(Person person) => person with
    {
        WorkArea = new Dated<string>([(Case.Day(1, 1), "Payments")]),
        Office = new Dated<string>([(Case.Day(1, 1), "Berlin")]),
    };
}
