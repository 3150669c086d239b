using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Chat;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>Answers that take longer than Slack waits, and a company that has only Slack.</summary>
public sealed class LateTests : SlackCompany
{
    private readonly Gate gate = new();

    [Fact]
    public async Task A_form_whose_answer_takes_long_closes_and_is_answered_by_a_message()
    {
        var response = await Service.Interaction(Payloads.Submission(View("test.slow")));

        Assert.Equal("clear", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["response_action"]);
        Assert.Empty(Slack.Shown);
        gate.Open();
        Assert.Equal("chat.postMessage", (await Slack.Wait(1)).Method);
        Assert.Equal(1, gate.Entered);
        await Until(AllDone);
    }

    [Fact]
    public async Task A_press_is_acknowledged_however_long_its_answer_takes()
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = "test.slow", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" } };

        Assert.Equal(HttpStatusCode.OK, (await Service.Interaction(Payloads.Press(Slack, button))).StatusCode);
        gate.Open();

        Assert.Equal("chat.update", (await Slack.Wait(1)).Method);
    }

    [Fact]
    public async Task An_answer_that_is_a_form_again_takes_the_views_place()
    {
        var response = await Service.Interaction(Payloads.Submission(View("digest.form")));

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(("update", "digest.time"), ((string?)answer["response_action"], (string?)answer["view"]!["callback_id"]));
        Assert.Empty(Slack.Shown);
    }

    [Fact]
    public async Task A_message_that_cannot_be_changed_any_more_is_followed_by_a_new_one()
    {
        Slack.Fail(new Simulator.Faults.FaultRule("404", Times: 1));
        var button = new JsonObject { ["type"] = "button", ["action_id"] = "help.show", ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" } };

        await Service.Interaction(Payloads.Press(Slack, button));

        Assert.Equal("chat.postMessage", (await Slack.Wait(1)).Method);
    }

    [Fact]
    public async Task An_answer_that_Slack_holds_back_is_given_when_it_may_be()
    {
        Slack.Fail(new Simulator.Faults.FaultRule("429", Times: 1));

        await Service.Event(Payloads.Message("help"));

        Assert.Equal("chat.postMessage", (await Slack.Wait(1)).Method);
        Assert.Equal([429, 200], Slack.Log.All.Where(call => call.What == "message").Select(call => call.Status));
    }

    [Fact]
    public async Task A_company_without_Teams_has_none_of_it()
    {
        await Service.DisposeAsync();
        Service = SlackService.Start(Slack, Database, null, ("Teams:Off", "true"));

        using var activity = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.NotFound, (await Service.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), activity)).StatusCode);
        await Service.Event(Payloads.Message("help"));
        await Slack.Wait(1);
        Assert.DoesNotContain(Service.Services.GetServices<IChannel>(), channel => channel.Channel == Channel.Teams);
    }

    [Theory]
    [InlineData("score.shwo")]
    [InlineData("score.show digest.stop")]
    public async Task A_home_tab_of_what_does_not_show_stops_the_service(string home)
    {
        await using var app = Program.Build(
            "--environment=Development", "--urls=http://127.0.0.1:0", $"--ConnectionStrings:BotDb={Database.Address.Connection}", "--Deliveries:Enabled=false", "--Logging:LogLevel:Default=None",
            "--Slack:BotToken=xoxb-1-test", $"--Slack:SigningSecret={SlackService.Secret}", "--Slack:AllowedTeams=T0SIM", $"--Slack:ApiBase={Slack.Address}api/", $"--Slack:Home={home}");

        var refused = await Assert.ThrowsAsync<SettingsException>(() => app.StartAsync());

        Assert.Contains("Slack:Home names", refused.Message, StringComparison.Ordinal);
    }

    internal override SlackService Start() => SlackService.Start(
        Slack, Database, services => services
            .AddSingleton(gate)
            .AddScoped<SlowHandler>()
            .AddSingleton(new Phrase("test.slow", "Slow", string.Empty, [], typeof(SlowHandler), Personal: false)),
        ("Slack:AnswerSeconds", "0.5"));

    private static JsonObject View(string verb) => new()
    {
        ["type"] = "modal", ["callback_id"] = verb, ["private_metadata"] = """{"data":{}}""", ["title"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Form" }, ["blocks"] = new JsonArray(),
    };

    /// <summary>Lets a slow answer go on.</summary>
    private sealed class Gate
    {
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int entered;

        public int Entered => entered;

        public void Open() => open.TrySetResult();

        public Task Enter()
        {
            Interlocked.Increment(ref entered);
            return open.Task;
        }
    }

    /// <summary>Help, when the gate opens.</summary>
    private sealed class SlowHandler(Gate gate, Phrasebook phrasebook, IServiceProvider services) : IHandler
    {
        public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
        {
            await gate.Enter();
            var help = phrasebook.Find("help.show")!;
            return await ((IHandler)services.GetRequiredService(help.Handler)).Answer(asked with { Understood = new Understood(help, Guessed: false, []) }, cancel);
        }
    }
}
