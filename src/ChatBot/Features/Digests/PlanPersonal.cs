using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>
/// Personal digests: everybody of the directory, at their own hour. Nobody gets one about a week of which nothing is known; while a day of it is not final,
/// or their sheet is not there or no longer follows from its inputs, that is decided when it is about to be sent. Nor does anybody whose verdict is contested.
/// </summary>
internal sealed class PlanPersonal(IDbContextFactory<BotDb> databases, DigestTiming timing) : IWeeklyKind
{
    private const int Chunk = 5000;

    /// <inheritdoc />
    public string Kind => DigestKinds.Personal;

    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonPlan>> Decide(WeekToPlan plan, CancellationToken cancel)
    {
        var plans = new List<PersonPlan>(plan.Directory.Count);
        var final = new List<Guid>();
        foreach (var recipient in plan.Directory)
        {
            var planning = timing.Plan(recipient, plan.Holidays, plan.Week, plan.Now);
            plans.Add(new PersonPlan(recipient.Row.Id, planning));
            if (planning is Planning.At && IsFinal(timing.Hours(recipient, plan.Holidays), plan.Week, plan.Now))
            {
                final.Add(recipient.Row.Id);
            }
        }

        var unknown = await NothingKnown(plan.Week, final, cancel);
        var contested = await Contested(plan.Now, cancel);
        return [.. plans.Select(x => x.Planning is not Planning.At ? x
            : contested.Contains(x.Person) ? x with { Planning = new Planning.Withheld(WithholdingReason.UnderReview) }
            : unknown.Contains(x.Person) ? x with { Planning = new Planning.Withheld(WithholdingReason.NothingKnown) }
            : x)];
    }

    private async Task<HashSet<Guid>> Contested(DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return [.. (await Reviews.All(db, now, cancel)).Where(x => x.Value.IsOpen).Select(x => x.Key)];
    }

    /// <summary>Whether every day of the week on which they were there is settled.</summary>
    private static bool IsFinal(SendingHours hours, Week week, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var day = week.Last; day >= week.First && !Settling.IsSettled(day, today); day = day.AddDays(-1))
        {
            if (hours.IsPresent(day))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Those of the people whose stored sheets hold every day of the week, and none that counts.</summary>
    private async Task<HashSet<Guid>> NothingKnown(Week week, List<Guid> people, CancellationToken cancel)
    {
        var quarters = new[] { Quarter.Of(week.First), Quarter.Of(week.Last) }.Distinct().ToArray();
        var names = quarters.Select(x => x.ToString()).ToArray();
        var empty = new Dictionary<Guid, int>();
        await using var db = await databases.CreateDbContextAsync(cancel);
        foreach (var ids in people.Chunk(Chunk))
        {
            var sheets = db.ScoreSheets.AsNoTracking()
                .Where(x => EF.Parameter(ids).Contains(x.Person) && EF.Parameter(names).Contains(x.Quarter) && x.ReplacedAt == null
                    && !db.StaleSheets.Any(stale => stale.Person == x.Person && stale.Quarter == x.Quarter))
                .Select(x => new { x.Person, x.Quarter, x.Document });
            await foreach (var sheet in sheets.AsAsyncEnumerable().WithCancellation(cancel))
            {
                var quarter = quarters.Single(x => x.ToString() == sheet.Quarter);
                var days = SheetGlance.Days(sheet.Document, quarter, Max(week.First, quarter.First), Min(week.Last, quarter.Last));
                empty[sheet.Person] = empty.GetValueOrDefault(sheet.Person) + days.Count(x => x.LeftOut is not (LeftOut.No or LeftOut.Pending));
            }
        }

        return [.. empty.Where(x => x.Value == 7).Select(x => x.Key)];
    }

    private static DateOnly Max(DateOnly left, DateOnly right) => left > right ? left : right;

    private static DateOnly Min(DateOnly left, DateOnly right) => left < right ? left : right;
}
