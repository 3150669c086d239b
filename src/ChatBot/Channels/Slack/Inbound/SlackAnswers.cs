using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Cards.BlockKit;
using ChatBot.Channels.Slack.Outbound;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>Has an event answered and shows the answer where the event happened.</summary>
internal sealed partial class SlackAnswers(
    Bot bot, IServiceScopeFactory scopes, SlackApi api, Visitors visitors, Addresses addresses, DeliveryLedger ledger, SlackSettings settings, TimeProvider clock,
    ILogger<SlackAnswers> log)
{
    private const int MostTries = 3;

    /// <summary>A reply is not waited for longer than this; the person has gone on by then.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Answers and shows.</summary>
    public async Task AnswerAndShow(SlackEvent happened, CancellationToken cancel)
    {
        if (happened.What == Happening.Removed)
        {
            LogRemoved(log, happened.Team);
        }

        if (happened.What == Happening.HomeOpened)
        {
            await ShowHome(happened, cancel);
        }
        else if (await Answer(happened, cancel) is { } answer)
        {
            await Show(happened, answer, cancel);
        }
    }

    /// <summary>The answer, all that it rests on committed; null when there is nothing to say. What became of it must be told to <see cref="Settle"/>.</summary>
    public async Task<Answer?> Answer(SlackEvent happened, CancellationToken cancel) => await bot.Answer(await TurnOf(happened, cancel), cancel);

    /// <summary>Shows the answer where the event happened.</summary>
    public async Task Show(SlackEvent happened, Answer answer, CancellationToken cancel)
    {
        var outcome = await Shown(happened, answer.Card, cancel);
        if (answer.Person is { } person && outcome is SlackOutcome.Accepted { Message: { Length: > 0 } shown } && shown == happened.Place.Message)
        {
            await ledger.ShowsAnother(person, nameof(Channel.Slack), shown, cancel);
        }

        await Settle(answer, outcome, cancel);
        if (outcome is not SlackOutcome.Accepted)
        {
            LogNotShown(log, happened.Key, outcome.Why);
        }
    }

    /// <summary>Writes what became of an answer that has a delivery.</summary>
    public Task Settle(Answer answer, SlackOutcome outcome, CancellationToken cancel) => (answer.Delivery, outcome) switch
    {
        (null, _) => Task.CompletedTask,
        ({ } key, SlackOutcome.Accepted accepted) => ledger.Sent(key, accepted.Message, cancel),
        ({ } key, SlackOutcome.Unclear unclear) => ledger.Unclear(key, unclear.Code, cancel),
        ({ } key, _) => ledger.Failed(key, outcome.Why, cancel),
    };

    private async Task<Turn> TurnOf(SlackEvent happened, CancellationToken cancel)
    {
        var visitor = happened.What == Happening.Removed ? Visitor.Stranger : await visitors.Of(happened, cancel);
        var account = new Account(Channel.Slack, happened.Team.Length > 0 ? happened.Team : happened.Enterprise, happened.User, visitor.Email);
        if (visitor.IsMember && happened is { What: Happening.Said or Happening.ChatOpened, Place: { IsRoom: false, IsEphemeral: false, Channel.Length: > 0 } place })
        {
            await using var scope = scopes.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<Accounts>().PersonOf(account, cancel) is { } person)
            {
                await addresses.Keep(person, account.Tenant, happened.User, place.Channel, cancel);
            }
        }

        return new Turn
        {
            Key = happened.Key,
            Account = account,
            Kind = happened.What switch
            {
                Happening.Said or Happening.Commanded => TurnKind.Typed,
                Happening.ChatOpened => TurnKind.Arrived,
                Happening.Removed => TurnKind.Departed,
                _ => TurnKind.Pressed,
            },
            Text = happened.Text,
            Command = happened.Command,
            Inputs = happened.Inputs,
            InRoom = happened.Place.IsRoom,
            ByOutsider = !visitor.IsMember && happened.What != Happening.Removed,
            At = clock.GetUtcNow(),
        };
    }

    /// <summary>The cards of the settings, one below the other. Each says what it says as if it had been asked for.</summary>
    private async Task ShowHome(SlackEvent happened, CancellationToken cancel)
    {
        var commands = SlackSettings.List(settings.Home);
        var turn = await TurnOf(happened, cancel);
        var answers = new List<Answer>();
        for (var i = 0; i < commands.Count; i++)
        {
            // The last one ends the event; until then a crash leaves it to be done again.
            var key = i == commands.Count - 1 ? turn.Key : $"{turn.Key}:{i}";
            if (await bot.Answer(turn with { Key = key, Command = commands[i] }, cancel) is { } answer && !answers.Exists(one => JsonNode.DeepEquals(one.Card, answer.Card)))
            {
                answers.Add(answer);
            }
        }

        if (answers.Count > 0)
        {
            var outcome = await api.PublishHome(happened.User, CardBlocks.Home(Together(answers)), cancel);
            foreach (var answer in answers)
            {
                await Settle(answer, outcome, cancel);
            }
        }
    }

    private static JsonObject Together(IReadOnlyList<Answer> answers)
    {
        var body = new JsonArray();
        foreach (var answer in answers)
        {
            body.Add((JsonNode)new JsonObject { ["type"] = "Container", ["separator"] = true, ["items"] = answer.Card["body"]?.DeepClone() ?? new JsonArray() });
            if (answer.Card["actions"] is JsonArray actions)
            {
                body.Add((JsonNode)new JsonObject { ["type"] = "ActionSet", ["actions"] = actions.DeepClone() });
            }
        }

        return new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = body };
    }

    /// <summary>A form opens at once where a press or a command gave a trigger; where that is too late, or nothing was pressed, a message offers it.</summary>
    private async Task<SlackOutcome> Shown(SlackEvent happened, JsonObject card, CancellationToken cancel)
    {
        var place = happened.Place;
        var isForm = CardBlocks.IsForm(card);
        if (isForm && place.Trigger.Length > 0 && happened.What != Happening.Submitted && await api.OpenView(place.Trigger, CardBlocks.Modal(card), cancel) is SlackOutcome.Accepted opened)
        {
            return opened;
        }

        if (place.OnHome && !isForm)
        {
            return await Patient(() => api.PublishHome(happened.User, CardBlocks.Home(card), cancel), cancel);
        }

        var message = CardBlocks.Message(card, isForm ? Again(happened) : null);
        return happened switch
        {
            { What: Happening.Commanded } or { Place.IsEphemeral: true } when place.ResponseUrl.Length > 0 =>
                await Patient(() => api.Respond(place.ResponseUrl, message, replace: place.IsEphemeral && !isForm, cancel), cancel),
            { Place.IsRoom: true } => await Patient(() => api.PostEphemeral(place.Channel, happened.User, message, place.Thread, cancel), cancel),
            { What: Happening.Pressed, Place: { Channel.Length: > 0, Message.Length: > 0 } } when !isForm => await Replace(place, message, cancel),
            { Place.Channel.Length: > 0 } => await Patient(() => api.Post(place.Channel, message, place.Thread, cancel), cancel),
            _ => await PostToChat(happened.User, message, cancel),
        };
    }

    private async Task<SlackOutcome> Replace(Place place, BlockMessage message, CancellationToken cancel)
    {
        var outcome = await Patient(() => api.Update(place.Channel, place.Message, message, cancel), cancel);
        return outcome is SlackOutcome.Refused { Code: var code } && SlackError.CannotUpdate(code)
            ? await Patient(() => api.Post(place.Channel, message, place.Thread, cancel), cancel)
            : outcome;
    }

    private async Task<SlackOutcome> PostToChat(string user, BlockMessage message, CancellationToken cancel)
    {
        var opened = await Patient(() => api.OpenChat(user, cancel), cancel);
        return opened is SlackOutcome.Accepted { Body: var chat } && chat.Object("channel").Id("id") is { Length: > 0 } channel
            ? await Patient(() => api.Post(channel, message, string.Empty, cancel), cancel)
            : opened;
    }

    /// <summary>What the button that opens a form does: the same thing once more, now with a trigger.</summary>
    private static BlockAction Again(SlackEvent happened)
    {
        var data = new JsonObject();
        foreach (var (name, value) in happened.Inputs)
        {
            data[name] = value;
        }

        return new BlockAction(
            BlockAction.OpenForm,
            happened.Command.Length > 0 ? new BlockAction(happened.Command, data).ToJson() : new JsonObject { ["said"] = happened.Text });
    }

    /// <summary>Tries again what was not accepted for now, as long as somebody waits; never what may have arrived.</summary>
    private async Task<SlackOutcome> Patient(Func<Task<SlackOutcome>> attempt, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var outcome = await attempt();
            if (outcome is not SlackOutcome.NotNow wait || tries == MostTries || wait.After > LongestWait)
            {
                return outcome;
            }

            await Task.Delay(wait.After ?? TimeSpan.FromSeconds(tries), clock, cancel);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {Event} did not arrive: {Code}")]
    private static partial void LogNotShown(ILogger log, string @event, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The Slack app was removed from workspace {Team}, or its token revoked. Nothing can be sent there until it is installed again and Slack:BotToken is set to the new token.")]
    private static partial void LogRemoved(ILogger log, string team);
}
