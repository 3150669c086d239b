using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>What is said above one's own cases.</summary>
internal enum AppealsSaid
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>It is too late to contest what was told.</summary>
    WindowClosed,

    /// <summary>There is none to take back.</summary>
    NoneToWithdraw,

    /// <summary>There is none to take to the second level.</summary>
    NoneToEscalate,

    /// <summary>There is none to add to.</summary>
    NoneToAddTo,

    /// <summary>Several could be meant.</summary>
    Which,
}

/// <summary>What <c>cards/appeals.json</c> is given.</summary>
/// <param name="Said">What is said above the list.</param>
/// <param name="LastDay">For a window that has closed: its last day.</param>
/// <param name="Cases">The cases, the open ones first.</param>
/// <param name="Buttons">References of those that have a button.</param>
/// <param name="More">Whether there are more than are listed.</param>
internal sealed record AppealsCard(AppealsSaid Said, string? LastDay, IReadOnlyList<AppealLine> Cases, IReadOnlyList<AppealButton> Buttons, bool More)
{
    private const int MostLines = 10;

    /// <summary>A card has five buttons.</summary>
    private const int MostButtons = 4;

    /// <summary>The card's data.</summary>
    public static AppealsCard Of(IReadOnlyList<Case> cases, AppealsSaid said, DateTimeOffset now, string? lastDay, Wording wording)
    {
        var ordered = cases.OrderByDescending(one => one.Appeal.IsOpen).ThenByDescending(one => one.Appeal.FiledAt).ToList();
        return new AppealsCard(
            said,
            lastDay,
            [.. ordered.Take(MostLines).Select(one => Line(one, now, wording))],
            [.. ordered.Take(MostButtons).Select(one => new AppealButton(one.Reference))],
            ordered.Count > MostLines);
    }

    private static AppealLine Line(Case one, DateTimeOffset now, Wording wording)
    {
        var appeal = one.Appeal;
        var today = appeal.Calendar.Day(now);
        return new AppealLine(
            one.Reference,
            AppealWords.Of(appeal.Ground),
            wording.Quarter(appeal.Quarter),
            AppealWords.Of(appeal.State),
            appeal.State switch
            {
                AppealState.NeedsInfo => $"please answer by {wording.Day(appeal.AnswerBy!.Value, today)}",
                AppealState.Filed or AppealState.InReview or AppealState.Escalated => $"decided by {wording.Day(appeal.Clock.RuleBy, today)}",
                AppealState.Ruled when WriteAppeal.MayEscalate(appeal, now) => $"{AppealWords.Of(appeal.Rulings[^1].Outcome)}; second level until {wording.Day(appeal.EscalateBy!.Value, today)}",
                AppealState.Withdrawn => null,
                _ => AppealWords.Of(appeal.Rulings[^1].Outcome),
            });
    }
}

/// <summary>One case.</summary>
/// <param name="Reference">What people call it.</param>
/// <param name="Ground">The ground.</param>
/// <param name="Quarter">The quarter.</param>
/// <param name="Stands">Where it stands.</param>
/// <param name="Next">What comes next or what came of it; null for nothing.</param>
internal sealed record AppealLine(string Reference, string Ground, string Quarter, string Stands, string? Next);

/// <summary>The button of a case.</summary>
internal sealed record AppealButton(string Reference);

/// <summary>What <c>cards/appealgone.json</c> is given: nothing, so that it cannot tell.</summary>
internal sealed record AppealGoneCard;
