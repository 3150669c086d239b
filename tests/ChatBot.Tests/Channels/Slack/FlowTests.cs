using System.Net;
using System.Text.Json.Nodes;
using ChatBot.Channels.Slack.Inbound;
using ChatBot.Chat;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Channel = ChatBot.Chat.Channel;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>From what Slack posts to what people see, through the whole service.</summary>
public sealed class FlowTests : SlackCompany
{
    [Fact]
    public async Task A_message_is_acknowledged_and_answered_in_its_chat()
    {
        var response = await Service.Event(Payloads.Message("help"));

        Assert.Equal((HttpStatusCode.OK, 0), (response.StatusCode, (int)response.Content.Headers.ContentLength.GetValueOrDefault()));
        var reply = await Slack.Wait(1);
        Assert.Equal(("chat.postMessage", Payloads.Chat, true), (reply.Method, (string?)reply.Arguments["channel"], reply.Token));
        Assert.NotEmpty(reply.Text());
        Assert.NotEmpty(reply.Blocks());
        Assert.Equal("none", (string?)reply.Arguments["parse"]);
        Assert.Equal("false", (string?)reply.Arguments["unfurl_links"]);
        await Until(AllDone);
        Assert.Null((await Database.Query(db => db.Inbox.SingleAsync())).Payload);
    }

    [Fact]
    public async Task A_threaded_question_is_answered_in_its_thread()
    {
        await Service.Event(Payloads.Message("help", more: new JsonObject { ["thread_ts"] = "1795313060.000001" }));

        Assert.Equal("1795313060.000001", (string?)(await Slack.Wait(1)).Arguments["thread_ts"]);
    }

    [Fact]
    public async Task The_same_event_four_times_in_any_order_is_answered_once()
    {
        var message = Payloads.Message("help");

        var responses = await Task.WhenAll(Enumerable.Range(0, 3).Select(number => Service.Event(message, number == 0 ? null : number)));
        await Slack.Wait(1);
        var late = await Service.Event(message, retry: 3);
        await AnswerSomebodyElse();

        Assert.All([.. responses, late], response => Assert.Equal(HttpStatusCode.OK, response.StatusCode));
        Assert.Single(ShownToAlice);
    }

    [Fact]
    public async Task An_event_that_comes_as_a_repeat_only_is_answered()
    {
        await Service.Event(Payloads.Message("help"), retry: 2);

        Assert.Equal(Payloads.Chat, (string?)(await Slack.Wait(1)).Arguments["channel"]);
    }

    [Fact]
    public async Task A_mention_that_arrives_as_two_events_acts_once_and_says_nothing_personal()
    {
        const string Time = "1795313099.000100";
        await Service.Event(Payloads.Mention("what's my score", Time));
        await Service.Event(Payloads.Event(new JsonObject
        {
            ["type"] = "message", ["channel_type"] = "channel", ["user"] = Payloads.Alice, ["channel"] = "C0GENERAL", ["text"] = $"<@{Payloads.Bot}> what's my score", ["ts"] = Time,
        }));
        await Service.Event(Payloads.Mention("what's my score", Time));
        await AnswerSomebodyElse();

        var pointer = Assert.Single(ShownToAlice);
        Assert.Equal(("chat.postEphemeral", "C0GENERAL", Payloads.Alice), (pointer.Method, (string?)pointer.Arguments["channel"], (string?)pointer.Arguments["user"]));
        Assert.Contains("private chat", pointer.Text(), StringComparison.Ordinal);
        Assert.Empty(await Database.Query(db => db.AccessRecords.ToListAsync()));
    }

    [Theory]
    [InlineData("bot_id", "B0OTHER")]
    [InlineData("subtype", "message_changed")]
    [InlineData("subtype", "message_deleted")]
    [InlineData("subtype", "bot_message")]
    [InlineData("subtype", "channel_join")]
    [InlineData("user", Payloads.Bot)]
    [InlineData("channel_type", "mpim")]
    [InlineData("channel_type", "channel")]
    public async Task Own_messages_those_of_bots_and_edits_are_left_alone(string member, string value)
    {
        Assert.Equal(HttpStatusCode.OK, (await Service.Event(Payloads.Message("help", more: new JsonObject { [member] = value }))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Service.Event(Payloads.Message("help", more: new JsonObject { ["edited"] = new JsonObject { ["user"] = Payloads.Alice } }))).StatusCode);
        await AnswerSomebodyElse();

        Assert.Empty(ShownToAlice);
    }

