using ChatBot.Domain.Usage;
using ChatBot.Sources;
using ChatBot.Sources.ClaudeCode;

namespace ChatBot.Tests.Sources.ClaudeCode;

public class ClaudeCodeTests
{
    private const string Grace = """{"type":"user_actor","email_address":"Grace@northwind.example"}""";
    private static readonly ClaudeCodeReader Reader = new();

    [Fact]
    public async Task A_page_gives_a_row_for_each_actor_and_terminal_and_one_of_them_is_a_machine()
    {
        var sink = await RecordingSink.OfFixture(Reader, "anthropic.claude_code.json");

        Assert.Equal(
            [("grace.hopper@northwind.example", false, "api iterm.app local"), ("grace.hopper@northwind.example", false, "api non-interactive remote"), ("api:nightly-bot", true, "api non-interactive local")],
            sink.Rows.Select(row => (row.AccountKey, row.IsMachine, row.Part)));
        Assert.All(sink.Rows, row => Assert.Equal(("anthropic", Source.ClaudeCode, Tool.ClaudeCode, "5b1c", new DateOnly(2026, 11, 10)), (row.Vendor, row.Source, row.Tool, row.Scope, row.Day)));
        Assert.Equal([(Source.ClaudeCode, Tool.ClaudeCode, "5b1c", new DateOnly(2026, 11, 10))], sink.WholeDays);
    }

    [Fact]
    public async Task Sessions_and_accepted_proposals_of_every_tool_count_and_prompts_and_reviews_are_not_measured()
    {
        var row = (await RecordingSink.OfFixture(Reader, "anthropic.claude_code.json")).Rows[0];

        Assert.Equal(new Signals(null, 3, null, 8, 14), row.Signals);
        Assert.Equal(Marks.Use, row.Marks);
    }

    [Fact]
    public async Task A_non_interactive_row_is_use_and_gives_no_points()
    {
        var row = (await RecordingSink.OfFixture(Reader, "anthropic.claude_code.json")).Rows[1];

        Assert.Equal((default, Marks.Use), (row.Signals, row.Marks));
    }

    [Fact]
    public async Task Cost_is_summed_over_models_from_cents_to_ten_thousandths_of_them()
    {
        var rows = (await RecordingSink.OfFixture(Reader, "anthropic.claude_code.json")).Rows;

        Assert.Equal([(10_255_000L, "USD"), (null, null), (20_000L, "USD")], rows.Select(row => (row.Cost, row.Currency)));
    }

    [Theory]
    [InlineData("""[{"estimated_cost":{"currency":"usd","amount":"12.34"}}]""", 123_400L, "USD")]
    [InlineData("""[{"estimated_cost":{"currency":"USD","amount":1}},{"estimated_cost":{"currency":"EUR","amount":1}}]""", null, null)]
    [InlineData("""[{"model":"x"},{"estimated_cost":null}]""", null, null)]
    [InlineData("[]", null, null)]
    public async Task Money_in_two_currencies_or_not_stated_is_no_amount(string models, long? cost, string? currency)
    {
        var row = (await RecordingSink.Of(Reader, Page(Row(more: $"\"model_breakdown\":{models}")))).Row;

        Assert.Equal((cost, currency), (row.Cost, row.Currency));
    }

    [Fact]
    public async Task What_is_absent_is_not_measured_and_a_row_of_zeros_is_no_use()
    {
        Assert.Equal(default, (await RecordingSink.Of(Reader, Page(Row(core: "{}")))).Row.Signals);
        var zeros = (await RecordingSink.Of(Reader, Page(Row(core: "{\"num_sessions\":0}", more: "\"tool_actions\":{}")))).Row;
        Assert.Equal((new Signals(null, 0, null, 0, 0), Marks.None), (zeros.Signals, zeros.Marks));
    }

    [Theory]
    [InlineData("\"customer_type\":\"subscription\",\"subscription_type\":\"team\",\"terminal_type\":\"VS Code\"", "subscription vs-code local", true)]
    [InlineData("\"customer_type\":\"api\",\"terminal_type\":\"tmux\",\"is_remote\":true", "api tmux remote", false)]
    [InlineData("\"is_remote\":null,\"terminal_type\":null", "api unknown local", false)]
    public async Task A_part_names_the_kind_of_customer_the_terminal_and_the_place(string fields, string part, bool subscription)
    {
        var row = (await RecordingSink.Of(Reader, Page(Row(more: fields)))).Row;

        Assert.Equal((part, subscription), (row.Part, row.Marks.HasFlag(Marks.Subscription)));
    }

