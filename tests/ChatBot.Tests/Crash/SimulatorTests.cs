using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ChatBot.Simulator.Books;
using ChatBot.Simulator.Client;
using ChatBot.Simulator.Faults;
using ChatBot.Simulator.Limits;
using Xunit;

namespace ChatBot.Tests.Crash;

/// <summary>The simulator does what it says: everything measured against it stands on that.</summary>
public sealed class SimulatorTests(SimulatorTests.Running running) : IClassFixture<SimulatorTests.Running>, IAsyncLifetime
{
    private readonly SimulatorProcess simulator = running.Simulator;
    private readonly HttpClient http = new() { BaseAddress = running.Simulator.Address };

    public async Task InitializeAsync()
    {
        await simulator.Plan(new FaultPlan());
        await simulator.Reset();
    }

    public Task DisposeAsync()
    {
        http.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("accept-cut", 0, "", true)]
    [InlineData("accept-500", 500, "ServiceError", true)]
    [InlineData("accept-stall", 201, "\"id\"", true)]
    [InlineData("429", 429, "Throttled", false)]
    [InlineData("429-bare", 429, "Throttled", false)]
    [InlineData("412", 412, "PreconditionFailed", false)]
    [InlineData("blocked", 403, "{\"error\":{\"code\":\"ConversationBlockedByUser\"", false)]
    [InlineData("writes-blocked", 403, "{\"errorCode\":209,\"message\":\"{", false)]
    [InlineData("404", 404, "ConversationNotFound", false)]
    [InlineData("message-gone", 404, "ActivityNotFoundInConversation", false)]
    [InlineData("502", 502, "", false)]
    [InlineData("504", 504, "", false)]
    [InlineData("cut", 0, "", false)]
    public async Task Each_fault_of_Teams_does_what_its_name_says(string fault, int status, string body, bool accepted)
    {
        await simulator.Plan(new FaultPlan([new FaultRule(fault, Recipients: ["struck"], Times: 1)], StallSeconds: 0.3, RetryAfterSeconds: 7));

        var (first, text, retryAfter) = await Message("struck");
        var other = await Message("other");
        var again = await Message("struck");

        Assert.Equal(status, first);
        Assert.Contains(body, text, StringComparison.Ordinal);
        Assert.Equal(fault == "429" ? TimeSpan.FromSeconds(7) : null, retryAfter);
        Assert.Equal((201, 201), (other.Status, again.Status));
        var shown = (await simulator.Ledger()).Where(entry => entry.Recipient == "struck").Select(entry => entry.Shown).ToArray();
        Assert.Equal(accepted ? [fault["accept-".Length..] is "stall" ? "stalled" : fault["accept-".Length..], "accepted"] : ["accepted"], shown);
        Assert.Contains(await simulator.Calls(), call => call.Recipient == "struck" && call.Why == fault && call.Status == status);
    }

    [Theory]
    [InlineData("429", 429, "ratelimited")]
    [InlineData("blocked", 200, "user_disabled")]
    [InlineData("404", 200, "channel_not_found")]
    [InlineData("message-gone", 200, "message_not_found")]
    [InlineData("accept-500", 500, "internal_error")]
    [InlineData("cut", 0, "")]
    public async Task Faults_of_Slack_speak_its_words(string fault, int status, string error)
    {
        await simulator.Plan(new FaultPlan([new FaultRule(fault, Times: 1)]));

        var (got, text) = await Slack("chat.postMessage", ("channel", "U1"), ("text", "hello"));

        Assert.Equal(status, got);
        Assert.Contains(error, text, StringComparison.Ordinal);
        Assert.Equal(fault == "accept-500" ? 1 : 0, (await simulator.Ledger()).Count);
    }

    [Fact]
    public async Task A_sender_that_gives_up_on_a_stalled_answer_finds_its_message_in_the_ledger()
    {
        await simulator.Plan(new FaultPlan([new FaultRule("accept-stall")], StallSeconds: 30));
        http.Timeout = TimeSpan.FromMilliseconds(300);

        await Assert.ThrowsAsync<TaskCanceledException>(() => Message("p"));

        Assert.Equal("stalled", Assert.Single(await simulator.Ledger()).Shown);
    }

