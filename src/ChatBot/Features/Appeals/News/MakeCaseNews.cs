using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Makes what a reviewer or somebody of the programme office is told of a case when its turn has come: if it still is theirs to know by the directory as it
/// is then, and still stands as it did. It names the case by its reference and nobody.
/// </summary>
internal sealed class MakeCaseNews(BotDb db, ActOnCase acts, RecipientHours hours, Wording wording) : IDeliveryMaker
{
    /// <inheritdoc />
    public async Task<Making> Make(DueDelivery due, CancellationToken cancel)
    {
        var (id, step) = NumberedStep.Of(due.Key);
        if (await Recipients.One(db, due.Key.Recipient, cancel) is not { } recipient)
        {
            return Not(WithholdingReason.Gone);
        }

        if (await Cases.Find(db, id, cancel) is not { } found)
        {
            return Not(WithholdingReason.MovedOn);
        }

        var chart = await acts.Chart(found, new Actor(due.Key.Recipient), null, due.Now, cancel);
        return !IsTheirs(found.Appeal, step, due.Key.Recipient, chart) ? Not(WithholdingReason.NotTheirs)
            : !Stands(found.Appeal, step, due.Key.Recipient, chart) ? Not(WithholdingReason.MovedOn)
            : hours.Ask(recipient, await Holidays.Read(db, cancel), due.Now) ?? new Making.Ready(new CardContent("casenews", Card(found, step, due.Copy, wording)));
    }

    /// <summary>The card's data.</summary>
    public static CaseNewsCard Card(Case found, NumberedStep step, int copy, Wording wording) => new()
    {
        Step = step.Step,
        Reference = found.Reference,
        IsCopy = copy > 1,
        SecondLevel = found.Appeal.Level == 2,
        Ground = AppealWords.Of(found.Appeal.Ground),
        TakeBy = wording.Day(found.Appeal.Clock.TriageBy),
        RuleBy = wording.Day(found.Appeal.Clock.RuleBy),
    };

    /// <summary>Whether it is theirs to know of; of the programme office, whether they may name a reviewer.</summary>
    private static bool IsTheirs(Appeal appeal, NumberedStep step, Guid person, OrgChart chart) => step.Step switch
    {
        NewsStep.Unassigned => Independence.MayName(chart, appeal, person),
        NewsStep.Withdrawn => Independence.Of(chart, appeal, person) == Conflict.None,
        _ => Independence.Of(chart, appeal, person) == Conflict.None && (chart.IsReviewer(person) || appeal.Reviewer == person),
    };

    /// <summary>Whether it still is as the message says.</summary>
    private static bool Stands(Appeal appeal, NumberedStep step, Guid person, OrgChart chart) => step.Step switch
    {
        NewsStep.New or NewsStep.Triage => appeal is { IsOpen: true, Reviewer: null } && appeal.Level == step.Number,
        NewsStep.Again => appeal is { IsOpen: true, Reviewer: null },
        NewsStep.Unassigned => appeal is { IsOpen: true, Reviewer: null } && appeal.Level == step.Number && Independence.IndependentReviewers(chart, appeal).Count == 0,
        NewsStep.Warning => appeal.IsOpen && appeal.Level == step.Number && CaseAccess.IsInQueue(chart, appeal, person),
        NewsStep.Second => appeal is { IsOpen: true, Proposed: { } proposed } && proposed.Reviewer != person,
        NewsStep.Withdrawn => appeal.State == AppealState.Withdrawn,
        _ => appeal.IsOpen && appeal.Reviewer == person,
    };

    private static Making.Withheld Not(WithholdingReason reason) => new(reason.ToString());
}
