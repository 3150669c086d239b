using ChatBot.Channels.Teams.Outbound;
using ChatBot.Chat;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>Has a turn answered and takes the answer back to where the turn came from.</summary>
internal sealed partial class TurnAnswers(
    Bot bot, IServiceScopeFactory scopes, Connector connector, Addresses addresses, DeliveryLedger ledger, TimeProvider clock, ILogger<TurnAnswers> log)
{
    private readonly Recently<bool> greeted = new(TimeSpan.FromMinutes(10), clock);

    /// <summary>The answer, all that it rests on committed; null when there is nothing to say. What became of it must be told to <see cref="Settle"/>.</summary>
    public async Task<Answer?> Answer(Activity activity, Turn turn, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var person = await scope.ServiceProvider.GetRequiredService<Accounts>().PersonOf(turn.Account, cancel);
        if (person is { } known && turn.Kind == TurnKind.Departed)
        {
            await addresses.Close(known, cancel);
        }
        else if (person is { } here && !turn.InRoom)
        {
            await addresses.Keep(here, activity, cancel);
        }

        return await bot.Answer(turn, cancel);
    }

    /// <summary>Answers by a message of the bot in the same conversation.</summary>
    public async Task AnswerByMessage(Activity activity, Turn turn, CancellationToken cancel)
    {
        if (await Answer(activity, turn, cancel) is not { } answer || (turn.Kind == TurnKind.Arrived && answer.Delivery is null && !await FirstGreeting(activity)))
        {
            return;
        }

        var outcome = turn.Kind == TurnKind.Arrived
            ? await connector.Send(activity.ServiceUrl, activity.Conversation.Id, CardMessage.Of(answer.Card, answer.Summary), cancel)
            : await connector.Reply(activity.ServiceUrl, activity.Conversation.Id, activity.Id, CardMessage.Of(answer.Card, answer.Summary, activity.Id), cancel);
        await Settle(answer, outcome, cancel);
        if (outcome is not ConnectorOutcome.Accepted)
        {
            NotAnswered(log, turn.Key, outcome.ToString());
        }
    }

    /// <summary>Answers a pressed button by a message in place of the one it stands on; used when the press was waited for too long.</summary>
    public async Task ReplaceCard(Activity activity, Answer answer, CancellationToken cancel)
    {
        var message = CardMessage.Of(answer.Card, answer.Summary);
        var outcome = activity.ReplyToId.Length > 0
            ? await connector.Update(activity.ServiceUrl, activity.Conversation.Id, activity.ReplyToId, message, cancel)
            : await connector.Send(activity.ServiceUrl, activity.Conversation.Id, message, cancel);
        await SettleInPlace(answer, outcome, activity.ReplyToId, cancel);
    }

    /// <summary>Writes what became of an answer that was put in place of the card whose button was pressed.</summary>
    public async Task SettleInPlace(Answer answer, ConnectorOutcome outcome, string pressed, CancellationToken cancel)
    {
        if (answer.Person is { } person && pressed.Length > 0 && outcome is not ConnectorOutcome.Refused)
        {
            await ledger.ShowsAnother(person, nameof(Channel.Teams), pressed, cancel);
        }

        await Settle(answer, outcome, cancel);
    }

    /// <summary>Writes what became of an answer that has a delivery.</summary>
    public Task Settle(Answer answer, ConnectorOutcome outcome, CancellationToken cancel) => (answer.Delivery, outcome) switch
    {
        (null, _) => Task.CompletedTask,
        ({ } key, ConnectorOutcome.Accepted accepted) => ledger.Sent(key, accepted.Id, cancel),
        ({ } key, ConnectorOutcome.Refused refused) => ledger.Failed(key, refused.Code, cancel),
        ({ } key, ConnectorOutcome.Unclear unclear) => ledger.Unclear(key, unclear.Code, cancel),
        _ => throw new InvalidOperationException("An outcome nobody knows."),
    };

    /// <summary>
    /// An install comes as two events, and a person's welcome has a delivery key that makes them one. A stranger has none: there this process's memory serves.
    /// </summary>
    private async Task<bool> FirstGreeting(Activity activity)
    {
        var first = false;
        await greeted.Once(activity.Conversation.Id, () =>
        {
            first = true;
            return Task.FromResult(true);
        });
        return first;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to {Turn} did not arrive: {Outcome}")]
    private static partial void NotAnswered(ILogger log, string turn, string? outcome);
}
