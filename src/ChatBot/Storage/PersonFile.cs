using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.People;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>Somebody of the directory as a feature needs them.</summary>
/// <param name="Name">As the directory writes it; supplied text.</param>
/// <param name="TimeZone">IANA zone; null where unknown.</param>
/// <param name="ManagerEmail">Today's manager; null where none is known.</param>
/// <param name="Facts">What scoring knows: employment, dated facts, leave.</param>
/// <param name="Review">What appeals lay over their sheets.</param>
internal sealed record KnownPerson(string Name, string? TimeZone, string? ManagerEmail, Person Facts, Review Review)
{
    /// <summary>The person's time zone; UTC where none is known.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone ?? string.Empty, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>The person's day since which their verdict is under review; null while it is not.</summary>
    public DateOnly? UnderReviewSince => Review.Since is { } since ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(since, Zone).DateTime) : null;
}

/// <summary>A sheet that was kept because it was told or contested.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="ComputedAt">When it was computed.</param>
/// <param name="ReplacedAt">When another took its place; null for the current one.</param>
/// <param name="Why">Why: <see cref="SheetStore.Recomputed"/>, or the id of the appeal or finding that corrected its inputs; null for the current one.</param>
internal sealed record KeptSheet(ScoreSheet Sheet, DateTimeOffset ComputedAt, DateTimeOffset? ReplacedAt, string? Why);

/// <summary>The totals of one quarter's sheet, without its lines.</summary>
internal sealed record SheetTotals(
    Guid Id, Quarter Quarter, DateOnly AsOf, string Rubric, SheetVerdict Verdict, string? Reason, bool Borderline, int Points, int EligibleDays, int ActiveDays);

/// <summary>An account in a tool that is linked to the person, or could be.</summary>
/// <param name="Vendor"><c>github</c>, <c>anthropic</c>, <c>openai</c>, <c>email</c>.</param>
/// <param name="Names">The names it goes by, last seen first; supplied text.</param>
/// <param name="Ambiguous">More than one person could own it: it counts for nobody.</param>
/// <param name="FirstReading">The earliest day ever read of it.</param>
/// <param name="Account">Its number.</param>
internal sealed record LinkedName(string Vendor, IReadOnlyList<string> Names, bool Ambiguous, DateOnly? FirstReading, int Account = 0);

/// <summary>An account that nobody owns or claims, and no machine does.</summary>
/// <param name="Account">Its number.</param>
/// <param name="Vendor"><c>github</c>, <c>anthropic</c>, <c>openai</c>, <c>email</c>.</param>
/// <param name="Names">The names it goes by; supplied text.</param>
/// <param name="FirstReading">The earliest day ever read of it.</param>
internal sealed record UnownedAccount(int Account, string Vendor, IReadOnlyList<string> Names, DateOnly? FirstReading);

/// <summary>What a person's data can be asked for, by whom the door let in. Obtainable from <see cref="PersonDoor"/> only.</summary>
internal sealed class PersonFile(Guid person, BotDb db, ISheets sheets, TurnEffects effects, TimeProvider clock)
{
    /// <summary>Whose file it is.</summary>
    public Guid Person { get; } = person;

    /// <summary>The person, as of the day.</summary>
    public async Task<KnownPerson> Known(DateOnly today, CancellationToken cancel)
    {
        var row = await db.People.AsNoTracking().SingleAsync(x => x.Id == Person, cancel);
        var facts = await db.PersonFacts.AsNoTracking().Where(x => x.Person == Person).ToListAsync(cancel);
        var leave = await db.Leave.AsNoTracking().Where(x => x.Person == Person).ToListAsync(cancel);
        var manager = PersonFacts.Dated(facts, "manager_email").At(today, string.Empty);
        return new KnownPerson(row.Name, row.TimeZone, manager.Length == 0 ? null : manager, PersonFacts.Assemble(row, facts, leave), await Review(cancel));
    }

    /// <summary>The sheet of a quarter as of the day, computed anew where the stored one no longer follows from its inputs.</summary>
    public Task<StoredSheet> Sheet(Quarter quarter, DateOnly asOf, CancellationToken cancel) => sheets.Fresh(Person, quarter, asOf, cancel);

    /// <summary>What appeals lay over the person's sheets. Where nothing is under review, the commit of what is said makes sure that it still holds.</summary>
    public async Task<Review> Review(CancellationToken cancel) => Noted(await Reviews.Of(db, Person, clock.GetUtcNow(), cancel));

