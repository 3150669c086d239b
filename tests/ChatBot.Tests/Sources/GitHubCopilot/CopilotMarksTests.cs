using ChatBot.Domain.Usage;

namespace ChatBot.Tests.Sources.GitHubCopilot;

public class CopilotMarksTests
{
    [Theory]
    [InlineData("used_chat")]
    [InlineData("used_agent")]
    [InlineData("used_cli")]
    [InlineData("used_copilot_app")]
    [InlineData("used_vscode_agent")]
    [InlineData("used_copilot_coding_agent")]
    [InlineData("used_copilot_cloud_agent")]
    [InlineData("used_copilot_code_review_active")]
    public async Task Each_flag_of_own_use_is_use(string flag) =>
        Assert.Equal(Marks.Use, (await Rows.Read($"\"{flag}\":true")).Marks & Marks.Use);

    [Theory]
    [InlineData("\"user_initiated_interaction_count\":1")]
    [InlineData("\"code_generation_activity_count\":1")]
    [InlineData("\"code_acceptance_activity_count\":1")]
    [InlineData("\"totals_by_cli\":{\"session_count\":1}")]
    public async Task A_signal_above_zero_is_use(string fields) => Assert.Equal(Marks.Use, (await Rows.Read(fields)).Marks);

    [Theory]
    [InlineData("\"used_copilot_code_review_passive\":true")]
    [InlineData("\"user_initiated_interaction_count\":0,\"used_chat\":false")]
    [InlineData("\"loc_added_sum\":5,\"ai_credits_used\":0")]
    public async Task A_passive_review_zeros_and_lines_are_no_use(string fields) => Assert.Equal(Marks.None, (await Rows.Read(fields)).Marks);

    [Theory]
    [InlineData("\"used_copilot_code_review_active\":true", true)]
    [InlineData("\"used_copilot_code_review_active\":true,\"user_initiated_interaction_count\":0", true)]
    [InlineData("\"used_copilot_code_review_active\":true,\"used_cli\":true", false)]
    [InlineData("\"used_copilot_code_review_active\":true,\"code_generation_activity_count\":1", false)]
    [InlineData("\"used_cli\":true", false)]
    public async Task A_row_whose_only_use_is_a_review_is_marked(string fields, bool marked) =>
        Assert.Equal(marked, (await Rows.Read(fields)).Marks.HasFlag(Marks.ReviewOnly));

    [Theory]
    [InlineData("\"used_chat\":true,\"totals_by_ide\":[],\"totals_by_feature\":[]", true)]
    [InlineData("\"used_agent\":true", true)]
    [InlineData("\"used_chat\":true,\"totals_by_feature\":[{\"feature\":\"copilot_cli\",\"user_initiated_interaction_count\":4},{\"feature\":\"copilot_app\"}]", true)]
    [InlineData("\"used_chat\":true,\"totals_by_feature\":[{\"feature\":\"chat_inline\"}]", false)]
    [InlineData("\"used_chat\":true,\"totals_by_ide\":[{\"ide\":\"zed\"}]", false)]
    [InlineData("\"used_copilot_cloud_agent\":true", false)]
    [InlineData("\"used_cli\":true,\"totals_by_cli\":{\"session_count\":1}", false)]
    [InlineData("\"ai_credits_used\":0.5", true)]
    [InlineData("\"ai_credits_used\":0", false)]
    [InlineData("\"ai_credits_used\":0.5,\"used_cli\":true", false)]
    [InlineData("\"ai_credits_used\":0.5,\"used_copilot_code_review_passive\":true", true)]
    public async Task Use_that_only_the_server_saw_means_that_telemetry_is_off(string fields, bool off) =>
        Assert.Equal(off, (await Rows.Read(fields)).Marks.HasFlag(Marks.TelemetryOff));

