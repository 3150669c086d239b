using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Reads what is the same for everybody who is scored.</summary>
internal static class ScoreFacts
{
    /// <summary>The facts for sheets of a quarter.</summary>
    public static async Task<OrganisationFacts> Read(BotDb db, Quarter quarter, CancellationToken cancel)
    {
        var first = ScoreWindow.FirstDay(quarter).DayNumber;
        var scopes = await db.Scopes.AsNoTracking().ToListAsync(cancel);
        var sourceDays = await db.SourceDays.AsNoTracking().Where(x => x.Day >= first).ToListAsync(cancel);
        var snapshots = await db.SeatSnapshots.AsNoTracking().ToListAsync(cancel);
        return new OrganisationFacts(
            [.. scopes.Select(x => new Scope(x.Id, x.Source, new Tool(x.Tool), x.Name, x.Part))],
            [.. sourceDays.Select(x => new SourceDay(x.Source, new Tool(x.Tool), x.Scope, DateOnly.FromDayNumber(x.Day), x.Rows, x.Complete, x.LastWritten))],
            await Gaps(db, cancel),
            await Holidays.Read(db, cancel),
            [.. snapshots.Select(x => (x.Source, TakenOn: Day(x.TakenAt))).Distinct()]);
    }

    /// <summary>The UTC day of a time.</summary>
    public static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);

    /// <summary>A gap that names somebody by an address they had before names them by the one they have now.</summary>
    private static async Task<IReadOnlyList<Gap>> Gaps(BotDb db, CancellationToken cancel)
    {
        var rows = await db.Gaps.AsNoTracking().ToListAsync(cancel);
        var moved = await (
            from gap in db.Gaps
            where gap.Names == GapScope.Email && !db.People.Any(x => x.Email == gap.Value)
            join alias in db.PersonAliases on gap.Value equals alias.Email
            join person in db.People on alias.Person equals person.Id
            select new { alias.Email, Now = person.Email })
            .Distinct().ToDictionaryAsync(x => x.Email, x => x.Now, cancel);
        return
        [
            .. rows.Select(x => new Gap(
                x.Names,
                x.Names == GapScope.Email ? moved.GetValueOrDefault(x.Value, x.Value) : x.Value,
                x.Tool is null ? null : new Tool(x.Tool),
                new DateSpan(x.FromDay, x.ToDay),
                x.Reason)),
        ];
    }
}
