using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Storage;

namespace ChatBot.Features.Appeals;

/// <summary>Notes the holes in the data that a ruling filled for one person, so that others who have them are looked for.</summary>
internal sealed class FindGaps(PersonDoor door)
{
    /// <summary>
    /// The holes of a ruling that is new. Read before anything of it is written: by then the sheet has none of them any more. The reviewer who rules opens
    /// the case once more for it.
    /// </summary>
    /// <param name="before">The case as it was read.</param>
    /// <param name="after">The appeal as it is from then on.</param>
    /// <param name="actor">Who rules, or agrees to what was proposed.</param>
    /// <param name="chart">The directory as it is now.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<IReadOnlyList<FindingRow>> Of(Case before, Appeal after, Actor actor, OrgChart chart, DateTimeOffset now, CancellationToken cancel)
    {
        if (after.Rulings.Count == before.Appeal.Rulings.Count || !after.Rulings[^1].Corrections.Any() || actor.Person is not { } person
            || door.OpenCase(before.Appeal, person, chart) is not { } file)
        {
            return [];
        }

        var sheet = await file.SheetWith(after.Quarter, DateOnly.FromDateTime(now.UtcDateTime), [], without: false, cancel);
        return
        [
            .. after.Rulings[^1].Corrections.Select(one => DataGap.Of(one, sheet)).OfType<DataGap>().Distinct().Select(gap => new FindingRow
            {
                Id = Guid.CreateVersion7(now),
                Appeal = after.Id,
                Reviewer = after.Rulings[^1].Reviewer,
                Quarter = after.Quarter.ToString(),
                Tool = gap.Tool.Id,
                Reason = gap.Reason.Name,
                FromDay = gap.From,
                ToDay = gap.To,
                State = FindingState.Looking,
                StateAt = now,
            }),
        ];
    }
}