    [Fact]
    public async Task A_day_is_whole_once_the_page_without_a_next_one_was_read()
    {
        Assert.Empty((await RecordingSink.Of(Reader, Page(true, Row()))).WholeDays);
        Assert.Single((await RecordingSink.Of(Reader, Page(false, Row()))).WholeDays);
        Assert.Single((await RecordingSink.Of(Reader, $"[{Page(true, Row())},{Page(false, Row())}]")).WholeDays);
        Assert.Empty((await RecordingSink.Of(Reader, $"[{Page(false, Row())[..^3]},{Page(false, Row())}]")).WholeDays);
        Assert.Single((await RecordingSink.Of(Reader, $"{Row()}\n{Row()}\n")).WholeDays);
        Assert.Equal(
            [new DateOnly(2026, 11, 9)],
            (await RecordingSink.Of(Reader, $"{Page(false, Row(date: "2026-11-09T00:00:00Z"))}\n{Page(true, Row())}")).WholeDays.Select(day => day.Day));
    }

    [Fact]
    public async Task A_day_is_the_UTC_day_and_a_scope_named_at_import_comes_before_the_organisation()
    {
        var row = (await RecordingSink.Of(Reader, Page(Row(date: "2026-11-10T23:30:00-02:00", more: "\"organization_id\":\"o\"")), "named")).Row;

        Assert.Equal((new DateOnly(2026, 11, 11), "named"), (row.Day, row.Scope));
    }

    [Fact]
    public async Task A_user_without_an_e_mail_is_nobody()
    {
        var sink = await RecordingSink.Of(Reader, Page(Row(actor: """{"type":"user_actor","email_address":null}"""), Row()));

        Assert.Equal("data[0]", Assert.Single(sink.Ignored).Place);
        Assert.Single(sink.Rows);
    }

    public static TheoryData<string, string> BadRows() => new()
    {
        { "null", "not an object" },
        { Row(date: "2026-11-10"), "date" },
        { Row(date: "2026-13-10T00:00:00Z"), "date" },
        { Row(actor: "null"), "actor" },
        { Row(actor: "{\"type\":\"robot\"}"), "actor.type" },
        { Row(actor: "{\"type\":\"api_actor\"}"), "api_key_name" },
        { Row(actor: "{\"type\":\"user_actor\",\"email_address\":\"a\\ud800\"}"), "no text" },
        { Row(actor: "{\"type\":\"user_actor\",\"email_address\":\"a@x\",\"email_address\":\"b@x\"}"), "twice" },
        { Row(core: "{\"num_sessions\":-1}"), "num_sessions" },
        { Row(core: "{\"num_sessions\":1.5}"), "num_sessions" },
        { Row(core: "{\"num_sessions\":1e400}"), "num_sessions" },
        { Row(core: "{\"num_sessions\":9007199254740993}"), "num_sessions" },
        { Row(core: "[]"), "core_metrics" },
        { Row(more: "\"tool_actions\":{\"a\":{\"accepted\":-1}}"), "tool_actions" },
        { Row(more: "\"tool_actions\":{\"a\":{\"accepted\":2147483647},\"b\":{\"accepted\":1}}"), "add up" },
        { Row(more: "\"tool_actions\":[]"), "tool_actions" },
        { Row(more: "\"model_breakdown\":[{\"estimated_cost\":{\"amount\":-1}}]"), "estimated_cost" },
        { Row(more: "\"model_breakdown\":[{\"estimated_cost\":{\"amount\":1e400}}]"), "estimated_cost" },
        { Row(more: "\"is_remote\":\"no\""), "is_remote" },
        { Row(more: "\"terminal_type\":7"), "terminal_type" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_row_that_cannot_be_used_is_rejected_by_its_index_and_the_others_are_kept(string row, string why)
    {
        var sink = await RecordingSink.Of(Reader, Page(Row(), row, Row()));

        Assert.Equal(2, sink.Rows.Count);
        var (place, reason) = Assert.Single(sink.Rejected);
        Assert.Equal("data[1]", place);
        Assert.Contains(why, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"data\":[", "line 1")]
    [InlineData("{\"data\":[{}],}", "line 1")]
    [InlineData("{\n\"data\": [\n{},\n]}", "line 4")]
    public async Task A_page_that_is_not_JSON_is_rejected_whole(string page, string place)
    {
        var sink = await RecordingSink.Of(Reader, page);

        Assert.Empty(sink.Rows);
        Assert.Equal(place, Assert.Single(sink.Rejected).Place);
        Assert.Empty(sink.WholeDays);
    }

    [Fact]
    public async Task A_page_that_is_nested_10000_levels_deep_is_rejected_whole()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 10_000)) + string.Concat(Enumerable.Repeat("]", 10_000));

