using System.Text;
using ChatBot.Domain.Usage;
using ChatBot.Sources;
using ChatBot.Sources.GitHubCopilot;

namespace ChatBot.Tests.Sources.GitHubCopilot;

public class CopilotUsageFileTests
{
    private static readonly CopilotUsageReader Reader = new();

    [Fact]
    public async Task A_1_day_report_covers_the_day_it_holds_rows_of()
    {
        var sink = await RecordingSink.OfFixture(Reader, "copilot.users-1-day.ndjson");

        Assert.Equal(3, sink.Rows.Count);
        Assert.Equal([(Source.Copilot, Tool.Copilot, "310", new DateOnly(2026, 11, 10))], sink.WholeDays);
        Assert.Equal([Marks.Use, Marks.Use | Marks.TelemetryOff, Marks.Use], sink.Rows.Select(row => row.Marks));
        Assert.Empty(sink.Rejected);
    }

    [Fact]
    public async Task A_28_day_report_covers_every_day_of_its_period_also_those_without_rows()
    {
        var sink = await RecordingSink.OfFixture(Reader, "copilot.users-28-day.ndjson");

        Assert.Equal(2, sink.Rows.Count);
        Assert.All(sink.Rows, row => Assert.True(row.Marks.HasFlag(Marks.From28DayReport)));
        Assert.Equal(Enumerable.Range(0, 28).Select(day => new DateOnly(2026, 10, 14).AddDays(day)), sink.WholeDays.Select(day => day.Day));
    }

    [Fact]
    public async Task A_28_day_row_without_a_day_is_ignored_with_its_reason_and_covers_nothing()
    {
        var sink = await RecordingSink.Of(Reader, """{"report_start_day":"2026-10-14","report_end_day":"2026-11-10","user_id":7,"user_initiated_interaction_count":90}""");

        Assert.Equal("line 1", Assert.Single(sink.Ignored).Place);
        Assert.Contains("whole period", sink.Ignored[0].Why, StringComparison.Ordinal);
        Assert.Empty(sink.Rows);
        Assert.Empty(sink.WholeDays);
    }

