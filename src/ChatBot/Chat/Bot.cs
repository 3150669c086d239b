using System.Text.Json.Nodes;
using ChatBot.Cards;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Chat;

/// <summary>Takes a turn from every channel to its answer: who, what is meant, the handler, the card, one commit.</summary>
internal sealed partial class Bot(
    IServiceScopeFactory scopes, Phrasebook phrasebook, CardTemplates templates, GroupCommit commits, TimeProvider clock, ILogger<Bot> logger)
{
    /// <summary>How often a turn is handled anew because somebody else was first; each time one of them got through.</summary>
    private const int MostTries = 10;

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
            await Commit(turn, effects, null, null, null, null, now, cancel);
            return null;
        }

        var person = turn.InRoom || turn.ByOutsider ? null : await scope.ServiceProvider.GetRequiredService<Accounts>().PersonOf(turn.Account, cancel);
        var (asked, token) = await Ask(turn, person, now, scope.ServiceProvider, cancel);
        var (end, answer) = await HandleAndCommit(asked, token, now, scope.ServiceProvider, effects, cancel);
        if (end == CommitEnd.TokenGone)
        {
            effects.DropChanges();
            (end, answer) = await HandleAndCommit(UsedUp(asked), null, now, scope.ServiceProvider, effects, cancel);
        }

        return end == CommitEnd.Done ? answer : null;
    }

    /// <summary>Handles and commits; where what the handler had read was changed by somebody before the commit, both once more from what holds then.</summary>
    private async Task<(CommitEnd End, Answer Answer)> HandleAndCommit(
        Asked asked, ActionToken? token, DateTimeOffset now, IServiceProvider services, TurnEffects effects, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var (reply, card) = await Handle(asked, services, effects, cancel);
            var key = KeyOf(asked, reply);
            try
            {
                var end = await Commit(asked.Turn, effects, asked.Person, token, key, reply.StatedSheet, now, cancel);
                return (end, new Answer(card, CardText.Summary(card), key) { Person = asked.Person });
            }
            catch (OvertakenException) when (tries < MostTries)
            {
                effects.DropChanges();
            }
        }
    }

    /// <summary>What is asked. A pressed button that changes something is heard only with its token; the commit then has the last word.</summary>
    private async Task<(Asked Asked, ActionToken? Token)> Ask(Turn turn, Guid? person, DateTimeOffset now, IServiceProvider services, CancellationToken cancel)
    {
        var asked = new Asked(turn, phrasebook.Understand(turn, person is not null), person, now);
        var row = asked.Understood.Row;
        if (turn.Kind != TurnKind.Pressed)
        {
            return (asked with { Object = row.Object?.Invoke(turn.Text) ?? string.Empty }, null);
        }

        if (row.Effect == Effect.Shows || person is not { } presser)
        {
            return (asked, null);
        }

        var found = await services.GetRequiredService<ActionTokens>().Find(turn.Inputs.GetValueOrDefault(ActionTokens.Input), presser, row.Name, now, cancel);
        asked = asked with { Object = found?.Token.Object ?? string.Empty, Version = found?.Token.Version ?? 0 };
        return found is { IsGood: true } ? (asked, found.Value.Token) : (UsedUp(asked), null);
    }

    private Asked UsedUp(Asked asked)
    {
        var row = asked.Understood.Row;
        return asked with { Understood = new Understood(phrasebook.Find(row.WhenUsed ?? Phrasebook.UsedUp)!, Guessed: false, [row]) };
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

    /// <summary>Everything of the turn in one transaction, its token first: where that is gone by now, nothing is written.</summary>
    private Task<CommitEnd> Commit(
        Turn turn, TurnEffects effects, Guid? presser, ActionToken? token, DeliveryKey? key, Guid? about, DateTimeOffset now, CancellationToken cancel) =>
        commits.Run(
            async (db, stop) =>
            {
                if (token is not null && !await ActionTokens.Use(db, token, presser!.Value, now, stop))
                {
                    return CommitEnd.TokenGone;
                }

                if (!await effects.StillHold(db, stop))
                {
                    throw new OvertakenException();
                }

                await effects.WriteTo(db, stop);
                var first = key is null || await DeliveryLedger.Sending(db, key, about, turn.Account.Channel.ToString(), now, stop);
                await Inbox.Done(db, turn.Key, now, stop);
                return first ? CommitEnd.Done : CommitEnd.SaidBefore;
            },
            cancel);

    private enum CommitEnd
    {
        Done,

        /// <summary>A delivery with this key has left before.</summary>
        SaidBefore,

        /// <summary>The button was used by another press meanwhile.</summary>
        TokenGone,
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Turn {Turn} failed in {Command}.")]
    private static partial void LogFailed(ILogger logger, string turn, string command, Exception exception);
}
