using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Channels.Slack.Inbound;

/// <summary>Events that were acknowledged and are answered by a call to Slack.</summary>
internal sealed class Backlog(
    SlackAnswers answers, Inbox inbox, IDbContextFactory<BotDb> databases, SlackSettings settings, TimeProvider clock, ILogger<Backlog> log)
    : Backlog<SlackEvent>(Channel.Slack, settings.Workers, inbox, databases, clock, log)
{
    /// <inheritdoc />
    protected override (string Key, SlackEvent Event)? Read(UndoneEvent left) =>
        Envelope.Read(left.Payload) is { } envelope && EventReader.Read(envelope) is { } happened ? (happened.Key, happened) : null;

    /// <inheritdoc />
    protected override Task Answer(SlackEvent taken, CancellationToken cancel) => answers.AnswerAndShow(taken, cancel);
}