    [Theory]
    [InlineData("vscode", "1.107.0", "9.9", true)]
    [InlineData("vscode", "1.107.1", "0.35.3", false)]
    [InlineData("vscode", "1.107.1-insider", "0.35.3", false)]
    [InlineData("vscode", "1.107", "0.35.3", true)]
    [InlineData("VSCode", "1.99.0", "0.35.3", true)]
    [InlineData("vscode", "1.120.0", "0.35.2", true)]
    [InlineData("vscode", "1.120.0", "0.9.0", true)]
    [InlineData("jetbrains", "2024.2.5", "1.5.52-241", true)]
    [InlineData("jetbrains", "2024.2.6", "1.5.52-241", false)]
    [InlineData("intellij", "2024.2.6", "1.5.51-999", true)]
    [InlineData("intellij", "2025.1", "1.5.52", false)]
    [InlineData("intellij", "242.23726.103", "1.5.60-242", false)]
    [InlineData("visualstudio", "17.14.12", "1.0", true)]
    [InlineData("visualstudio", "17.14.13", "0.1", false)]
    [InlineData("visualstudio", "18.0.471.29465", "1.0", true)]
    [InlineData("visualstudio", "18.0.471.29466", "1.0", false)]
    [InlineData("visualstudio", "18.1.0 Preview", "1.0", false)]
    [InlineData("eclipse", "4.30.9", "0", true)]
    [InlineData("eclipse", "4.31", "0", false)]
    [InlineData("xcode", "13.2", "0", true)]
    [InlineData("xcode", "13.2.1", "0", false)]
    [InlineData("zed", "0.0.1", "0.0.1", false)]
    [InlineData("vscode", "", "", false)]
    [InlineData("vscode", "insider 1.0", "v0.1", false)]
    [InlineData("vscode", "99999999999999999999.1", "1", false)]
    public async Task A_client_below_the_vendors_minimum_is_too_old_and_what_is_not_known_is_not(string ide, string version, string plugin, bool old) =>
        Assert.Equal(old, (await Rows.Read(
            $$$"""
            "totals_by_ide":[{"ide":"{{{ide}}}","user_initiated_interaction_count":0,"last_known_ide_version":{"ide_version":"{{{version}}}","sampled_at":"x"},"last_known_plugin_version":{"plugin":"p","plugin_version":"{{{plugin}}}"}}]
            """)).Marks.HasFlag(Marks.ClientTooOld));

    [Theory]
    [InlineData("\"totals_by_ide\":[{\"ide\":\"xcode\",\"last_known_ide_version\":{\"ide_version\":\"12.0\"}}]", true)]
    [InlineData("\"totals_by_ide\":[{\"ide\":\"xcode\",\"last_known_ide_version\":null,\"last_known_plugin_version\":null}]", false)]
    [InlineData("\"totals_by_ide\":[{\"ide\":\"xcode\",\"loc_added_sum\":1,\"last_known_ide_version\":{\"ide_version\":\"12.0\"}}]", false)]
    [InlineData("\"totals_by_ide\":[{\"ide\":\"xcode\",\"last_known_ide_version\":{\"ide_version\":\"12.0\"}},{\"ide\":\"zed\",\"code_generation_activity_count\":1}]", false)]
    [InlineData("\"totals_by_ide\":[{\"ide\":\"xcode\",\"last_known_ide_version\":{\"ide_version\":\"12.0\"}}],\"totals_by_feature\":[{\"feature\":\"chat_inline\",\"user_initiated_interaction_count\":1}]", false)]
    [InlineData("\"totals_by_ide\":[{\"ide\":\"xcode\",\"last_known_ide_version\":{\"ide_version\":\"12.0\"}}],\"totals_by_feature\":[{\"feature\":\"copilot_cli\",\"user_initiated_interaction_count\":1}]", true)]
    public async Task An_old_client_matters_only_when_no_IDE_counter_is_above_zero(string fields, bool old) =>
        Assert.Equal(old, (await Rows.Read(fields)).Marks.HasFlag(Marks.ClientTooOld));

    [Fact]
    public async Task A_row_of_a_28_day_report_is_marked_as_such()
    {
        Assert.Equal(Marks.From28DayReport, (await Rows.Read("\"report_start_day\":\"2026-10-14\",\"report_end_day\":\"2026-11-10\"")).Marks);
        Assert.Equal(Marks.None, (await Rows.Read("\"report_start_day\":null,\"report_end_day\":null")).Marks);
    }
}
