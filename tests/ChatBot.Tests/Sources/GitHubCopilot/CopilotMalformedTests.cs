using System.Text;
using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Tests.Sources.GitHubCopilot;

public class CopilotMalformedTests
{
    [Theory]
    [InlineData("""{"day":"2026-11-10"}""", "user_id is missing")]
    [InlineData("""{"user_id":7}""", "day is missing")]
    [InlineData("""{"day":"2026-11-10","user_id":null}""", "user_id")]
    [InlineData("""{"day":"2026-11-10","user_id":"7"}""", "user_id")]
    [InlineData("""{"day":"2026-11-10","user_id":0}""", "user_id")]
    [InlineData("""{"day":"2026-11-10","user_id":-7}""", "user_id")]
    [InlineData("""{"day":"2026-11-10","user_id":7.5}""", "user_id")]
    [InlineData("""{"day":"2026-11-10","user_id":99999999999999999999}""", "user_id")]
    [InlineData("""{"day":"2026-11-10","user_id":[7]}""", "user_id")]
    [InlineData("""{"day":"2026-02-29","user_id":7}""", "day is not")]
    [InlineData("""{"day":"2026-11-10T00:00:00Z","user_id":7}""", "day is not")]
    [InlineData("""{"day":"10.11.2026","user_id":7}""", "day is not")]
    [InlineData("""{"day":"0000-11-10","user_id":7}""", "day is not")]
    [InlineData("""{"day":20261110,"user_id":7}""", "day is not")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_login":8.5e1,"user_initiated_interaction_count":-1}""", "negative")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"loc_added_sum":-1}""", "negative")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"totals_by_feature":[{"feature":"x","code_generation_activity_count":-1}]}""", "negative")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"totals_by_ide":[{"ide":"x","code_generation_activity_count":-1}]}""", "negative")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"totals_by_cli":{"session_count":-1}}""", "negative")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_initiated_interaction_count":1.5}""", "whole number")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_initiated_interaction_count":"1"}""", "whole number")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_initiated_interaction_count":true}""", "whole number")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_initiated_interaction_count":1e400}""", "whole number")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_initiated_interaction_count":9007199254740993}""", "whole number")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_initiated_interaction_count":2147483647,"totals_by_feature":[{"feature":"chat_inline"}],"totals_by_cli":{"prompt_count":1}}""", "add up")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"ai_credits_used":1e400}""", "ai_credits_used")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"ai_credits_used":-1}""", "ai_credits_used")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"used_chat":"yes"}""", "used_chat is not true or false")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"totals_by_ide":{}}""", "totals_by_ide is not a list")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"totals_by_feature":[7]}""", "totals_by_feature")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"totals_by_cli":[]}""", "totals_by_cli is not an object")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_login":"\ud800"}""", "user_login")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"user_login":"a\u0000b"}""", "user_login")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"enterprise_id":{}}""", "enterprise_id")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"report_start_day":"2026-11-10","report_end_day":"2026-10-14"}""", "no period")]
    [InlineData("""{"day":"2026-11-10","user_id":7,"report_start_day":"0001-01-01","report_end_day":"9999-12-31"}""", "no period")]
    [InlineData("""{"day":"2026-11-10","user_id":7""", "not JSON")]
    [InlineData("""{"day":"2026-11-10","user_id":7,}""", "not JSON")]
    [InlineData("""{"day":"2026-11-10","user_id":7}{"day":"2026-11-10","user_id":8}""", "not JSON")]
    [InlineData("""{"day":"2026-11-10","user_id":7} garbage""", "not JSON")]
    [InlineData("""{"day":"2026-11-10","user_id":NaN}""", "not JSON")]
    [InlineData("""{'day':'2026-11-10','user_id':7}""", "not JSON")]
    [InlineData("{\"day\":\"2026-11-10\",\"user_id\":7,\"a\":\"\u0000\"}", "not JSON")]
    [InlineData("null", "not a JSON object")]
    [InlineData("\"text\"", "not a JSON object")]
    public async Task A_line_that_cannot_be_used_is_rejected_with_its_reason(string line, string why) =>
        Assert.Contains(why, await Rows.Rejection(line), StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "user_id":7,"user_id":8 """)]
    [InlineData(""" "day":"2026-11-10","day":"2026-11-11" """)]
    [InlineData(""" "user_initiated_interaction_count":1,"user_initiated_interaction_count":2 """)]
    [InlineData(""" "user_initiated_interaction_count":null,"user_initiated_interaction_count":2 """)]
    [InlineData(""" "used_chat":true,"used_chat":false """)]
    [InlineData(""" "used_chat":null,"used_chat":false """)]
    [InlineData(""" "enterprise_id":"1","enterprise_id":"2" """)]
    [InlineData(""" "ai_credits_used":1,"ai_credits_used":2 """)]
    [InlineData(""" "totals_by_cli":{"session_count":1},"totals_by_cli":{"session_count":1} """)]
    [InlineData(""" "totals_by_cli":{"session_count":1,"session_count":2} """)]
    [InlineData(""" "totals_by_feature":[{"feature":"copilot_cli","feature":"others"}] """)]
    [InlineData(""" "totals_by_feature":[{"code_generation_activity_count":1,"code_generation_activity_count":2}] """)]
    [InlineData(""" "totals_by_ide":[{"ide":"vscode","ide":"xcode"}] """)]
    [InlineData(""" "totals_by_ide":[{"last_known_ide_version":{"ide_version":"1","ide_version":"2"}}] """)]
    [InlineData(""" "user_id":7,"\u0075ser_id":8 """)]
    public async Task A_name_that_occurs_twice_with_two_meanings_is_rejected(string fields)
    {
        var why = await Rows.Rejection("{" + (fields.Contains("day", StringComparison.Ordinal) ? "" : "\"day\":\"2026-11-10\",")
            + (fields.Contains("ser_id", StringComparison.Ordinal) ? "" : "\"user_id\":7,") + fields + "}");

        Assert.Contains("twice", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "used_chat":true,"used_chat":true """)]
    [InlineData(""" "user_initiated_interaction_count":2,"user_initiated_interaction_count":2 """)]
    [InlineData(""" "something_new":1,"something_new":2 """)]
    public async Task A_name_that_occurs_twice_with_one_meaning_does_no_harm(string fields) =>
        Assert.Equal("7", (await Rows.Read(fields)).AccountKey);

    [Fact]
    public async Task The_largest_counters_and_ids_are_kept_exactly()
    {
        var sink = await RecordingSink.Of(
            new CopilotUsageReader(), """{"day":"2026-11-10","user_id":9007199254740993,"user_initiated_interaction_count":2147483647}""");

        Assert.Equal(("9007199254740993", int.MaxValue), (sink.Row.AccountKey, sink.Row.Signals.Prompts));
    }

    [Fact]
    public async Task Nesting_of_10000_levels_is_rejected_and_the_next_line_is_read()
    {
        foreach (var (open, close) in ((string, string)[])[("[", "]"), ("{\"a\":", "}")])
        {
            var bomb = string.Concat(Enumerable.Repeat(open, 10_000)) + "1" + string.Concat(Enumerable.Repeat(close, 10_000));

            var sink = await RecordingSink.Of(new CopilotUsageReader(), Rows.With("") + "\n" + Rows.With($"\"deep\":{bomb}") + "\n" + Rows.With(""));

            Assert.Equal(2, sink.Rows.Count);
            Assert.Equal("line 2", Assert.Single(sink.Rejected).Place);
        }
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF_8_are_rejected_wherever_they_stand()
    {
        foreach (var field in (string[])["user_login", "something_new"])
        {
            byte[] line = [.. Encoding.UTF8.GetBytes($"{{\"day\":\"2026-11-10\",\"user_id\":7,\"{field}\":\"a"), 0xC3, 0x28, .. "\"}\n"u8];

            var sink = await RecordingSink.Of(new CopilotUsageReader(), [.. line, .. Encoding.UTF8.GetBytes(Rows.With("\"user_login\":\"Zoë\"").Replace("\"user_login\":\"kim\",", "", StringComparison.Ordinal))]);

            Assert.Equal("zoë", sink.Row.AccountName);
            Assert.Equal(("line 1", "not UTF-8 text."), Assert.Single(sink.Rejected));
        }
    }

    [Fact]
    public async Task A_line_of_5_MB_is_read_and_one_of_20_MB_is_rejected_by_its_number()
    {
        var filler = new string('x', 5_000_000);
        var text = string.Join("\n", Rows.With($"\"a\":\"{filler}\""), Rows.With($"\"a\":\"{filler}{filler}{filler}{filler}\""), Rows.With("\"used_cli\":true"));

        var sink = await RecordingSink.Of(new CopilotUsageReader(), text);

        Assert.Equal(2, sink.Rows.Count);
        Assert.Equal("line 2", Assert.Single(sink.Rejected).Place);
    }
}
