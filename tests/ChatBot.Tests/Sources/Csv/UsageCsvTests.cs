using ChatBot.Domain.Usage;
using ChatBot.Sources;
using ChatBot.Sources.Csv;

namespace ChatBot.Tests.Sources.Csv;

public class UsageCsvTests
{
    private const string Header = "email,day,tool,prompts,agent_sessions,review_requests,acceptances,generations,cost_usd";
    private static readonly UsageCsvReader Reader = new();

    [Fact]
    public async Task A_row_gives_its_signals_its_cost_and_its_day()
    {
        var row = (await RecordingSink.Of(Reader, $"{Header}\nGrace@Northwind.example,2026-11-10,Windsurf,4,2,1,7,9,1.2345\n")).Row;

        Assert.Equal(("email", "grace@northwind.example", null, false), (row.Vendor, row.AccountKey, row.AccountName, row.IsMachine));
        Assert.Equal((Source.UsageCsv, new Tool("windsurf"), "csv", "", new DateOnly(2026, 11, 10)), (row.Source, row.Tool, row.Scope, row.Part, row.Day));
        Assert.Equal((new Signals(4, 2, 1, 7, 9), Marks.Use, 1_234_500L, "USD"), (row.Signals, row.Marks, row.Cost, row.Currency));
    }

    [Fact]
    public async Task Columns_may_stand_in_any_order_and_be_left_out()
    {
        var row = (await RecordingSink.Of(Reader, "\uFEFFTool,acceptances,day,email\r\ncopilot,3,2026-11-10,a@x.example\r\n")).Row;

        Assert.Equal((new Signals(null, null, null, 3, null), Tool.Copilot), (row.Signals, row.Tool));
    }

    [Fact]
    public async Task An_empty_cell_is_not_measured_and_a_zero_is()
    {
        var row = (await RecordingSink.Of(Reader, $"{Header}\na@x.example,2026-11-10,copilot,, 0 ,,,,\n")).Row;

        Assert.Equal((new Signals(null, 0, null, null, null), Marks.None), (row.Signals, row.Marks));
        Assert.Null(row.Cost);
        Assert.Null(row.Currency);
    }

    [Theory]
    [InlineData("1,,,,,")]
    [InlineData(",1,,,,")]
    [InlineData(",,1,,,")]
    [InlineData(",,,1,,")]
    [InlineData(",,,,1,")]
    [InlineData(",,,,,0.01")]
    public async Task Any_column_above_zero_is_use(string cells) =>
        Assert.Equal(Marks.Use, (await RecordingSink.Of(Reader, $"{Header}\na@x.example,2026-11-10,copilot,{cells}")).Row.Marks);

    [Theory]
    [InlineData("GitHub Copilot", "copilot")]
    [InlineData("copilot", "copilot")]
    [InlineData("Claude Code", "claude-code")]
    [InlineData("claude", "claude-code")]
    [InlineData("ChatGPT", "chatgpt")]
    [InlineData("Codex", "chatgpt")]
    [InlineData("chatgpt", "chatgpt")]
    [InlineData("Amazon Q (Developer)!", "amazon-q-developer")]
    [InlineData("--Cody--", "cody")]
    public async Task A_tool_is_known_by_any_of_its_names_or_becomes_a_short_id(string name, string id) =>
        Assert.Equal(id, (await RecordingSink.Of(Reader, $"email,day,tool\na@x.example,2026-11-10,{name}")).Row.Tool.Id);

    [Fact]
    public async Task Each_day_of_each_tool_in_the_file_is_whole()
    {
        var sink = await RecordingSink.Of(Reader, "email,day,tool\na@x.example,2026-11-10,cody\nb@x.example,2026-11-10,cody\na@x.example,2026-11-10,copilot\na@x.example,2026-11-11,cody\nbad,2026-11-12,cody\n", "named");

        Assert.Equal(
            [("cody", 10), ("cody", 11), ("copilot", 10)],
            sink.WholeDays.Select(day => (day.Tool.Id, day.Day.Day)));
        Assert.All(sink.WholeDays, day => Assert.Equal((Source.UsageCsv, "named"), (day.Source, day.Scope)));
        Assert.All(sink.Rows, row => Assert.Equal("named", row.Scope));
    }

    [Fact]
    public async Task Unknown_columns_are_named_and_ignored_and_count_no_row()
    {
        var sink = await RecordingSink.Of(Reader, "email,day,tool,team,lines\na@x.example,2026-11-10,cody,red,7\n");

        Assert.Equal(["The column team is not known and was ignored.", "The column lines is not known and was ignored."], sink.Notes);
        Assert.Empty(sink.Ignored);
        Assert.Single(sink.Rows);
    }