    /// <summary>The same but for a case that is decided, for the message that tells its ruling.</summary>
    public async Task<Review> ReviewBut(Guid decided, CancellationToken cancel) => Noted(await Reviews.OfBut(db, Person, decided, clock.GetUtcNow(), cancel));

    /// <summary>The corrections that hold.</summary>
    public Task<IReadOnlyList<Correction>> Corrections(CancellationToken cancel) => Storage.Corrections.Of(db, Person, cancel);

    /// <summary>The sheet of a quarter as it would be with further corrections, or with those alone; computed and not stored.</summary>
    /// <param name="quarter">The quarter.</param>
    /// <param name="asOf">As of which day.</param>
    /// <param name="further">The corrections.</param>
    /// <param name="without">Leaves away those that hold.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<ScoreSheet> SheetWith(Quarter quarter, DateOnly asOf, IReadOnlyList<Correction> further, bool without, CancellationToken cancel) =>
        sheets.With(Person, quarter, asOf, further, without, cancel);

    /// <summary>The corrections that were ever made, each with who ruled or approved it.</summary>
    public async Task<IReadOnlyList<(Guid SetBy, Correction Correction)>> CorrectionsSet(CancellationToken cancel) =>
        [.. (await db.Corrections.AsNoTracking().Where(x => x.Person == Person).Select(x => new { x.SetBy, x.Document }).ToListAsync(cancel))
            .Select(x => (x.SetBy, CorrectionDocument.Read(x.Document)[0]))];

    /// <summary>The person's own cases, the latest first.</summary>
    public Task<IReadOnlyList<Case>> Cases(CancellationToken cancel) => Storage.Cases.Of(db, Person, cancel);

    /// <summary>
    /// Which sheet of a quarter the person was told last, and when; null where none ever left. When is null for one of which nobody can say whether it arrived.
    /// </summary>
    public async Task<(Guid Sheet, DateTimeOffset? At)?> LastTold(Quarter quarter, CancellationToken cancel)
    {
        var name = quarter.ToString();
        var told = await (
            from delivery in db.Deliveries.AsNoTracking()
            join sheet in db.ScoreSheets on delivery.About equals sheet.Id
            where delivery.Recipient == Person && sheet.Person == Person && sheet.Quarter == name && EF.Constant(DeliveryStates.MayHaveArrived).Contains(delivery.State)
            select new { sheet.Id, delivery.State, delivery.StateAt }).ToListAsync(cancel);
        var last = told.OrderByDescending(x => x.State == DeliveryState.Sent).ThenByDescending(x => x.StateAt).FirstOrDefault();
        return last is null ? null : (last.Id, last.State == DeliveryState.Sent ? last.StateAt : null);
    }

    /// <summary>What the sheet of a quarter follows from: of the person, and of the organisation.</summary>
    public async Task<(ScoreInputs Own, OrganisationFacts Shared)> Inputs(Quarter quarter, DateOnly asOf, CancellationToken cancel)
    {
        var shared = await ScoreFacts.Read(db, quarter, cancel);
        var own = await new ScoreInputsReader(shared, quarter, asOf).Read(db, [Person], cancel);
        return (own[0], shared);
    }

    /// <summary>Accounts that are nobody's, among which one of the person's may be.</summary>
    public async Task<IReadOnlyList<UnownedAccount>> Unowned(CancellationToken cancel)
    {
        var rows = await (
            from account in db.Accounts.AsNoTracking()
            where account.Person == null && !account.Ambiguous && !account.IsMachine
            from name in db.AccountNames.AsNoTracking().Where(x => x.Account == account.Id).DefaultIfEmpty()
            select new { account.Id, account.Vendor, account.Key, account.FirstReading, Name = name == null ? null : name.Name })
            .ToListAsync(cancel);
        return
        [
            .. from row in rows
               group row by row.Id into account
               let first = account.First()
               orderby first.Id
               select new UnownedAccount(first.Id, first.Vendor, [.. account.Select(x => x.Name ?? x.Key)], first.FirstReading),
        ];
    }

