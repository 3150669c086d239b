using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Makes what the person who appeals is told when its turn has come: a question, that the case has gone to the second level, and the decision.</summary>
internal sealed class MakeAppealNews(BotDb db, RulingMessage ruling, RecipientHours hours, Wording wording) : IDeliveryMaker
{
    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        var (id, step) = NumberedStep.Of(due.Key);
        if (await Recipients.One(db, due.Key.Recipient, cancel) is not { } recipient)
        {
            return Not(WithholdingReason.Gone);
        }

        if (await Cases.Find(db, id, cancel) is not { } found || found.Appeal.Person != due.Key.Recipient || !Stands(found, step))
        {
            return Not(WithholdingReason.MovedOn);
        }

        return hours.Ask(recipient, await Holidays.Read(db, cancel), due.Now)
            ?? (step.Step == NewsStep.Ruling ? await ruling.Make(found, step.Number, due, cancel) : new Making.Ready(new CardContent("appealnews", await News(found, step, due.Copy, cancel))));
    }

    /// <summary>The card's data.</summary>
    /// <param name="found">The case.</param>
    /// <param name="step">What happened.</param>
    /// <param name="copy">1 for the first copy.</param>
    /// <param name="question">The question; null where none is open.</param>
    /// <param name="wording">The words.</param>
    public static AppealNewsCard Card(Case found, NumberedStep step, int copy, string? question, Wording wording) => new()
    {
        Step = step.Step,
        Reference = found.Reference,
        IsCopy = copy > 1,
        Question = question is null ? null : new Supplied(question),
        AnswerBy = found.Appeal.AnswerBy is { } day ? wording.Day(day) : null,
        Missed = step.Step == NewsStep.Escalated ? wording.Day(CaseClock.Start(found.Appeal.Calendar, found.Appeal.Calendar.Day(found.Appeal.FiledAt)).RuleBy) : null,
        RuleBy = wording.Day(found.Appeal.Clock.RuleBy),
    };

    private async Task<AppealNewsCard> News(Case found, NumberedStep step, int copy, CancellationToken cancel)
    {
        var question = step.Step == NewsStep.Question ? (await Cases.History(db, found.Appeal.Id, cancel)).Single(x => x.Version == step.Number).Text : null;
        return Card(found, step, copy, question, wording);
    }

    /// <summary>Whether it still is as the message says. A question is answered at most once, so while one is open it is the last that was put.</summary>
    private static bool Stands(Case found, NumberedStep step) => step.Step switch
    {
        NewsStep.Question => found.Appeal.State == AppealState.NeedsInfo && step.Number <= found.Version,
        NewsStep.Escalated => found.Appeal.IsOpen,
        _ => found.Appeal.Rulings.Any(one => one.Level == step.Number),
    };

    private static Making.Withheld Not(WithholdingReason reason) => new(reason.ToString());
}
