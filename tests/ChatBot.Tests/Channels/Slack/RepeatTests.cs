using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Channels.Slack;

/// <summary>Whatever Slack sends, however often and in whatever order, acts once; also when it could not be committed the first time.</summary>
public sealed class RepeatTests : SlackCompany
{
    public static TheoryData<string> Kinds => ["message", "mention", "command", "press", "form", "shortcut", "home", "chat"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Four_arrivals_of_which_the_first_was_not_committed_act_once(string kind)
    {
        var arrive = await Arrival(kind);
        var before = ShownToAlice.Count;
        await using (var writer = new SqliteConnection(Database.Address.Connection))
        {
            await writer.OpenAsync();
            await using var held = writer.BeginTransaction(deferred: false);
            await arrive();
        }

        // What could not be taken is taken back as soon as the database lets go; until then Slack is told to come again.
        await Until(async () =>
        {
            await Task.WhenAll(arrive(), arrive(), arrive());
            return await Database.Query(db => db.Inbox.CountAsync()) == Inboxed(kind);
        });
        await Until(AllDone);
        await arrive();
        await AnswerSomebodyElse();
        await Until(AllDone);

        // A button that could not be taken says so beside it; that is no effect.
        Assert.Single(ShownToAlice.Skip(before), call => (string?)call.Arguments["text"] != ChatBot.Channels.Slack.Inbound.SlackWords.TryAgain);
        Assert.Equal(Inboxed(kind) + 1, await Database.Query(db => db.Inbox.CountAsync()));
    }

    /// <summary>A form was opened by a press before.</summary>
    private static int Inboxed(string kind) => kind == "form" ? 2 : 1;

    private async Task<Func<Task>> Arrival(string kind)
    {
        switch (kind)
        {
            case "message":
                var message = Payloads.Message("help");
                return () => Service.Event(message);
            case "mention":
                var mention = Payloads.Mention("help");
                return () => Service.Event(mention);
            case "command":
                var command = Payloads.Command(Slack, "help");
                return () => Service.Command(command);
            case "press":
                var press = Payloads.Press(Slack, Button("help.show"));
                return () => Service.Interaction(press);
            case "form":
                await Service.Interaction(Payloads.Press(Slack, Button("digest.form")));
                var view = (await Slack.Wait(1)).Arguments["view"]!.AsObject();
                var form = Payloads.Submission(view, Choice(view, "day"), Choice(view, "time"));
                return () => Service.Interaction(form);
            case "shortcut":
                var shortcut = Payloads.Shortcut("help.show");
                return () => Service.Interaction(shortcut);
            case "home":
                var home = Payloads.Opened("home");
                return () => Service.Event(home);
            default:
                var chat = Payloads.Opened("messages");
                return () => Service.Event(chat);
        }
    }

    private static JsonObject Button(string verb) => new() { ["type"] = "button", ["action_id"] = verb, ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = "Press" } };

    private static (string Block, JsonObject Element) Choice(JsonObject view, string block)
    {
        var options = view["blocks"]!.AsArray().Single(one => (string?)one!["block_id"] == block)!["element"]!["options"]!.AsArray();
        return (block, new JsonObject { ["type"] = "static_select", ["selected_option"] = options[^1]!.DeepClone() });
    }
}