    [Fact]
    public async Task A_column_of_prompts_texts_is_dropped_and_counted_and_the_row_is_kept()
    {
        var sink = await RecordingSink.Of(Reader, "email,day,tool,prompt_text\na@x.example,2026-11-10,cody,\"a secret\nof two lines\"\n");

        Assert.Equal(["prompt_text"], sink.DroppedFields);
        Assert.Single(sink.Rows);
    }

    [Theory]
    [InlineData(",2026-11-10,cody,,,,,,", "email")]
    [InlineData("nobody,2026-11-10,cody,,,,,,", "email")]
    [InlineData("a b@x.example,2026-11-10,cody,,,,,,", "email")]
    [InlineData("a@x.example,,cody,,,,,,", "day")]
    [InlineData("a@x.example,10.11.2026,cody,,,,,,", "day")]
    [InlineData("a@x.example,2026-02-30,cody,,,,,,", "day")]
    [InlineData("a@x.example,2026-11-10,,,,,,,", "tool")]
    [InlineData("a@x.example,2026-11-10,???,,,,,,", "tool")]
    [InlineData("a@x.example,2026-11-10,abcdefghijabcdefghijabcdefghijabcdefghijk,,,,,,", "tool")]
    [InlineData("a@x.example,2026-11-10,cody,-1,,,,,", "prompts")]
    [InlineData("a@x.example,2026-11-10,cody,1.5,,,,,", "prompts")]
    [InlineData("a@x.example,2026-11-10,cody,,many,,,,", "agent_sessions")]
    [InlineData("a@x.example,2026-11-10,cody,,,2147483648,,,", "review_requests")]
    [InlineData("a@x.example,2026-11-10,cody,,,,1e3,,", "acceptances")]
    [InlineData("a@x.example,2026-11-10,cody,,,,,9007199254740993,", "generations")]
    [InlineData("a@x.example,2026-11-10,cody,,,,,,-1", "cost_usd")]
    [InlineData("a@x.example,2026-11-10,cody,,,,,,\"1,5\"", "cost_usd")]
    [InlineData("a@x.example,2026-11-10,cody,,,,,,1e400", "cost_usd")]
    [InlineData("a@x.example,2026-11-10,cody,,,,,,99999999999999999999", "cost_usd")]
    [InlineData("a@x.example,2026-11-10", "fields")]
    [InlineData("a@x.example,2026-11-10,\"cody,,,,,,", "quote")]
    public async Task A_line_that_cannot_be_used_is_rejected_by_its_number_and_the_others_are_kept(string line, string why)
    {
        var sink = await RecordingSink.Of(Reader, $"{Header}\na@x.example,2026-11-10,cody,1,,,,,\n{line}\nb@x.example,2026-11-10,cody,1,,,,,\n");

        Assert.Equal(2, sink.Rows.Count);
        var (place, reason) = Assert.Single(sink.Rejected);
        Assert.Equal("line 3", place);
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_every_10th_line_broken_keeps_nine_tenths_and_names_each_broken_line()
    {
        string[] broken = ["garbage", "a@x.example,2026-11-10,cody,x", "\"", ",,", "a@x.example;2026-11-10;cody", "{\"a\":1}", "a@x.example,never,cody,1"];
        var lines = Enumerable.Range(0, 500).Select(at => at % 10 == 9 ? broken[at / 10 % broken.Length] : $"u{at}@x.example,2026-11-10,cody,1");

        var sink = await RecordingSink.Of(Reader, "email,day,tool,prompts\n" + string.Join("\n", lines) + "\n");

        Assert.Equal(450, sink.Rows.Count);
        Assert.Equal(Enumerable.Range(1, 50).Select(tenth => $"line {(tenth * 10) + 1}"), sink.Rejected.Select(one => one.Place));
    }

    [Theory]
    [InlineData("{\"data\":[]}", "JSON")]
    [InlineData("cadence,period_start,period_end,email\nWeekly,2026-11-09,2026-11-15,a@x.example", "cadence")]
    [InlineData("email;day;tool\na@x.example;2026-11-10;cody", "semicolons")]
    [InlineData("", "empty")]
    public async Task A_file_of_another_kind_is_refused_with_a_sentence_that_says_what_it_is(string text, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<NotThisKindException>(() => RecordingSink.Of(Reader, text))).Message, StringComparison.Ordinal);
}