    [Fact]
    public async Task The_command_is_answered_at_its_address_for_the_asker_only()
    {
        var response = await Service.Command(Payloads.Command(Slack, "help"));

        Assert.Equal((HttpStatusCode.OK, string.Empty), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        var reply = await Slack.Wait(1);
        Assert.Equal(("response_url", "ephemeral", false), (reply.Method, (string?)reply.Arguments["response_type"], reply.Token));
        Assert.NotEmpty(reply.Text());
    }

    [Fact]
    public async Task The_command_in_a_channel_points_to_the_private_chat()
    {
        await Service.Command(Payloads.Command(Slack, "what's my score", channel: "C0GENERAL"));

        Assert.Contains("private chat", (await Slack.Wait(1)).Text(), StringComparison.Ordinal);
        Assert.Empty(await Database.Query(db => db.AccessRecords.ToListAsync()));
    }

    [Fact]
    public async Task The_command_opens_a_form_at_once()
    {
        await Service.Command(Payloads.Command(Slack, "change digest time", trigger: "77.1.abc"));

        var form = await Slack.Wait(1);
        Assert.Equal(("views.open", "77.1.abc"), (form.Method, (string?)form.Arguments["trigger_id"]));
        Assert.Equal("digest.time", (string?)form.Arguments["view"]!["callback_id"]);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_in_place_of_its_message()
    {
        var response = await Service.Interaction(Payloads.Press(Slack, Button("help.show")));

        Assert.Equal((HttpStatusCode.OK, string.Empty), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        var update = await Slack.Wait(1);
        Assert.Equal(("chat.update", Payloads.Chat, "1595926230.009600"), (update.Method, (string?)update.Arguments["channel"], (string?)update.Arguments["ts"]));
    }

    [Fact]
    public async Task What_was_told_in_a_message_stands_there_no_more_once_a_button_of_it_was_answered_in_place_but_still_beside_a_form()
    {
        await Database.Add(new DeliveryRow
        {
            Kind = "reply", Recipient = Alice, Period = "slack:1", Channel = "Slack", State = DeliveryState.Sent, ProviderMessageId = "1595926230.009600",
            PlannedAt = DateTimeOffset.UnixEpoch, StateAt = DateTimeOffset.UnixEpoch,
        });

        await Service.Interaction(Payloads.Press(Slack, Button("digest.form"), trigger: "77.1.abc"));
        Assert.Equal("views.open", (await Slack.Wait(1)).Method);
        await AnswerSomebodyElse();
        Assert.Equal("1595926230.009600", await Told());

        await Service.Interaction(Payloads.Press(Slack, Button("help.show")));
        Assert.Equal("chat.update", (await Slack.Wait(3)).Method);
        await Until(async () => await Told() == string.Empty);

        Task<string?> Told() => Database.Query(db => db.Deliveries.Where(row => row.Period == "slack:1").Select(row => row.ProviderMessageId).SingleAsync());
    }

    [Fact]
    public async Task A_button_that_only_the_asker_sees_is_answered_at_its_address()
    {
        await Service.Interaction(Payloads.Press(Slack, Button("help.show"), ephemeral: true));

        var reply = await Slack.Wait(1);
        Assert.Equal(("response_url", "true"), (reply.Method, (string?)reply.Arguments["replace_original"]));
    }

    [Fact]
    public async Task A_card_copied_into_a_channel_shows_nothing_personal_there()
    {
        await Service.Interaction(Payloads.Press(Slack, Button("accounts.show"), channel: "C0GENERAL"));

        var reply = await Slack.Wait(1);
        Assert.Equal("chat.postEphemeral", reply.Method);
        Assert.DoesNotContain("alice@example.com", reply.Arguments.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_press_twice_acts_once()
    {
        var press = Payloads.Press(Slack, Button("help.show"));
        await Task.WhenAll(Service.Interaction(press), Service.Interaction(press));
        await Service.Interaction(press);
        await AnswerSomebodyElse();

        Assert.Single(ShownToAlice);
    }

    [Fact]
    public async Task A_typed_wish_that_needs_a_form_offers_it_and_the_button_opens_it()
    {
        await Service.Event(Payloads.Message("change digest time"));
        var offer = await Slack.Wait(1);
        var opener = Assert.Single(offer.Buttons());

        await Service.Interaction(Payloads.Press(Slack, opener, trigger: "88.1.abc"));

        Assert.Equal("chat.postMessage", offer.Method);
        Assert.Equal("digest.time", (string?)(await Slack.Wait(2)).Arguments["view"]!["callback_id"]);
    }

    [Fact]
    public async Task A_form_that_comes_too_late_to_open_is_offered_instead()
    {
        await Service.Interaction(Payloads.Press(Slack, Button("digest.form"), trigger: "old.1.abc"));
        var offer = await Slack.Wait(1);

        await Service.Interaction(Payloads.Press(Slack, Assert.Single(offer.Buttons()), trigger: "89.1.abc"));

        Assert.Equal("chat.postMessage", offer.Method);
        Assert.Equal("views.open", (await Slack.Wait(2)).Method);
    }

    [Fact]
    public async Task A_sent_form_acts_closes_and_is_answered_in_the_chat()
    {
        var view = await OpenForm();

        var response = await Service.Interaction(Payloads.Submission(view, Choice(view, "day"), Choice(view, "time")));

        Assert.Equal("clear", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["response_action"]);
        var answer = await Slack.Wait(2);
        Assert.Equal(("chat.postMessage", Payloads.Chat), (answer.Method, (string?)answer.Arguments["channel"]));
        Assert.Single(await Database.Query(db => db.Preferences.ToListAsync()));
    }

    [Fact]
    public async Task A_form_sent_twice_acts_once()
    {
        var view = await OpenForm();
        var submission = Payloads.Submission(view, Choice(view, "day"), Choice(view, "time"));

        await Task.WhenAll(Service.Interaction(submission), Service.Interaction(submission));
        await Slack.Wait(2);
        await AnswerSomebodyElse();

        Assert.Equal(2, ShownToAlice.Count);
    }

    [Fact]
    public async Task A_field_that_is_wrong_is_told_at_the_field()
    {
        var view = new JsonObject
        {
            ["type"] = "modal", ["callback_id"] = "digest.time", ["private_metadata"] = """{"data":{}}""", ["title"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Form" },
            ["blocks"] = new JsonArray(Field("words", optional: false), Field("more", optional: true)),
        };

        var response = await Service.Interaction(Payloads.Submission(view, ("words", Written("   ")), ("more", Written("far too long"))));

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("errors", (string?)answer["response_action"]);
        Assert.Equal((SlackWords.Empty, SlackWords.TooLong(10)), ((string?)answer["errors"]!["words"], (string?)answer["errors"]!["more"]));
        Assert.Empty(await Database.Query(db => db.Inbox.ToListAsync()));

        static JsonObject Field(string id, bool optional) => new()
        {
            ["type"] = "input", ["block_id"] = id, ["optional"] = optional, ["element"] = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = id, ["max_length"] = 10 },
        };
        static JsonObject Written(string text) => new() { ["type"] = "plain_text_input", ["value"] = text };
    }

    [Fact]
    public async Task A_shortcut_is_answered_in_the_chat()
    {
        await Service.Interaction(Payloads.Shortcut("help.show"));

        var reply = await Slack.Wait(1);
        Assert.Equal(("chat.postMessage", Payloads.Chat), (reply.Method, (string?)reply.Arguments["channel"]));
    }

    [Fact]
    public async Task The_home_tab_is_published_when_it_is_opened_and_answers_in_place()
    {
        await Service.Event(Payloads.Opened("home"));
        var home = await Slack.Wait(1);
        await Service.Interaction(Payloads.PressAtHome(Button("help.show")));
        var pressed = await Slack.Wait(2);

        Assert.Equal(("views.publish", Payloads.Alice, "home"), (home.Method, (string?)home.Arguments["user_id"], (string?)home.Arguments["view"]!["type"]));
        Assert.Contains("weekly summary", home.Blocks().ToJsonString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("views.publish", pressed.Method);
        await Until(AllDone);
    }

    [Fact]
    public async Task Who_opens_the_chat_is_welcomed_once_and_can_be_reached_from_then_on()
    {
        await Service.Event(Payloads.Opened("messages"));
        await Slack.Wait(1);
        await Service.Event(Payloads.Opened("messages"));
        await AnswerSomebodyElse();

        Assert.Single(ShownToAlice);
        var address = await Database.Query(db => db.Addresses.SingleAsync());
        Assert.Equal((Alice, "Slack", "T0SIM", Payloads.Alice, Payloads.Chat, true), (address.Person, address.Channel, address.Tenant, address.Account, address.Conversation, address.Reachable));
    }

    [Theory]
    [InlineData("app_uninstalled")]
    [InlineData("tokens_revoked")]
    public async Task The_end_of_the_installation_is_taken_and_said_to_nobody(string type)
    {
        Assert.Equal(HttpStatusCode.OK, (await Service.Event(Payloads.Event(new JsonObject { ["type"] = type, ["tokens"] = new JsonObject { ["bot"] = new JsonArray("U0BOT") } }))).StatusCode);
        await Until(AllDone);

        Assert.Single(await Database.Query(db => db.Inbox.ToListAsync()));
        Assert.Empty(Slack.Shown);
    }

    [Fact]
    public async Task What_a_crash_left_in_the_inbox_is_answered_at_start_exactly_once()
    {
        await Service.DisposeAsync();
        var left = Payloads.Message("help");
        var envelope = new Envelope(Door.Events, left);
        await Database.Add(new InboxRow
        {
            Key = EventReader.Read(envelope)!.Key, Channel = Channel.Slack.ToString(), Payload = envelope.ToString(), ReceivedAt = TimeProvider.System.GetUtcNow(),
        });

        Service = Start();
        await Slack.Wait(1);
        await Until(AllDone);
        Assert.Equal(HttpStatusCode.OK, (await Service.Event(left, retry: 1)).StatusCode);
        await Service.DisposeAsync();
        Service = Start();
        await AnswerSomebodyElse();

        Assert.Single(ShownToAlice);
    }

    [Fact]
    public async Task What_cannot_be_committed_is_not_acknowledged_and_done_when_it_comes_again()
    {
        var message = Payloads.Message("help");
        var view = await OpenForm();
        await using (var writer = new SqliteConnection(Database.Address.Connection))
        {
            await writer.OpenAsync();
            await using var held = writer.BeginTransaction(deferred: false);
            var answers = await Task.WhenAll(
                Service.Event(message), Service.Command(Payloads.Command(Slack, "help")), Service.Interaction(Payloads.Press(Slack, Button("help.show"))),
                Service.Interaction(Payloads.Submission(view, Choice(view, "day"), Choice(view, "time"))));

            Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK], answers.Select(answer => answer.StatusCode));
            Assert.Equal(SlackWords.TryAgain, (string?)JsonNode.Parse(await answers[1].Content.ReadAsStringAsync())!["text"]);
            Assert.Equal("errors", (string?)JsonNode.Parse(await answers[3].Content.ReadAsStringAsync())!["response_action"]);
            Assert.Equal(SlackWords.TryAgain, (await Slack.Wait(2)).Text());
        }

        await Until(async () => (await Service.Event(message)).StatusCode == HttpStatusCode.OK);
        Assert.Equal("chat.postMessage", (await Slack.Wait(3)).Method);
    }

    [Fact]
    public async Task While_slack_is_off_its_doors_are_not_there()
    {
        await Service.DisposeAsync();
        Service = SlackService.Start(Slack, Database, null, ("Slack:BotToken", string.Empty), ("Slack:SigningSecret", string.Empty));

        Assert.Equal(HttpStatusCode.NotFound, (await Service.Event(Payloads.Message("help"))).StatusCode);
    }

    [Fact]
    public async Task An_answer_goes_to_no_other_host_than_slacks()
    {
        var command = Payloads.Command(Slack, "help");
        command["response_url"] = "https://hooks.slack.com.evil.example/commands/1";
        await Service.Command(command);
        await Until(AllDone);
        await AnswerSomebodyElse();

        Assert.Empty(ShownToAlice);
    }

    private async Task<JsonObject> OpenForm()
    {
        await Service.Interaction(Payloads.Press(Slack, Button("digest.form")));
        return (await Slack.Wait(1)).Arguments["view"]!.AsObject();
    }

    private static JsonObject Button(string verb) => new() { ["type"] = "button", ["action_id"] = verb, ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" } };

    /// <summary>The last of what can be chosen.</summary>
    private static (string Block, JsonObject Element) Choice(JsonObject view, string block)
    {
        var options = view["blocks"]!.AsArray().Single(one => (string?)one!["block_id"] == block)!["element"]!["options"]!.AsArray();
        return (block, new JsonObject { ["type"] = "static_select", ["selected_option"] = options[^1]!.DeepClone() });
    }
}
