using System.Text;
using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>An activity and what it says that a person did.</summary>
internal sealed record TakenActivity(Activity Activity, Turn Turn);

/// <summary>Activities that were acknowledged and are answered by a message of the bot.</summary>
internal sealed class Backlog(
    TurnAnswers answers, Inbox inbox, IDbContextFactory<BotDb> databases, TeamsSettings settings, TimeProvider clock, ILogger<Backlog> log)
    : Backlog<TakenActivity>(Channel.Teams, settings.Workers, inbox, databases, clock, log)
{
    /// <inheritdoc />
    protected override (string Key, TakenActivity Event)? Read(UndoneEvent left) =>
        ActivityReader.Read(Encoding.UTF8.GetBytes(left.Payload)) is { } activity && TurnReader.Read(activity, left.ReceivedAt) is { } turn
            ? (turn.Key, new TakenActivity(activity, turn))
            : null;

    /// <inheritdoc />
    protected override Task Answer(TakenActivity taken, CancellationToken cancel) => answers.AnswerByMessage(taken.Activity, taken.Turn, cancel);
}