    /// <summary>A sheet of the person that was told or contested, replaced since or not; null where there is none of that id.</summary>
    public async Task<KeptSheet?> Kept(Guid id, CancellationToken cancel) =>
        await db.ScoreSheets.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id && x.Person == Person, cancel) is { } row
            ? new KeptSheet(SheetDocument.Read(row.Document), row.ComputedAt, row.ReplacedAt, row.ReplacedWhy)
            : null;

    /// <summary>The sheet of a quarter that gave way to a correction; null where none did.</summary>
    /// <param name="cause">The appeal or the finding that corrected its inputs.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<KeptSheet?> ReplacedBy(Guid cause, Quarter quarter, CancellationToken cancel)
    {
        var (why, name) = (cause.ToString("D"), quarter.ToString());
        var rows = await db.ScoreSheets.AsNoTracking().Where(x => x.Person == Person && x.Quarter == name && x.ReplacedAt != null && x.ReplacedWhy == why).ToListAsync(cancel);
        return rows.MaxBy(x => x.ReplacedAt) is { } row ? new KeptSheet(SheetDocument.Read(row.Document), row.ComputedAt, row.ReplacedAt, row.ReplacedWhy) : null;
    }

    /// <summary>The current sheets of all quarters before the given one, latest first.</summary>
    public async Task<IReadOnlyList<SheetTotals>> Before(Quarter quarter, CancellationToken cancel)
    {
        var rows = await db.ScoreSheets.AsNoTracking().Where(x => x.Person == Person && x.ReplacedAt == null)
            .Select(x => new { x.Id, x.Quarter, x.AsOf, x.Rubric, x.Verdict, x.Reason, x.Borderline, x.Points, x.EligibleDays, x.ActiveDays })
            .ToListAsync(cancel);
        return
        [
            .. from row in rows
               let of = Quarter.TryParse(row.Quarter, out var parsed) ? parsed : default
               where of < quarter
               orderby of descending
               select new SheetTotals(
                   row.Id, of, row.AsOf, row.Rubric, row.Verdict, row.Reason, row.Borderline, row.Points, row.EligibleDays, row.ActiveDays),
        ];
    }

    /// <summary>The accounts linked to the person, and those that more than one person claims.</summary>
    public async Task<IReadOnlyList<LinkedName>> Accounts(CancellationToken cancel)
    {
        var rows = await (
            from account in db.Accounts.AsNoTracking()
            where account.Person == Person || db.AccountClaims.Any(x => x.Account == account.Id && x.Person == Person)
            from name in db.AccountNames.AsNoTracking().Where(x => x.Account == account.Id).DefaultIfEmpty()
            select new
            {
                account.Id, account.Vendor, account.Key, account.Ambiguous, account.FirstReading,
                Name = name == null ? null : name.Name, LastSeen = name == null ? default : name.LastSeen,
            })
            .ToListAsync(cancel);
        return
        [
            .. from row in rows
               group row by row.Id into account
               let first = account.First()
               orderby first.Vendor, first.Id
               select new LinkedName(
                   first.Vendor,
                   [.. account.OrderByDescending(x => x.LastSeen).Select(x => x.Name ?? x.Key)],
                   first.Ambiguous,
                   first.FirstReading,
                   first.Id),
        ];
    }

    /// <summary>The latest day of which each tool's sources delivered a complete report; the tools by id.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> LatestReports(CancellationToken cancel)
    {
        var rows = await db.SourceDays.AsNoTracking().Where(x => x.Complete)
            .GroupBy(x => x.Tool).Select(x => new { Tool = x.Key, Day = x.Max(day => day.Day) }).ToListAsync(cancel);
        return rows.ToDictionary(x => x.Tool, x => DateOnly.FromDayNumber(x.Day), StringComparer.Ordinal);
    }

    /// <summary>The holidays by country; nothing personal, but only needed to look ahead for a person.</summary>
    public Task<IReadOnlyDictionary<string, IReadOnlySet<DateOnly>>> Holidays(CancellationToken cancel) => Storage.Holidays.Read(db, cancel);

    /// <summary>The median of a work area and quarter; null where none was made.</summary>
    public Task<MedianRow?> Median(string workArea, Quarter quarter, CancellationToken cancel)
    {
        var name = quarter.ToString();
        return db.Medians.AsNoTracking().SingleOrDefaultAsync(x => x.WorkArea == workArea && x.Quarter == name, cancel);
    }

    private Review Noted(Review review)
    {
        if (!review.IsOpen)
        {
            effects.FoundUncontested(Person);
        }

        return review;
    }
}
