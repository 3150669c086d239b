using ChatBot.Domain.Usage;
using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Tests.Sources.GitHubCopilot;

public class CopilotSignalsTests
{
    [Fact]
    public async Task The_worked_example_is_worth_94_points()
    {
        var row = (await RecordingSink.OfFixture(new CopilotUsageReader(), "copilot.users-1-day.ndjson")).Rows[0];

        Assert.Equal(new Signals(14, 4, 1, 14, 71), row.Signals);
        var points = (5 * Math.Min(row.Signals.Prompts!.Value, 10)) + (10 * Math.Min(row.Signals.AgentSessions!.Value, 2))
            + (10 * Math.Min(row.Signals.ReviewRequests!.Value, 1)) + Math.Min(row.Signals.Acceptances!.Value, 20);
        Assert.Equal(94, points);
    }

    [Fact]
    public async Task A_row_is_of_its_account_scope_and_day()
    {
        var row = (await RecordingSink.OfFixture(new CopilotUsageReader(), "copilot.users-1-day.ndjson")).Rows[0];

        Assert.Equal(("github", "8100001", "grace-hopper_nw", false), (row.Vendor, row.AccountKey, row.AccountName, row.IsMachine));
        Assert.Equal((Source.Copilot, Tool.Copilot, "310", "", new DateOnly(2026, 11, 10)), (row.Source, row.Tool, row.Scope, row.Part, row.Day));
        Assert.Null(row.Cost);
    }

    [Fact]
    public async Task A_field_that_is_absent_or_null_is_not_measured()
    {
        Assert.Equal(new Signals(null, null, null, null, null), (await Rows.Read("")).Signals);
        Assert.Equal(
            new Signals(null, null, null, null, null),
            (await Rows.Read(""" "user_initiated_interaction_count":null,"code_acceptance_activity_count":null,"used_agent":null,"totals_by_cli":null,"totals_by_feature":null """)).Signals);
        Assert.Equal(new Signals(0, 0, 0, 0, 0), (await Rows.Read(
            """ "user_initiated_interaction_count":0,"code_generation_activity_count":0,"code_acceptance_activity_count":0,"used_agent":false,"used_copilot_code_review_active":false """)).Signals);
    }

    [Theory]
    [InlineData(""" "user_initiated_interaction_count":14,"totals_by_feature":[{"feature":"copilot_cli","user_initiated_interaction_count":5},{"feature":"chat_inline","user_initiated_interaction_count":9}],"totals_by_cli":{"prompt_count":7} """, 16)]
    [InlineData(""" "user_initiated_interaction_count":14,"totals_by_feature":[{"feature":"copilot_cli","user_initiated_interaction_count":5}],"totals_by_cli":{"prompt_count":3} """, 14)]
    [InlineData(""" "user_initiated_interaction_count":10,"totals_by_feature":[{"feature":"copilot_app","user_initiated_interaction_count":4}],"totals_by_copilot_app":{"prompt_count":6} """, 12)]
    [InlineData(""" "user_initiated_interaction_count":3,"totals_by_feature":[{"feature":"others","user_initiated_interaction_count":3}],"totals_by_vscode_agent":{"total_user_messages":8,"session_count":1} """, 8)]
    [InlineData(""" "user_initiated_interaction_count":2,"totals_by_feature":[{"feature":"copilot_cli","user_initiated_interaction_count":5}] """, 5)]
    public async Task Prompts_are_those_of_the_IDE_the_CLI_and_the_app_each_the_larger_of_its_two_views(string fields, int prompts) =>
        Assert.Equal(prompts, (await Rows.Read(fields)).Signals.Prompts);

    [Theory]
    [InlineData(""" "user_initiated_interaction_count":14,"totals_by_feature":[],"totals_by_cli":{"prompt_count":5},"totals_by_vscode_agent":{"total_user_messages":4} """, 14)]
    [InlineData(""" "user_initiated_interaction_count":3,"totals_by_cli":{"prompt_count":5},"totals_by_copilot_app":{"prompt_count":2},"totals_by_vscode_agent":{"total_user_messages":4} """, 11)]
    public async Task Without_features_the_prompts_are_the_larger_of_the_total_and_the_surfaces_together(string fields, int prompts) =>
        Assert.Equal(prompts, (await Rows.Read(fields)).Signals.Prompts);

