using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/queue.json</c> is given: the cases of a reviewer by their references, and nothing of whom they are.</summary>
internal sealed record QueueCard
{
    /// <summary>Cases on one page.</summary>
    public const int PageLength = 10;

    /// <summary>Buttons that open a case.</summary>
    private const int MostOpens = 2;

    /// <summary>Whether the viewer reviews cases; decides everything else.</summary>
    public required bool Reviews { get; init; }

    /// <summary>How many are the viewer's.</summary>
    public string Mine { get; init; } = string.Empty;

    /// <summary>How many are free.</summary>
    public string Free { get; init; } = string.Empty;

    /// <summary>How many there are in all that the viewer may know of; null for none.</summary>
    public string? All { get; init; }

    /// <summary>How many each other reviewer holds, in words; null where none does.</summary>
    public string? Others { get; init; }

    /// <summary>What is shown only, in words; null for everything.</summary>
    public string? Only { get; init; }

    /// <summary>The page's cases, the oldest clock first.</summary>
    public IReadOnlyList<QueueLine> Lines { get; init; } = [];

    /// <summary>Which of how many are on the page; null where all are.</summary>
    public string? Shown { get; init; }

    /// <summary>Button that takes the free one with the oldest clock; null for none.</summary>
    public QueueTake? Take { get; init; }

    /// <summary>References of cases with a button that opens them.</summary>
    public IReadOnlyList<string> Opens { get; init; } = [];

    /// <summary>The filter for buttons, see <see cref="QueueFilter.Kept"/>.</summary>
    public string Filter { get; init; } = string.Empty;

    /// <summary>Number of the next page; null on the last.</summary>
    public string? NextPage { get; init; }

    /// <summary>A button with another filter.</summary>
    public QueueSwitch? Switch { get; init; }

    /// <summary>The card.</summary>
    public static QueueCard Of(Queue queue, QueueFilter filter, int page, Asked asked, ActionTokens tokens, Wording wording)
    {
        var fitting = queue.Cases.Where(one => filter.Holds(one.Case.Appeal, one.Share)).ToList();
        page = Math.Clamp(page, 1, Math.Max(1, (fitting.Count + PageLength - 1) / PageLength));
        var shown = fitting.Skip((page - 1) * PageLength).Take(PageLength).ToList();
        var (from, to) = (((page - 1) * PageLength) + 1, ((page - 1) * PageLength) + shown.Count);
        return new QueueCard
        {
            Reviews = true,
            Mine = wording.Number(queue.Count(QueueShare.Mine)),
            Free = wording.Number(queue.Count(QueueShare.Free)),
            All = queue.All == 0 ? null : wording.Number(queue.All),
            Others = queue.Others.Count == 0 ? null : string.Join(", ", queue.Others.Select(wording.Number)),
            Only = filter.InWords(wording),
            Lines = [.. shown.Select(one => Line(one, asked.Now, wording))],
            Shown = fitting.Count > PageLength ? $"{wording.Number(from)}–{wording.Number(to)} of {wording.Number(fitting.Count)}" : null,
            Take = shown.Where(one => one.Share == QueueShare.Free).Select(one => QueueTake.Of(one.Case, asked, tokens)).FirstOrDefault(),
            Opens = [.. shown.Where(one => one.Share != QueueShare.Free).OrderBy(one => one.Share).Take(MostOpens).Select(one => one.Case.Reference)],
            Filter = filter.Kept,
            NextPage = to < fitting.Count ? wording.Number(page + 1) : null,
            Switch = Other(queue, filter),
        };
    }

    private static QueueLine Line(Queued one, DateTimeOffset now, Wording wording) => new(
        one.Case.Reference,
        AppealWords.Of(one.Case.Appeal.Ground),
        QueueWords.Disputed(one.Case.Appeal, wording),
        QueueWords.Standing(one.Case.Appeal, one.Share),
        wording.Sentence(QueueWords.Due(one.Case.Appeal, now, wording)));

    /// <summary>Back to everything; from there to one's own where others are among them, else to the free ones.</summary>
    private static QueueSwitch? Other(Queue queue, QueueFilter filter) =>
        !filter.IsAll ? new QueueSwitch("Show all", string.Empty)
        : queue.Count(QueueShare.Mine) is var mine && mine > 0 && mine < queue.Cases.Count ? new QueueSwitch("Only mine", new QueueFilter(QueueShare.Mine, null, null).Kept)
        : queue.Count(QueueShare.Free) is var free && free > 0 && free < queue.Cases.Count ? new QueueSwitch("Only free ones", new QueueFilter(QueueShare.Free, null, null).Kept)
        : null;
}

/// <summary>One case of the queue.</summary>
/// <param name="Reference">What it is called.</param>
/// <param name="Ground">Its ground.</param>
/// <param name="Disputed">The days, and the tool where one is named.</param>
/// <param name="Standing">Whose it is and what it waits for.</param>
/// <param name="Due">How long there is to rule.</param>
internal sealed record QueueLine(string Reference, string Ground, string Disputed, string Standing, string Due);

/// <summary>A button that takes a case.</summary>
/// <param name="Reference">What it is called.</param>
/// <param name="Token">Its token.</param>
internal sealed record QueueTake(string Reference, string Token)
{
    /// <summary>The button of a case as it is now.</summary>
    public static QueueTake Of(Storage.Case found, Asked asked, ActionTokens tokens) =>
        new(found.Reference, tokens.Mint(asked.Person!.Value, ReviewPhrases.Claim, found.Appeal.Id.ToString("N"), asked.Now, found.Version));
}

/// <summary>A button that shows the queue with another filter.</summary>
/// <param name="Title">What it says.</param>
/// <param name="Filter">The filter.</param>
internal sealed record QueueSwitch(string Title, string Filter);
