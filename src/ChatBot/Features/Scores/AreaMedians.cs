using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Scores;

/// <summary>One median per work area and quarter, from its people with a tier.</summary>
internal sealed class AreaMedians(Quarter quarter, DateOnly asOf)
{
    private readonly DateOnly on = asOf < quarter.Last ? asOf : quarter.Last;
    private readonly Dictionary<string, List<decimal>> scores = new(StringComparer.Ordinal);

    /// <summary>Takes somebody into their area's median, if they have a tier.</summary>
    public void Add(ScoredPerson person)
    {
        var area = person.Inputs.Person.WorkArea.At(on, string.Empty);
        if (person.Verdict.Tier is not null && area.Length > 0)
        {
            (scores.TryGetValue(area, out var known) ? known : scores[area] = []).Add(person.Sheet.Score);
        }
    }

    /// <summary>Writes the quarter's medians over those of before.</summary>
    public async Task Write(BotDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var name = quarter.ToString();
        await using var transaction = db.BeginFilling();
        await db.Medians.Where(x => x.Quarter == name).ExecuteDeleteAsync(cancel);
        db.Upsert(
        [
            .. scores.Select(x => new MedianRow { WorkArea = x.Key, Quarter = name, Median = Standings.Median(x.Value)!.Value, People = x.Value.Count, ComputedAt = now }),
        ]);
        await transaction.CommitAsync(cancel);
    }
}