    [Fact]
    public async Task A_ledger_outlives_a_simulator_that_is_killed()
    {
        using var folder = new TempFolder();
        IReadOnlyList<LedgerEntry> before;
        await using (var killed = await SimulatorProcess.Start(folder.Path("ledger.jsonl")))
        {
            using var sender = new HttpClient { BaseAddress = killed.Address };
            using var message = new StringContent("""{"type":"message","text":"hello"}""");
            using var accepted = await sender.PostAsync("v3/conversations/a:p/activities", message);
            before = await killed.Ledger();
        }

        await using var next = await SimulatorProcess.Start(folder.Path("ledger.jsonl"));

        Assert.Equal("a:p", Assert.Single(before).Conversation);
        Assert.Equal(before, await next.Ledger());
        await next.Reset();
        Assert.Empty(await next.Ledger());
    }

    [Fact]
    public async Task The_ledger_keeps_what_the_sender_recognises_its_message_by()
    {
        await Slack("chat.postMessage", ("channel", "U7"), ("text", "hello"), ("metadata", """{"event_type":"d","event_payload":{"delivery_key":"digest:1"}}"""));

        var entry = Assert.Single(await simulator.Ledger());

        Assert.Equal(("slack", "U7", "D7", "digest:1", "hello"), (entry.Provider, entry.Recipient, entry.Conversation, entry.Reference, entry.Summary));
    }

    [Fact]
    public async Task A_message_that_is_replaced_keeps_its_id()
    {
        using var card = new StringContent("""{"type":"message","summary":"corrected","attachments":[{"content":{"type":"AdaptiveCard"}}]}""", Encoding.UTF8, "application/json");
        using var put = await http.PutAsync("v3/conversations/a:p/activities/1795313058950", card);
        var (_, update) = await Slack("chat.update", ("channel", "D7"), ("ts", "1595926230.009600"), ("text", "corrected"));

        Assert.Equal((HttpStatusCode.OK, """{"id":"1795313058950"}"""), (put.StatusCode, await put.Content.ReadAsStringAsync()));
        Assert.Equal("1595926230.009600", JsonNode.Parse(update)!["ts"]!.GetValue<string>());
        Assert.Equal(
            [("update", "1795313058950", "corrected"), ("update", "1595926230.009600", "corrected")],
            (await simulator.Ledger()).Select(entry => (entry.Kind, entry.Message, entry.Summary!)));
    }

    [Fact]
    public async Task A_chat_is_opened_by_the_id_of_a_person_and_is_the_same_each_time()
    {
        using var first = await Post("v3/conversations", """{"members":[{"id":"29:one"}],"isGroup":false}""");
        using var second = await Post("v3/conversations", """{"members":[{"id":"29:one"}],"isGroup":false}""");
        using var nobody = await Post("v3/conversations", """{"members":[]}""");
        var (_, opened) = await Slack("conversations.open", ("users", "U42"));

        Assert.Equal("""{"id":"a:29:one"}""", await first.Content.ReadAsStringAsync());
        Assert.Equal("""{"id":"a:29:one"}""", await second.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Equal("D42", JsonNode.Parse(opened)!["channel"]!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_limiter_lets_fifty_calls_through_in_a_second_and_says_when_there_is_room()
    {
        // Enough at once that they arrive within a second on any machine; what was admitted is counted by the simulator's own clock.
        var answers = await Task.WhenAll(Enumerable.Range(0, 80).Select(i => Message($"p{i}")));
        var counted = await simulator.Count();

        Assert.InRange(answers.Count(answer => answer.Status == 201), 50, 80);
        Assert.All(answers.Where(answer => answer.Status != 201), answer => Assert.Equal((429, TimeSpan.FromSeconds(1)), (answer.Status, answer.RetryAfter!.Value)));
        Assert.Equal(80, counted.Calls.Values.Sum());
        Assert.InRange(Counters.Highest((await simulator.Calls()).Where(call => call.Status == 201).Select(call => call.At), TimeSpan.FromSeconds(1)), 1, 50);

        await simulator.Plan(new FaultPlan(Limits: false));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 80).Select(i => Message($"q{i}"))), answer => Assert.Equal(201, answer.Status));
    }

