using ChatBot.Chat;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Shows findings to the programme office: counts and days, never a name.</summary>
internal sealed class FindingCards(BotDb db, Programme programme, Wording wording)
{
    /// <summary>The oldest that the person may know of after the one named; the oldest of all where none is, or none is after it.</summary>
    public async Task<FindingsCard> Show(Guid person, DateTimeOffset now, string? after, CancellationToken cancel)
    {
        var (seen, elsewhere) = (new List<(FindingRow Row, FindingRight Right)>(), false);
        foreach (var row in await Findings.In(db, FindingState.Proposed, cancel))
        {
            var right = await FindingRights.Of(db, row, person, now, cancel);
            elsewhere |= right == FindingRight.None;
            if (right != FindingRight.None)
            {
                seen.Add((row, right));
            }
        }

        // What they can decide comes first.
        seen = [.. seen.OrderByDescending(x => x.Right)];
        var last = seen.FindIndex(x => x.Row.Id.ToString("N") == after);
        var one = seen.Count == 0 ? default : seen[(last + 1) % seen.Count];
        return new FindingsCard
        {
            Said = FindingSaid.Nothing, One = seen.Count == 0 ? null : Line(one.Row), MayDecide = one.Right == FindingRight.Decide, More = seen.Count > 1, Elsewhere = elsewhere,
        };
    }

    /// <summary>The finding that a button or its token names, where it still waits and the person may decide it; null for anything else.</summary>
    public async Task<FindingRow?> ToDecide(string? named, Guid person, DateTimeOffset now, CancellationToken cancel) =>
        Guid.TryParseExact(named, "N", out var id) && await Findings.Find(db, id, cancel) is { State: FindingState.Proposed } row
            && await FindingRights.Of(db, row, person, now, cancel) == FindingRight.Decide
            ? row
            : null;

    /// <summary>A finding in words.</summary>
    public FindingLine Line(FindingRow row)
    {
        var (gap, people) = (Findings.GapOf(row), row.People ?? 0);
        var some = people >= AppealStatistics.Fewest && !programme.IsPrivate;
        return new FindingLine(
            row.Id.ToString("N"), wording.Name(gap.Tool), Because(gap.Reason), wording.Span(gap.From, gap.To), wording.Quarter(Findings.QuarterOf(row)),
            People(people),
            some && row.Days is { } days ? wording.Count(days, "day") : null,
            some && row.Verdicts is { } changed && IsTold(changed) && (changed == people || IsTold(people - changed)) ? wording.Number(changed) : null);
    }

    /// <summary>So many people; null where nothing about groups may be told.</summary>
    public string? People(int count) => programme.IsPrivate ? null : IsTold(count) ? wording.Count(count, "person") : "fewer than 10 people";

    /// <summary>Why a source's use could not be counted, of anybody.</summary>
    public static string Because(Reason reason) =>
        reason == Reason.ClientTooOld ? "the editor, or its plug-in, was too old to report usage" : "the editor's telemetry was off";

    private static bool IsTold(int count) => count >= AppealStatistics.Fewest;
}