        Assert.Single((await RecordingSink.Of(Reader, Page(Row(more: $"\"a\":{deep}")))).Rejected);
    }

    [Theory]
    [InlineData("""{"data":[{"user":{},"claude_code_metrics":{}}],"next_page":null}""", "Claude Enterprise")]
    [InlineData("""{"data":[{"starting_at":"x","group":{},"usage":{}}],"has_more":false}""", "tokens")]
    [InlineData("""{"object":"page","data":[{"object":"workspace.codex.usage.result"}],"has_more":false}""", "Codex")]
    [InlineData("""{"data":[{"userId":1,"acceptedLinesAdded":0}]}""", "Cursor")]
    [InlineData("""{"type":"error","error":{"type":"rate_limit_error","message":"x"}}""", "error answer of Anthropic")]
    [InlineData("""{"day":"2026-11-10","user_id":7}""", "copilot-usage")]
    [InlineData("""{"total_seats":0,"seats":[]}""", "copilot-seats")]
    [InlineData("""{"hello":1}""", "no list named data")]
    [InlineData("email,day,tool\n", "usage-csv")]
    public async Task A_file_of_another_kind_is_refused_with_a_sentence_that_says_what_it_is(string text, string says) =>
        Assert.Contains(says, (await Assert.ThrowsAsync<NotThisKindException>(() => RecordingSink.Of(Reader, text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Text_of_a_conversation_is_dropped_and_counted_and_the_row_is_kept()
    {
        var sink = await RecordingSink.Of(Reader, Page(Row(more: "\"prompt\":\"secret\",\"extra\":{\"messages\":[\"secret\"]}")));

        Assert.Equal(["prompt", "messages"], sink.DroppedFields);
        Assert.Single(sink.Rows);
    }

    [Fact]
    public async Task Five_thousand_random_rows_give_the_sums_of_their_fields()
    {
        const int seed = 20261111;
        var random = new Random(seed);
        var facts = Enumerable.Range(0, 5_000).Select(_ => (
            Sessions: random.Next(5), Script: random.Next(4) == 0,
            Tools: Enumerable.Range(0, random.Next(6)).Select(tool => (Name: $"t{tool}", Yes: random.Next(9), No: random.Next(9))).ToArray(),
            Cents: Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(100_000) / 100m).ToArray())).ToArray();
        var rows = facts.Select(fact => Row(
            core: $"{{\"num_sessions\":{fact.Sessions}}}",
            more: $"\"terminal_type\":\"{(fact.Script ? "non-interactive" : "tmux")}\",\"tool_actions\":{{{string.Join(",", fact.Tools.Select(tool => $"\"{tool.Name}\":{{\"accepted\":{tool.Yes},\"rejected\":{tool.No}}}"))}}},"
                + $"\"model_breakdown\":[{string.Join(",", fact.Cents.Select(cents => FormattableString.Invariant($"{{\"estimated_cost\":{{\"currency\":\"USD\",\"amount\":{cents}}}}}")))}]"));

        var sink = await RecordingSink.Of(Reader, Page([.. rows]));

        Assert.Equal(facts.Length, sink.Rows.Count);
        foreach (var (fact, row) in facts.Zip(sink.Rows))
        {
            var yes = fact.Tools.Sum(tool => tool.Yes);
            var expected = fact.Script ? default : new Signals(null, fact.Sessions, null, yes, yes + fact.Tools.Sum(tool => tool.No));
            Assert.True(expected == row.Signals, $"seed {seed}");
            Assert.Equal(fact.Script || expected.Any ? Marks.Use : Marks.None, row.Marks);
            Assert.Equal(fact.Cents.Length == 0 ? null : (long?)(fact.Cents.Sum() * 10_000), row.Cost);
        }
    }

    private static string Page(params string[] rows) => Page(more: false, rows);

    private static string Page(bool more, params string[] rows) =>
        $$"""{"data":[{{string.Join(",", rows)}}],"has_more":{{(more ? "true" : "false")}},"next_page":{{(more ? "\"p2\"" : "null")}}}""";

    private static string Row(string date = "2026-11-10T00:00:00Z", string actor = Grace, string core = "{\"num_sessions\":1}", string more = "") =>
        $$"""{"date":"{{date}}","actor":{{actor}},"core_metrics":{{core}}{{(more.Length > 0 ? "," : "")}}{{more}}}""";
}