    [Fact]
    public void A_conversation_takes_seven_in_a_second_eight_in_two_and_sixty_in_thirty()
    {
        var limiter = new Limiter();
        var admitted = new List<long>();
        for (var now = 0L; now < 60_000_000; now += 50_000)
        {
            if (limiter.Teams("send", "a:p", 50, now) == 0)
            {
                admitted.Add(now);
            }
        }

        Assert.Equal(7, Counters.Highest(admitted, TimeSpan.FromSeconds(1)));
        Assert.Equal(8, Counters.Highest(admitted, TimeSpan.FromSeconds(2)));
        Assert.Equal(60, Counters.Highest(admitted, TimeSpan.FromSeconds(30)));
        Assert.Equal(0, limiter.Teams("send", "a:q", 50, 60_000_000));
    }

    [Fact]
    public void Slack_takes_one_message_a_second_for_each_channel()
    {
        var limiter = new Limiter();

        Assert.Equal(0, limiter.Slack("chat.postMessage", "D1", 0));
        Assert.Equal(1, limiter.Slack("chat.postMessage", "D1", 999_999));
        Assert.Equal(0, limiter.Slack("chat.postMessage", "D2", 999_999));
        Assert.Equal(0, limiter.Slack("chat.postMessage", "D1", 1_000_000));
    }

    [Fact]
    public void A_share_strikes_the_same_messages_in_whatever_order_they_come()
    {
        var people = Enumerable.Range(0, 10_000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToArray();
        string[] Struck(IEnumerable<string> order, int seed)
        {
            var dice = new FaultDice { Plan = new FaultPlan([new FaultRule("accept-cut", 0.05)], seed) };
            return [.. order.Where(person => dice.Next("message", person).Fault == Fault.AcceptCut).Order(StringComparer.Ordinal)];
        }

        var struck = Struck(people, 1);

        Assert.InRange(struck.Length, 400, 600);
        Assert.Equal(struck, Struck(people.Reverse(), 1));
        Assert.NotEqual(struck, Struck(people, 2));
    }

    [Theory]
    [InlineData("accept-cut=0.05", "accept-cut", 0.05, "message", null)]
    [InlineData("blocked:29:abc,29:def", "blocked", 1, "message", "29:abc 29:def")]
    [InlineData("429@open=0.5:x", "429", 0.5, "open", "x")]
    public void A_fault_is_read_from_the_command_line(string text, string fault, double share, string on, string? recipients)
    {
        var rule = FaultRule.Parse(text)!;

        Assert.Equal((fault, share, on, recipients), (rule.Fault, rule.Share, rule.On, rule.Recipients is { } list ? string.Join(' ', list) : null));
    }

    [Theory]
    [InlineData("nothing=0.5")]
    [InlineData("429=2")]
    [InlineData("429=half")]
    [InlineData("429@often")]
    public void A_fault_that_cannot_be_read_is_refused(string text) => Assert.Null(FaultRule.Parse(text));

    private async Task<(int Status, string Body, TimeSpan? RetryAfter)> Message(string recipient)
    {
        try
        {
            using var response = await Post($"v3/conversations/a:{recipient}/activities", """{"type":"message","summary":"s","attachments":[{"content":{"type":"AdaptiveCard"}}]}""");
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException)
        {
            return (0, string.Empty, null);
        }
    }

    private async Task<(int Status, string Body)> Slack(string method, params (string Name, string Value)[] arguments)
    {
        using var form = new FormUrlEncodedContent(arguments.Select(x => KeyValuePair.Create(x.Name, x.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/" + method) { Content = form };
        request.Headers.Authorization = new("Bearer", "xoxb-test");
        try
        {
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
        }
        catch (HttpRequestException)
        {
            return (0, string.Empty);
        }
    }

    private async Task<HttpResponseMessage> Post(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PostAsync(path, content);
    }

    /// <summary>One simulator for all these tests, in its first state before each.</summary>
    public sealed class Running : IAsyncLifetime
    {
        private readonly TempFolder folder = new();

        internal SimulatorProcess Simulator { get; private set; } = null!;

        public async Task InitializeAsync() => Simulator = await SimulatorProcess.Start(folder.Path("ledger.jsonl"));

        public async Task DisposeAsync()
        {
            await Simulator.DisposeAsync();
            folder.Dispose();
        }
    }
}
