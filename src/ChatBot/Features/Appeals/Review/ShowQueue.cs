using System.Globalization;
using ChatBot.Chat;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Answers "queue": the cases that who asks may review.</summary>
internal sealed class ShowQueue(BotDb db, ActionTokens tokens, Wording wording) : IHandler
{
    /// <summary>What buttons of the card carry.</summary>
    public const string FilterInput = "filter", PageInput = "page";

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) => new(new CardContent("queue", await Card(asked, cancel)));

    private async Task<QueueCard> Card(Asked asked, CancellationToken cancel)
    {
        var reviewer = asked.Self.Person!.Value;
        var waiting = await Cases.Waiting(db, cancel);
        var chart = await Around(db, waiting, reviewer, asked.Today, cancel);
        var queue = Queue.Of(waiting, chart, reviewer);
        if (!chart.IsReviewer(reviewer) && queue.Cases.Count == 0)
        {
            return new QueueCard { Reviews = false };
        }

        var isPressed = asked.Turn.Kind == TurnKind.Pressed;
        var filter = QueueFilter.Read(isPressed ? asked.Turn.Inputs.GetValueOrDefault(FilterInput) : asked.Object);
        var page = isPressed && int.TryParse(asked.Turn.Inputs.GetValueOrDefault(PageInput), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return QueueCard.Of(queue, filter, page, asked, tokens, wording);
    }

    /// <summary>The directory around many cases at once.</summary>
    public static Task<Domain.Appeals.OrgChart> Around(BotDb db, IReadOnlyList<Case> cases, Guid person, DateOnly day, CancellationToken cancel)
    {
        var concerned = cases.Select(one => one.Appeal).SelectMany(appeal => new[] { appeal.Person, appeal.Reviewer ?? appeal.Person, appeal.Proposed?.Reviewer ?? appeal.Person }
            .Concat(appeal.SetBy).Concat(appeal.FirstReviewers));
        return OrgCharts.Around(db, concerned.Append(person).Distinct(), day, cancel);
    }
}
