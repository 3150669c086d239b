using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Scores;

/// <summary>Everybody's sheets as of a day, for figures about groups.</summary>
internal sealed class AllSheets(IDbContextFactory<BotDb> databases, RecomputeSheets recompute, Rubric rubric) : IAllSheets
{
    private const int ChunkPeople = 1000;

    /// <inheritdoc />
    public async Task Refresh(Quarter quarter, DateOnly asOf, CancellationToken cancel)
    {
        asOf = FreshSheets.Latest(quarter, asOf);
        if (await AllThere(quarter, asOf, cancel))
        {
            await recompute.Stale(quarter, asOf, cancel);
        }
        else
        {
            await recompute.All(quarter, asOf, each: null, progress: null, cancel);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<Guid, ScoreSheet>> On(IReadOnlyCollection<Guid> people, Quarter quarter, DateOnly asOf, CancellationToken cancel) =>
        Compute(people, quarter, asOf, (_, hold) => hold, cancel);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<Guid, ScoreSheet>> With(
        IReadOnlyDictionary<Guid, IReadOnlyList<Correction>> further, Quarter quarter, DateOnly asOf, CancellationToken cancel) =>
        Compute([.. further.Keys], quarter, asOf, (person, hold) => [.. hold, .. further[person]], cancel);

    private async Task<IReadOnlyDictionary<Guid, ScoreSheet>> Compute(
        IReadOnlyCollection<Guid> people, Quarter quarter, DateOnly asOf, Func<Guid, IReadOnlyList<Correction>, IReadOnlyList<Correction>> corrections, CancellationToken cancel)
    {
        asOf = FreshSheets.Latest(quarter, asOf);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = db.BeginSnapshot();
        var facts = await ScoreFacts.Read(db, quarter, cancel);
        var reader = new ScoreInputsReader(facts, quarter, asOf, corrections);
        var scorer = new Scorer(facts, rubric, quarter, asOf);
        var sheets = new Dictionary<Guid, ScoreSheet>(people.Count);
        foreach (var chunk in people.Chunk(ChunkPeople))
        {
            foreach (var inputs in await reader.Read(db, chunk, cancel))
            {
                sheets.Add(inputs.Person.Id, scorer.Score(inputs));
            }
        }

        return sheets;
    }

    /// <summary>Whether everybody has a sheet of the day by the rubric in force, so that only the stale ones are to be computed.</summary>
    private async Task<bool> AllThere(Quarter quarter, DateOnly asOf, CancellationToken cancel)
    {
        var name = quarter.ToString();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var there = await db.ScoreSheets.CountAsync(x => x.Quarter == name && x.ReplacedAt == null && x.AsOf == asOf && x.Rubric == rubric.Version, cancel);
        return there >= await db.People.CountAsync(cancel);
    }
}
