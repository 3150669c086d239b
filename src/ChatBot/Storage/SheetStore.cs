using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>A sheet to store: who it is of, its totals and its document.</summary>
internal readonly record struct SheetToStore(Guid Person, ScoreSheet Sheet, byte[] Document);

/// <summary>
/// Stores computed sheets of one quarter. One that says the same is left as it is. A new one overwrites the last, unless that was told to the person, is
/// contested, or is to give way to a correction: then it stays readable and is replaced.
/// </summary>
internal static class SheetStore
{
    /// <summary>Why a sheet is replaced where no appeal is the cause.</summary>
    public const string Recomputed = "recomputed";

    /// <summary>Stores the sheets, all of one quarter, as-of day and rubric, inside the caller's filling transaction; gives how many were written.</summary>
    public static async Task<int> Write(
        BotDb db, Quarter quarter, IReadOnlyList<SheetToStore> sheets, DateTimeOffset now, CancellationToken cancel)
    {
        var (name, people) = (quarter.ToString(), sheets.Select(x => x.Person).ToArray());
        var (asOf, rubric) = sheets.Count == 0 ? default : (sheets[0].Sheet.AsOf, sheets[0].Sheet.Rubric);
        var current = await (
            from sheet in db.ScoreSheets.AsNoTracking()
            where EF.Parameter(people).Contains(sheet.Person) && sheet.Quarter == name && sheet.ReplacedAt == null
            select new
            {
                sheet.Id,
                sheet.Person,
                IsKept = db.Deliveries.Any(x => x.About == sheet.Id && EF.Constant(DeliveryStates.MayHaveArrived).Contains(x.State)) || db.Appeals.Any(x => x.Sheet == sheet.Id) || sheet.ReplacedWhy != null,
                Document = sheet.AsOf == asOf && sheet.Rubric == rubric ? sheet.Document : null, // A document of another day differs: it names the day.
            }).ToDictionaryAsync(x => x.Person, cancel);

        var (rows, replaced) = (new List<ScoreSheetRow>(sheets.Count), new List<Guid>());
        foreach (var (person, sheet, document) in sheets)
        {
            var last = current.GetValueOrDefault(person);
            if (last is not null && last.Document.AsSpan().SequenceEqual(document))
            {
                continue;
            }

            if (last is { IsKept: true })
            {
                replaced.Add(last.Id);
            }

            rows.Add(Row(last is { IsKept: false } ? last.Id : Guid.CreateVersion7(now), person, sheet, document, now));
        }

        await db.ScoreSheets.Where(x => EF.Parameter(replaced).Contains(x.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.ReplacedAt, now).SetProperty(x => x.ReplacedWhy, x => x.ReplacedWhy ?? Recomputed), cancel);
        db.Upsert(rows);
        return rows.Count;
    }

    /// <summary>Takes away the marks that were there before the inputs were read, and not one made since. Inside the caller's filling transaction.</summary>
    public static async Task Unmark(BotDb db, Quarter quarter, IReadOnlyCollection<Guid> people, IReadOnlyDictionary<Guid, Guid> seen, CancellationToken cancel)
    {
        var (name, marked) = (quarter.ToString(), people.Where(seen.ContainsKey).ToArray());
        if (marked.Length == 0)
        {
            return;
        }

        var now = await db.StaleSheets.AsNoTracking().Where(x => x.Quarter == name && EF.Parameter(marked).Contains(x.Person)).ToListAsync(cancel);
        var done = now.Where(x => seen[x.Person] == x.Mark).Select(x => x.Person).ToArray();
        await db.StaleSheets.Where(x => x.Quarter == name && EF.Parameter(done).Contains(x.Person)).ExecuteDeleteAsync(cancel);
    }

    private static ScoreSheetRow Row(Guid id, Guid person, ScoreSheet sheet, byte[] document, DateTimeOffset now) => new()
    {
        Id = id,
        Person = person,
        Quarter = sheet.Quarter.ToString(),
        AsOf = sheet.AsOf,
        Rubric = sheet.Rubric,
        Verdict = sheet.Verdict,
        Reason = sheet.Reason?.Name,
        Borderline = sheet.Borderline,
        Points = sheet.Points,
        EligibleDays = sheet.EligibleDays,
        ActiveDays = sheet.ActiveDays,
        Document = document,
        ComputedAt = now,
    };
}
