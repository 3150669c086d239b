using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Scores;

/// <summary>Gives a person's sheet as of a day: the stored one where it still follows from its inputs, else computed and stored anew.</summary>
internal sealed class FreshSheets(IDbContextFactory<BotDb> databases, RecomputeSheets recompute, Rubric rubric) : ISheets
{
    /// <summary>The day that a quarter's sheet is of when it is asked for as of the given one: from when nothing changes it any more, it stays that day's.</summary>
    public static DateOnly Latest(Quarter quarter, DateOnly asOf) => quarter.Last.AddDays(ScoreWindow.ChangesFor) is var final && asOf < final ? asOf : final;

    /// <inheritdoc />
    public async Task<StoredSheet> Fresh(Guid person, Quarter quarter, DateOnly asOf, CancellationToken cancel)
    {
        var name = quarter.ToString();
        asOf = Latest(quarter, asOf);
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            var stored = await db.ScoreSheets.AsNoTracking()
                .Where(x => x.Person == person && x.Quarter == name && x.ReplacedAt == null && x.AsOf == asOf && x.Rubric == rubric.Version
                    && !db.StaleSheets.Any(stale => stale.Person == person && stale.Quarter == name))
                .Select(x => new { x.Id, x.Document })
                .SingleOrDefaultAsync(cancel);
            if (stored is not null)
            {
                return new StoredSheet(stored.Id, SheetDocument.Read(stored.Document));
            }
        }

        return await recompute.One(person, quarter, asOf, cancel) ?? throw new InvalidOperationException("A sheet was asked of somebody who is not in the directory.");
    }
    /// <inheritdoc />
    public async Task<ScoreSheet> With(Guid person, Quarter quarter, DateOnly asOf, IReadOnlyList<Correction> further, bool without, CancellationToken cancel)
    {
        asOf = Latest(quarter, asOf);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = db.BeginSnapshot();
        var facts = await ScoreFacts.Read(db, quarter, cancel);
        var reader = new ScoreInputsReader(facts, quarter, asOf, (_, hold) => without ? further : [.. hold, .. further]);
        var inputs = await reader.Read(db, [person], cancel);
        return new Scorer(facts, rubric, quarter, asOf).Score(inputs[0]);
    }
}
