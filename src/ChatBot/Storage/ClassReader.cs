using ChatBot.Domain.Calendar;
using ChatBot.Domain.Groups;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>
/// As what everybody is counted in figures about groups: the class of what they are shown themselves on that day. Who has left is counted as on their
/// last day, and nobody before the notice that they are measured was sent to them. What it gives goes to <see cref="Publication"/> and nowhere else.
/// </summary>
internal sealed class ClassReader(IDbContextFactory<BotDb> databases, IAllSheets sheets, Rubric rubric, TimeProvider clock)
{
    /// <summary>The classes of the people on the day; who is missing is not classified. Sheets that are not of the day are computed first.</summary>
    public async Task<IReadOnlyDictionary<Guid, MemberClass>> On(DateOnly today, IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var quarter = Quarter.Of(today);
        await sheets.Refresh(quarter, today, cancel);
        if (ScoreWindow.IsOpen(quarter.Previous, today))
        {
            await sheets.Refresh(quarter.Previous, today, cancel);
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var snapshot = db.BeginSnapshot();
        HashSet<Guid> counted = [.. (await FirstContacts.Made(db).ToListAsync(cancel)).Intersect(people)];
        var employed = await Employment(db, counted, cancel);
        var reviews = await Reviews.All(db, clock.GetUtcNow(), cancel);
        var classes = new Dictionary<Guid, MemberClass>(counted.Count);
        var present = employed.Where(x => !(x.EndDate < today)).ToList();
        Add(classes, present, today, await Told(db, quarter, cancel), reviews);
        foreach (var left in employed.Where(x => x.EndDate < today).GroupBy(x => x.EndDate!.Value))
        {
            Add(classes, [.. left], left.Key, await ToldOn([.. left.Select(x => x.Id)], left.Key, cancel), reviews);
        }

        return classes;
    }

    private static void Add(Dictionary<Guid, MemberClass> classes, IReadOnlyList<Person> people, DateOnly day, Dictionary<Guid, SheetVerdict> told, IReadOnlyDictionary<Guid, Review> reviews)
    {
        foreach (var person in people.Where(person => told.ContainsKey(person.Id)))
        {
            var review = reviews.GetValueOrDefault(person.Id);
            classes.Add(person.Id, MemberClasses.Of(Verdicts.Over(Verdicts.Of(told[person.Id]), person, day, review.IsOpen, review.ExemptUntil), noticed: true));
        }
    }

    /// <summary>Last day and leave of the people, which is all that lies over a sheet.</summary>
    private static async Task<List<Person>> Employment(BotDb db, HashSet<Guid> people, CancellationToken cancel)
    {
        var leave = (await db.Leave.AsNoTracking().ToListAsync(cancel)).ToLookup(x => x.Person);
        var rows = await db.People.AsNoTracking().Select(x => new { x.Id, x.EndDate }).ToListAsync(cancel);
        return
        [
            .. rows.Where(x => people.Contains(x.Id)).Select(x => new Person
            {
                Id = x.Id, Email = string.Empty, EndDate = x.EndDate, Leave = [.. leave[x.Id].Select(span => new DateSpan(span.FromDay, span.ToDay))],
            }),
        ];
    }

    /// <summary>What the stored sheets say that people are told: only of those without a verdict is the document looked into.</summary>
    private async Task<Dictionary<Guid, SheetVerdict>> Told(BotDb db, Quarter quarter, CancellationToken cancel)
    {
        var (name, previous) = (quarter.ToString(), quarter.Previous.ToString());
        var last = await db.ScoreSheets.AsNoTracking().Where(x => x.Quarter == previous && x.ReplacedAt == null).Select(x => new { x.Person, x.Verdict })
            .ToDictionaryAsync(x => x.Person, x => x.Verdict, cancel);
        var current = db.ScoreSheets.AsNoTracking().Where(x => x.Quarter == name && x.ReplacedAt == null)
            .Select(x => new { x.Person, x.Verdict, Document = x.Verdict == SheetVerdict.NotMeasurable ? x.Document : null });
        var told = new Dictionary<Guid, SheetVerdict>();
        await foreach (var sheet in current.AsAsyncEnumerable().WithCancellation(cancel))
        {
            var standsIn = sheet.Document is not null && last.TryGetValue(sheet.Person, out var before) && ToldSheets.MayStandIn(before)
                && ToldSheets.IsYoung(SheetDocument.Read(sheet.Document), rubric);
            told.Add(sheet.Person, standsIn ? last[sheet.Person] : sheet.Verdict);
        }

        return told;
    }

    /// <summary>What people were told on a day that has passed.</summary>
    private async Task<Dictionary<Guid, SheetVerdict>> ToldOn(Guid[] people, DateOnly day, CancellationToken cancel)
    {
        var quarter = Quarter.Of(day);
        var current = await sheets.On(people, quarter, day, cancel);
        var young = current.Where(x => ToldSheets.IsYoung(x.Value, rubric)).Select(x => x.Key).ToArray();
        var last = young.Length == 0 ? null : await sheets.On(young, quarter.Previous, day, cancel);
        return current.ToDictionary(
            x => x.Key,
            x => last is not null && last.TryGetValue(x.Key, out var before) && ToldSheets.MayStandIn(before) ? before.Verdict : x.Value.Verdict);
    }
}
