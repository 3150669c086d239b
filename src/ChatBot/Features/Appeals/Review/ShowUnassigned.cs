using System.Globalization;
using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/unassigned.json</c> is given: cases without any independent reviewer, by their references.</summary>
internal sealed record UnassignedCard
{
    /// <summary>Cases on one page: each has a button of its own.</summary>
    public const int PageLength = 4;

    /// <summary>Whether the viewer is of the programme office; decides everything else.</summary>
    public required bool Names { get; init; }

    /// <summary>The page's cases, the oldest clock first.</summary>
    public IReadOnlyList<UnassignedLine> Lines { get; init; } = [];

    /// <summary>Which of how many are on the page; null where all are.</summary>
    public string? Shown { get; init; }

    /// <summary>Number of the next page; null on the last.</summary>
    public string? NextPage { get; init; }

    /// <summary>The card.</summary>
    public static UnassignedCard Of(IReadOnlyList<Case> cases, int page, DateTimeOffset now, Wording wording)
    {
        page = Math.Clamp(page, 1, Math.Max(1, (cases.Count + PageLength - 1) / PageLength));
        var first = (page - 1) * PageLength;
        var shown = cases.Skip(first).Take(PageLength).ToList();
        return new UnassignedCard
        {
            Names = true,
            Lines = [.. shown.Select(one => new UnassignedLine(one.Reference, AppealWords.Of(one.Appeal.Ground), one.Appeal.Level == 2, wording.Sentence(QueueWords.Due(one.Appeal, now, wording))))],
            Shown = cases.Count > PageLength ? $"{wording.Number(first + 1)}–{wording.Number(first + shown.Count)} of {wording.Number(cases.Count)}" : null,
            NextPage = first + shown.Count < cases.Count ? wording.Number(page + 1) : null,
        };
    }
}

/// <summary>One case that waits for somebody to be named.</summary>
/// <param name="Reference">What it is called.</param>
/// <param name="Ground">Its ground.</param>
/// <param name="Second">Whether it is on the second level.</param>
/// <param name="Due">How long there is to rule.</param>
internal sealed record UnassignedLine(string Reference, string Ground, bool Second, string Due);

/// <summary>Shows the programme office the cases that nobody of the reviewers can take, and of one that is named the form to name who reviews it.</summary>
internal sealed class ShowUnassigned(BotDb db, FindCase find, NameForm form) : IHandler
{
    /// <summary>What buttons of the card carry.</summary>
    public const string PageInput = "page";

    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel)
    {
        var isSpent = asked.Understood.Nearest.Count > 0;
        return asked.Turn.Kind == TurnKind.Pressed && !isSpent && asked.Turn.Inputs.ContainsKey(NamedCase.Input)
            ? await form.Of(await find.ForOffice(asked, cancel), NameSaid.Nothing, string.Empty, asked, cancel)
            : new Reply(new CardContent("unassigned", await Card(asked, cancel)));
    }

    private async Task<UnassignedCard> Card(Asked asked, CancellationToken cancel)
    {
        var viewer = asked.Self.Person!.Value;
        var waiting = await Cases.Waiting(db, cancel);
        var chart = await ShowQueue.Around(db, waiting, viewer, asked.Today, cancel);
        if (!chart.IsOffice(viewer))
        {
            return new UnassignedCard { Names = false };
        }

        var cases = waiting.Where(one => one.Appeal.Reviewer is null && Independence.MayName(chart, one.Appeal, viewer)
            && Independence.IndependentReviewers(chart, one.Appeal).Count == 0).ToList();
        var page = int.TryParse(asked.Turn.Inputs.GetValueOrDefault(PageInput), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return UnassignedCard.Of(cases, page, asked.Now, wording: form.Wording);
    }
}