    [Theory]
    [InlineData(""" "code_acceptance_activity_count":20,"totals_by_feature":[{"feature":"copilot_cli","code_acceptance_activity_count":6},{"feature":"copilot_app","code_acceptance_activity_count":1}] """, 13)]
    [InlineData(""" "code_acceptance_activity_count":4,"totals_by_feature":[{"feature":"copilot_cli","code_acceptance_activity_count":6}] """, 0)]
    [InlineData(""" "code_acceptance_activity_count":4,"totals_by_feature":[] """, 4)]
    [InlineData(""" "code_acceptance_activity_count":4,"totals_by_feature":[],"used_cli":true """, 0)]
    [InlineData(""" "code_acceptance_activity_count":4,"used_copilot_app":true """, 0)]
    [InlineData(""" "code_acceptance_activity_count":4,"totals_by_cli":{"session_count":1} """, 0)]
    [InlineData(""" "code_acceptance_activity_count":4,"totals_by_cli":{"session_count":0} """, 4)]
    public async Task Acceptances_leave_out_those_of_the_CLI_and_the_app_and_are_none_where_they_cannot_be_split(string fields, int acceptances) =>
        Assert.Equal(acceptances, (await Rows.Read(fields)).Signals.Acceptances);

    [Theory]
    [InlineData(""" "totals_by_cli":{"session_count":2},"totals_by_copilot_app":{"session_count":3} """, 5)]
    [InlineData(""" "used_agent":true """, 1)]
    [InlineData(""" "used_agent":true,"totals_by_vscode_agent":{"session_count":4} """, 4)]
    [InlineData(""" "used_agent":false,"totals_by_feature":[{"feature":"chat_panel_agent_mode","user_initiated_interaction_count":1}] """, 1)]
    [InlineData(""" "totals_by_feature":[{"feature":"chat_panel_plan_mode","user_initiated_interaction_count":1}] """, 1)]
    [InlineData(""" "totals_by_feature":[{"feature":"agent_edit","code_generation_activity_count":1}] """, 1)]
    [InlineData(""" "totals_by_feature":[{"feature":"chat_panel_agent_mode","code_generation_activity_count":1},{"feature":"agent_edit","user_initiated_interaction_count":1}] """, 0)]
    [InlineData(""" "totals_by_feature":[{"feature":"chat_panel_ask_mode","user_initiated_interaction_count":9}] """, 0)]
    [InlineData(""" "used_copilot_cloud_agent":true,"used_copilot_coding_agent":true """, 1)]
    [InlineData(""" "used_copilot_cloud_agent":false,"used_copilot_coding_agent":true """, 1)]
    [InlineData(""" "used_copilot_cloud_agent":true,"used_agent":true,"totals_by_cli":{"session_count":2} """, 4)]
    public async Task Agent_sessions_count_the_CLI_the_app_the_IDE_agent_and_once_the_cloud_agent(string fields, int sessions) =>
        Assert.Equal(sessions, (await Rows.Read(fields)).Signals.AgentSessions);

    [Theory]
    [InlineData(""" "used_copilot_code_review_active":true,"used_copilot_code_review_passive":true """, 1)]
    [InlineData(""" "used_copilot_code_review_active":false,"used_copilot_code_review_passive":true """, 0)]
    [InlineData(""" "used_copilot_code_review_active":null,"used_copilot_code_review_passive":true """, null)]
    public async Task Only_an_active_review_is_a_review_request(string fields, int? reviews) =>
        Assert.Equal(reviews, (await Rows.Read(fields)).Signals.ReviewRequests);

    [Fact]
    public async Task Other_views_of_the_same_acts_are_never_added() =>
        Assert.Equal(new Signals(1, 0, null, 1, 1), (await Rows.Read(
            """
            "user_initiated_interaction_count":1,"code_generation_activity_count":1,"code_acceptance_activity_count":1,
            "totals_by_feature":[{"feature":"chat_inline","user_initiated_interaction_count":1,"code_generation_activity_count":1,"code_acceptance_activity_count":1}],
            "totals_by_3rd_party_agent":[{"agent_id":"1","user_initiated_interaction_count":9}],"totals_by_skill":[{"skill":"other","interaction_count":9}],
            "totals_by_language_feature":[{"language":"go","feature":"agent_edit","code_generation_activity_count":9}],
            "totals_by_model_feature":[{"model":"auto","feature":"copilot_cli","user_initiated_interaction_count":9}],
            "totals_by_ide":[{"ide":"zed","user_initiated_interaction_count":9}],"ai_credits_used":9.5,"loc_added_sum":900
            """.ReplaceLineEndings(" "))).Signals);

    [Fact]
    public async Task The_organisation_is_the_scope_before_the_enterprise_and_a_scope_named_at_import_before_both()
    {
        var both = Rows.With(""" "organization_id":"42" """);

        Assert.Equal("42", (await RecordingSink.Of(new CopilotUsageReader(), both)).Row.Scope);
        Assert.Equal("310", (await Rows.Read(""" "organization_id":null """)).Scope);
        Assert.Equal("named", (await RecordingSink.Of(new CopilotUsageReader(), both, "named")).Row.Scope);
        Assert.Equal("github", (await RecordingSink.Of(new CopilotUsageReader(), """{"day":"2026-11-10","user_id":7}""")).Row.Scope);
    }
}