    public static TheoryData<string> Forms()
    {
        var (a, b) = (Rows.With("\"used_cli\":true"), Rows.With("\"used_chat\":true").Replace("\"user_id\":7", "\"user_id\":8", StringComparison.Ordinal));
        var spread = a.Replace(",", ",\r\n  ", StringComparison.Ordinal).Replace("{", "{\r\n  ", StringComparison.Ordinal);
        return new TheoryData<string>(
            $"{a}\n{b}\n", $"{a}\n{b}", $"\uFEFF{a}\r\n{b}\r\n", $"\n\n{a}\n  \n\r\n{b}\n\n", $"[{a},{b}]", $" [\n {a} ,\n {b} ]\n", $"\uFEFF[{a}\r\n,{b}]",
            $"[{spread},{spread.Replace(": 7", ":8", StringComparison.Ordinal).Replace("\"user_id\":7", "\"user_id\":8", StringComparison.Ordinal)}]");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Lines_carriage_returns_blank_lines_a_byte_order_mark_and_a_whole_file_array_are_read(string text)
    {
        var sink = await RecordingSink.Of(Reader, text);

        Assert.Equal(["7", "8"], sink.Rows.Select(row => row.AccountKey));
        Assert.Empty(sink.Rejected);
        Assert.Single(sink.WholeDays);
    }

    [Fact]
    public async Task A_single_object_written_over_many_lines_is_one_row()
    {
        var spread = Rows.With("\"totals_by_cli\":{\"session_count\":3}").Replace(",", ",\n  ", StringComparison.Ordinal).Replace("{", "{\n  ", StringComparison.Ordinal);

        Assert.Equal(3, (await RecordingSink.Of(Reader, spread)).Row.Signals.AgentSessions);
    }

    [Fact]
    public async Task A_file_with_every_10th_line_broken_keeps_nine_tenths_and_names_each_broken_line()
    {
        var good = Enumerable.Range(1, 1000).Select(number => Rows.With("\"used_cli\":true").Replace("\"user_id\":7", $"\"user_id\":{number}", StringComparison.Ordinal));
        string[] broken = ["{\"day\":\"2026-11-10\",", "garbage", "[1,2", "}", "{\"a\":1}}", "\"x", "{\"user_id\":1,,}", "\u0000\u0001", "null", "[[[["];
        var lines = good.Select((line, at) => at % 10 == 9 ? broken[at / 10 % broken.Length] : line);

        var sink = await RecordingSink.Of(Reader, string.Join("\n", lines) + "\n");

        Assert.Equal(900, sink.Rows.Count);
        Assert.Equal(Enumerable.Range(1, 100).Select(tenth => $"line {tenth * 10}"), sink.Rejected.Select(one => one.Place));
        Assert.Single(sink.WholeDays);
    }

    [Fact]
    public async Task A_broken_first_line_does_not_take_the_others_with_it()
    {
        foreach (var first in (string[])["{", "{\"day\":", "[", "{\"day\":\"2026-11-10\",", "garbage", "\"", "[{"])
        {
            var sink = await RecordingSink.Of(Reader, first + "\n" + Rows.With("") + "\n" + Rows.With("").Replace(":7", ":8", StringComparison.Ordinal));

            Assert.True(sink.Rows.Count == 2 || first.StartsWith('['), $"after {first}: {sink.Rows.Count} rows");
            Assert.NotEmpty(sink.Rejected);
        }
    }

    [Fact]
    public async Task An_array_that_breaks_off_keeps_what_came_before_and_covers_no_day()
    {
        var sink = await RecordingSink.Of(Reader, $"[{Rows.With("")},{Rows.With("")[..^4]}");

        Assert.Single(sink.Rows);
        Assert.Equal("[1]", Assert.Single(sink.Rejected).Place);
        Assert.Empty(sink.WholeDays);
    }

    [Fact]
    public async Task A_broken_element_of_an_array_is_named_by_its_index()
    {
        var sink = await RecordingSink.Of(Reader, $$"""[{{Rows.With("")}},{"user_id":7,"day":"2026-02-30"},17,{{Rows.With("")}}]""");

        Assert.Equal(["[1]", "[2]"], sink.Rejected.Select(one => one.Place));
        Assert.Equal(2, sink.Rows.Count);
    }

    [Theory]
    [InlineData("""{"download_links":["https://host.example/1"],"report_day":"2026-11-10"}""", "only holds links")]
    [InlineData("{\n  \"download_links\": [],\n  \"report_start_day\": \"2026-10-14\",\n  \"report_end_day\": \"2026-11-10\"\n}", "only holds links")]
    [InlineData("""{"total_seats":1,"seats":[]}""", "copilot-seats")]
    [InlineData("""[{"assignee":null,"created_at":"2026-01-03T09:00:00Z"}]""", "copilot-seats")]
    [InlineData("""{"user_id":7,"user_login":"kim","day":"2026-11-10","enterprise_id":"310","team_id":5,"slug":"a"}""", "users and their teams")]
    [InlineData("""{"day":"2026-11-10","enterprise_id":"310","daily_active_users":7}""", "names no users")]
    [InlineData("""{"report_start_day":"2026-10-14","report_end_day":"2026-11-10","day_totals":[{"day":"2026-11-10"}]}""", "names no users")]
    [InlineData("""{"data":[{"date":"2026-11-10T00:00:00Z","actor":{},"core_metrics":{}}],"has_more":false}""", "claude-code")]
    [InlineData("""{"data":[{"user":{"id":"u"},"chat_metrics":{}}],"next_page":null}""", "Claude Enterprise")]
    [InlineData("""{"data":[{"starting_at":"x","group":{},"usage":{}}]}""", "tokens")]
    [InlineData("""{"object":"page","data":[{"object":"workspace.usage.result"}]}""", "ChatGPT")]
    [InlineData("""{"object":"page","data":[{"object":"workspace.codex.usage.result"}]}""", "Codex")]
    [InlineData("""{"data":[{"userId":1,"acceptedLinesAdded":4}],"pagination":{}}""", "Cursor")]
    [InlineData("""{"@odata.context":"x","value":[]}""", "Microsoft Graph")]
    [InlineData("""{"schemas":["urn:ietf:params:scim:api:messages:2.0:ListResponse"],"Resources":[]}""", "SCIM")]
    [InlineData("""{"message":"Not Found","documentation_url":"https://docs.example"}""", "error answer of GitHub")]
    [InlineData("""{"hello":1}""", "no report of Copilot usage")]
    [InlineData("email,day,tool\na@x.example,2026-11-10,copilot\n", "usage-csv")]
    [InlineData("<!doctype html><html></html>", "HTML")]
    [InlineData("PK\u0003\u0004", "ZIP")]
    public async Task A_file_of_another_kind_is_refused_with_a_sentence_that_says_what_it_is(string text, string says)
    {
        var refused = await Assert.ThrowsAsync<NotThisKindException>(() => RecordingSink.Of(Reader, text));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_in_UTF_16_is_refused_with_the_advice_to_save_it_otherwise()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Rows.With(""))).ToArray();

        Assert.Contains("UTF-8", (await Assert.ThrowsAsync<NotThisKindException>(() => RecordingSink.Of(Reader, bytes))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fields_that_carry_prompts_code_or_chat_text_are_dropped_and_counted_and_the_row_is_kept()
    {
        var sink = await RecordingSink.Of(Reader, Rows.With(
            """
            "user_initiated_interaction_count":2,"prompt_text":"secret","messages":[{"content":"secret"}],"message":3,"code":null,"totals_by_feature":[{"feature":"chat_inline","content":"secret","user_initiated_interaction_count":2}],
            "totals_by_language_feature":[{"language":"go","code":"secret"}],"new_thing":{"deep":[{"completion":"secret"}]},"totals_by_cli":{"session_count":1,"transcript":["secret"]}
            """.ReplaceLineEndings(" ")));

        Assert.Equal(new Signals(2, 1, null, null, null), sink.Row.Signals);
        Assert.Equal(["prompt_text", "messages", "content", "code", "completion", "transcript"], sink.DroppedFields);
    }

    [Fact]
    public async Task An_empty_file_holds_nothing()
    {
        foreach (var text in (string[])["", "\n", "\uFEFF", "[]", " \r\n "])
        {
            var sink = await RecordingSink.Of(Reader, text);
            Assert.Empty(sink.Rows);
            Assert.Empty(sink.Rejected);
        }
    }

    [Fact]
    public async Task Reading_stops_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Reader.Read(new MemoryStream([1]), new RecordingSink(), cancel.Token));
    }
}
