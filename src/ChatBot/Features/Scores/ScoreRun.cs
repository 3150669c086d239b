using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Scores;

/// <summary>The three stages of a recomputation, each for some people at once.</summary>
/// <param name="databases">Each stage takes a context of its own.</param>
/// <param name="reader">Reads inputs.</param>
/// <param name="scorer">Scores them.</param>
/// <param name="quarter">The quarter.</param>
/// <param name="marks">The marks of stale sheets that were there before anything was read.</param>
/// <param name="reviews">What appeals lay over sheets.</param>
internal sealed class ScoreRun(
    IDbContextFactory<BotDb> databases, ScoreInputsReader reader, Scorer scorer, Quarter quarter, IReadOnlyDictionary<Guid, Guid> marks,
    IReadOnlyDictionary<Guid, Review> reviews)
{
    public async Task<IReadOnlyList<ScoreInputs>> Read(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = db.BeginSnapshot();
        return await reader.Read(db, people, cancel);
    }

    public IReadOnlyList<SheetToStore> Score(IReadOnlyList<ScoreInputs> chunk, DateOnly asOf, Action<ScoredPerson>? each)
    {
        var sheets = new SheetToStore[chunk.Count];
        for (var index = 0; index < sheets.Length; index++)
        {
            var person = chunk[index].Person;
            var sheet = scorer.Score(chunk[index]);
            sheets[index] = new SheetToStore(person.Id, sheet with { Days = [] }, SheetDocument.Write(sheet));
            var review = reviews.GetValueOrDefault(person.Id);
            each?.Invoke(new ScoredPerson(chunk[index], sheet, Verdicts.Over(sheet, person, asOf, review.IsOpen, review.ExemptUntil)));
        }

        return sheets;
    }

    public async Task<int> Write(IReadOnlyList<SheetToStore> sheets, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = db.BeginFilling();
        var written = await SheetStore.Write(db, quarter, sheets, now, cancel);
        await SheetStore.Unmark(db, quarter, [.. sheets.Select(x => x.Person)], marks, cancel);
        await transaction.CommitAsync(cancel);
        return written;
    }
}
