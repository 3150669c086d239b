using System.Threading.Channels;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Scores;

/// <summary>Somebody who was scored.</summary>
/// <param name="Inputs">What the sheet follows from.</param>
/// <param name="Sheet">The sheet.</param>
/// <param name="Verdict">What is shown over it on the as-of day.</param>
internal readonly record struct ScoredPerson(ScoreInputs Inputs, ScoreSheet Sheet, Verdict Verdict);

/// <summary>What a recomputation did.</summary>
/// <param name="People">How many people were scored.</param>
/// <param name="Written">How many sheets were stored or overwritten; the others said the same as before.</param>
internal sealed record RecomputeReport(int People, int Written);

/// <summary>
/// Computes sheets and stores them: reading, scoring and writing go on at the same time, some people at once, so that memory does not grow with the
/// organisation. Takes away the marks of stale sheets that were there before it read.
/// </summary>
internal sealed class RecomputeSheets(IDbContextFactory<BotDb> databases, Rubric rubric, TimeProvider clock)
{
    /// <summary>People read, scored and written at once: keeps the write lock for some 0.1 s.</summary>
    private const int ChunkPeople = 1000;

    /// <summary>Recomputes the sheets of everybody, and the medians.</summary>
    public async Task<RecomputeReport> All(Quarter quarter, DateOnly asOf, Action<ScoredPerson>? each, Action<double>? progress, CancellationToken cancel)
    {
        var medians = new AreaMedians(quarter, asOf);
        var report = await Run(quarter, asOf, new Whom(OnlyStale: false), person => { medians.Add(person); each?.Invoke(person); }, progress, cancel);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await medians.Write(db, clock.GetUtcNow(), cancel);
        return report;
    }

    /// <summary>Recomputes the sheets that no longer follow from their inputs.</summary>
    public Task<RecomputeReport> Stale(Quarter quarter, DateOnly asOf, CancellationToken cancel) =>
        Run(quarter, asOf, new Whom(OnlyStale: true), each: null, progress: null, cancel);

    /// <summary>Recomputes one person's sheet and gives it; null when there is no such person.</summary>
    public async Task<StoredSheet?> One(Guid person, Quarter quarter, DateOnly asOf, CancellationToken cancel)
    {
        ScoreSheet? sheet = null;
        await Run(quarter, asOf, new Whom(OnlyStale: false, person), scored => sheet = scored.Sheet, progress: null, cancel);
        if (sheet is null)
        {
            return null;
        }

        var name = quarter.ToString();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var id = await db.ScoreSheets.Where(x => x.Person == person && x.Quarter == name && x.ReplacedAt == null).Select(x => x.Id).SingleAsync(cancel);
        return new StoredSheet(id, sheet);
    }

    private async Task<RecomputeReport> Run(
        Quarter quarter, DateOnly asOf, Whom whom, Action<ScoredPerson>? each, Action<double>? progress, CancellationToken cancel)
    {
        var begun = await Begin(quarter, whom, cancel);
        var people = begun.People;
        var run = new ScoreRun(databases, new ScoreInputsReader(begun.Facts, quarter, asOf), new Scorer(begun.Facts, rubric, quarter, asOf), quarter, begun.Marks, begun.Reviews);
        var inputs = Channel.CreateBounded<IReadOnlyList<ScoreInputs>>(1);
        var sheets = Channel.CreateBounded<IReadOnlyList<SheetToStore>>(1);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var done = 0;
        var written = 0;
        await Together(
            stop,
            Pass(inputs.Writer, async () =>
            {
                foreach (var ids in people.Chunk(ChunkPeople))
                {
                    await inputs.Writer.WriteAsync(await run.Read(ids, stop.Token), stop.Token);
                }
            }),
            Pass(sheets.Writer, async () =>
            {
                await foreach (var chunk in inputs.Reader.ReadAllAsync(stop.Token))
                {
                    await sheets.Writer.WriteAsync(run.Score(chunk, asOf, each), stop.Token);
                }
            }),
            Task.Run(async () =>
            {
                await foreach (var chunk in sheets.Reader.ReadAllAsync(stop.Token))
                {
                    written += await run.Write(chunk, clock.GetUtcNow(), stop.Token);
                    done += chunk.Count;
                    progress?.Invoke((double)done / people.Count);
                }
            }, stop.Token));
        return new RecomputeReport(done, written);
    }

    /// <summary>Everything that holds for the whole run, from one state of the store.</summary>
    private async Task<Begun> Begin(Quarter quarter, Whom whom, CancellationToken cancel)
    {
        var name = quarter.ToString();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = db.BeginSnapshot();
        var marks = await db.StaleSheets.AsNoTracking().Where(x => x.Quarter == name && (whom.One == null || x.Person == whom.One))
            .ToDictionaryAsync(x => x.Person, x => x.Mark, cancel);
        var people = whom.One is { } one ? [one]
            : whom.OnlyStale ? [.. marks.Keys.Order()]
            : await db.People.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancel);
        return new Begun(await ScoreFacts.Read(db, quarter, cancel), marks, people, await Reviews.All(db, clock.GetUtcNow(), cancel));
    }

    /// <summary>One stage: whoever comes after it ends when it has ended.</summary>
    private static Task Pass<T>(ChannelWriter<T> to, Func<Task> work) => Task.Run(async () =>
    {
        try
        {
            await work();
        }
        finally
        {
            to.TryComplete();
        }
    });

    /// <summary>Waits for all; the first that fails stops the others, and its exception is the one thrown.</summary>
    private static async Task Together(CancellationTokenSource stop, params Task[] stages)
    {
        var running = stages.ToList();
        Exception? first = null;
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            if (!ended.IsCompletedSuccessfully && first is null)
            {
                first = ended.Exception?.InnerException ?? new OperationCanceledException(stop.Token);
                await stop.CancelAsync();
            }
        }

        if (first is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(first);
        }
    }

    /// <summary>Who is to be scored: one person, those whose sheets are stale, or everybody.</summary>
    private readonly record struct Whom(bool OnlyStale, Guid? One = null);

    private sealed record Begun(OrganisationFacts Facts, IReadOnlyDictionary<Guid, Guid> Marks, IReadOnlyList<Guid> People, IReadOnlyDictionary<Guid, Review> Reviews);
}
