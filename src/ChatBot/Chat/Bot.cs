using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Chat;

/// <summary>Takes a turn from every channel to its answer: who, what is meant, the handler, the card, one commit.</summary>
internal sealed partial class Bot(
    IServiceScopeFactory scopes, Phrasebook phrasebook, CardTemplates templates, GroupCommit commits, TimeProvider clock, ILogger<Bot> logger)
{
    /// <summary>
    /// Answers. Everything that the turn looked at and changed, the delivery of a stated verdict, and that its inbox event is done, is committed in one
    /// transaction before this returns; when it throws, nothing is, and the event stays undone. Null when there is nothing to say: a second welcome,
    /// somebody leaving.
    /// </summary>
    public async Task<Answer?> Answer(Turn turn, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var effects = scope.ServiceProvider.GetRequiredService<TurnEffects>();
        if (turn.Kind == TurnKind.Departed)
        {
            await Commit(turn, effects, null, null, now, cancel);
            return null;
        }

        var person = turn.InRoom ? null : await scope.ServiceProvider.GetRequiredService<Accounts>().PersonOf(turn.Account, cancel);
        var asked = new Asked(turn, phrasebook.Understand(turn, person is not null), person, now);
        var (reply, card) = await Handle(asked, scope.ServiceProvider, effects, cancel);
        var key = KeyOf(asked, reply);
        return await Commit(turn, effects, key, reply.StatedSheet, now, cancel) ? new Answer(card, CardText.Summary(card), key) : null;
    }

    /// <summary>The reply as a card; the one of <see cref="Phrasebook.Trouble"/> when the handler or its card fails.</summary>
    private async Task<(Reply Reply, JsonObject Card)> Handle(Asked asked, IServiceProvider services, TurnEffects effects, CancellationToken cancel)
    {
        try
        {
            return await Make(asked, services, cancel);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogFailed(logger, asked.Turn.Key, asked.Understood.Row.Name, exception);
            effects.DropChanges();
            var trouble = new Understood(phrasebook.Find(Phrasebook.Trouble)!, Guessed: false, []);
            return await Make(asked with { Understood = trouble }, services, cancel);
        }
    }

    private async Task<(Reply Reply, JsonObject Card)> Make(Asked asked, IServiceProvider services, CancellationToken cancel)
    {
        var handler = (IHandler)services.GetRequiredService(asked.Understood.Row.Handler);
        var reply = await handler.Answer(asked, cancel);
        return (reply, templates[reply.Card.Template].Expand(reply.Card.Data));
    }

    /// <summary>A reply that states a verdict has a delivery of its own; the welcome has one for ever, so two install events make one.</summary>
    private static DeliveryKey? KeyOf(Asked asked, Reply reply) =>
        asked.Person is not { } person ? null
        : asked.Understood.Row.Name == Phrasebook.Welcome && asked.Turn.Kind == TurnKind.Arrived ? new DeliveryKey("welcome", person, "once")
        : reply.StatedSheet is null ? null
        : new DeliveryKey("reply", person, asked.Turn.Key);

    /// <summary>False when a delivery with this key has left before.</summary>
    private Task<bool> Commit(Turn turn, TurnEffects effects, DeliveryKey? key, Guid? about, DateTimeOffset now, CancellationToken cancel) =>
        commits.Run(
            async (db, token) =>
            {
                await effects.WriteTo(db, token);
                var first = key is null || await DeliveryLedger.Sending(db, key, about, turn.Account.Channel.ToString(), now, token);
                await Inbox.Done(db, turn.Key, now, token);
                return first;
            },
            cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} failed in {Command}.")]
    private static partial void LogFailed(ILogger logger, string turn, string command, Exception exception);
}
