using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Tests.Groups;
using ChatBot.Features.Digests;
using ChatBot.Storage;

namespace ChatBot.Tests.Features.Digests;

/// <summary>The attacked company in the store: its directory with history, a sheet of each quarter for everybody, everybody told that they are measured.</summary>
internal sealed class LivingCompany : IAsyncDisposable
{
    private static readonly DateOnly Ever = new(2020, 1, 1);
    private static readonly DateTimeOffset Long = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase store;
    private readonly Domain.Tests.Groups.Company company;
    private readonly Dictionary<int, int?> stored = [];
    private readonly HashSet<int> gone = [];
    private readonly HashSet<Quarter> scored = [];
    private readonly ClassReader classes;
    private DateOnly since = Ever;

    private LivingCompany(TestDatabase store, Domain.Tests.Groups.Company company)
    {
        this.store = store;
        this.company = company;
        classes = new ClassReader(store, new SheetsOfClasses(company), Parts.Rubric, TimeProvider.System);
    }

    public static async Task<LivingCompany> Of(Domain.Tests.Groups.Company company) => new(await TestDatabase.Create(), company);

    /// <summary>What the service tells on a Tuesday of the week before, on a node that was started anew.</summary>
    public async Task<TeamWeek> Tuesday(DateOnly today, int k)
    {
        await Store(today);
        var settings = new DigestSettings(k, DayOfWeek.Tuesday, new TimeOnly(11, 0));
        using var make = new MakeTeamFigures(store, classes, settings, new StoppedClock(new DateTimeOffset(today.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero)));
        using var figures = new TeamFigures(store, make);
        return (await figures.Latest(today, default))!;
    }

    /// <summary>Puts the company of now into the store, without making any figures.</summary>
    public Task Fill(DateOnly today) => Store(today);

    /// <summary>Whom a week's figures are about, as they are stored.</summary>
    public async Task<OrgTree> Counted(Quarter quarter)
    {
        await using var db = store.CreateDbContext();
        return (await Cohorts.Of(db, quarter, default)).Cohort.Tree;
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>Writes what changed since the Tuesday before; it holds from the day after that.</summary>
    private async Task Store(DateOnly today)
    {
        await using var db = store.CreateDbContext();
        await using var transaction = db.BeginFilling();
        var everybody = Enumerable.Range(0, company.Everybody).ToList();
        var joined = everybody.Where(person => !stored.ContainsKey(person)).ToList();
        var left = everybody.Where(person => company.HasGone(person) && gone.Add(person)).ToList();
        db.Upsert([.. joined.Concat(left).Distinct().Select(Person)]);
        db.Upsert([.. everybody.Where(person => company.ManagerOf(person) is not null && (!stored.TryGetValue(person, out var before) || before != company.ManagerOf(person))).Select(Fact)]);
        db.InsertMissing([.. joined.Select(Notice)]);
        foreach (var quarter in new[] { Quarter.Of(today), Quarter.Of(today).Previous })
        {
            db.InsertMissing([.. (scored.Add(quarter) ? everybody : joined).Select(person => Sheet(person, quarter))]);
        }

        await transaction.CommitAsync();
        everybody.ForEach(person => stored[person] = company.ManagerOf(person));
        since = today.AddDays(1);
    }

    private PersonRow Person(int number) => new()
    {
        Id = Domain.Tests.Groups.Company.Id(number), Email = Email(number), Name = "Somebody", StartDate = stored.ContainsKey(number) ? Ever : since, EndDate = company.HasGone(number) ? since.AddDays(-1) : null,
        SetBy = "operator", SetAt = Long,
    };

    private PersonFactRow Fact(int number) => new()
    {
        Person = Domain.Tests.Groups.Company.Id(number), Kind = "manager_email", FromDay = since, Value = Email(company.ManagerOf(number)!.Value), SetBy = "operator", SetAt = Long,
    };

    private static DeliveryRow Notice(int number) => new()
    {
        Kind = "notice", Recipient = Domain.Tests.Groups.Company.Id(number), Period = "once", Channel = "Teams", State = DeliveryState.Sent, PlannedAt = Long, StateAt = Long,
    };

    private ScoreSheetRow Sheet(int number, Quarter quarter) => new()
    {
        Id = new Guid(number + 1, (short)quarter.Number, 9, [1, 2, 3, 4, 5, 6, 7, 8]), Person = Domain.Tests.Groups.Company.Id(number), Quarter = quarter.ToString(), AsOf = Ever, Rubric = "2026.1",
        Verdict = Verdict(company.ClassOf(number)), Borderline = false, Points = 0, EligibleDays = 0, ActiveDays = 0, Document = SheetDocument.Write(Empty(quarter, Ever, Verdict(company.ClassOf(number)))), ComputedAt = Long,
    };

    private static string Email(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}@x.example");

    private static SheetVerdict Verdict(MemberClass of) => of switch
    {
        MemberClass.Heavy => SheetVerdict.Heavy,
        MemberClass.Light => SheetVerdict.Light,
        MemberClass.NoUseSeen => SheetVerdict.Non,
        _ => SheetVerdict.NotMeasurable,
    };

    private static ScoreSheet Empty(Quarter quarter, DateOnly asOf, SheetVerdict verdict) => new()
    {
        Quarter = quarter, AsOf = asOf, Rubric = "2026.1", Verdict = verdict, Reason = verdict == SheetVerdict.NotMeasurable ? Domain.Usage.Reason.TelemetryOff : null, Points = 0, EligibleDays = 0,
        ActiveDays = 0, Days = [],
    };

    /// <summary>Nobody's class changes, so the sheets are always of the day.</summary>
    private sealed class SheetsOfClasses(Domain.Tests.Groups.Company company) : IAllSheets
    {
        public Task Refresh(Quarter quarter, DateOnly asOf, CancellationToken cancel) => Task.CompletedTask;

        public Task<IReadOnlyDictionary<Guid, ScoreSheet>> On(IReadOnlyCollection<Guid> people, Quarter quarter, DateOnly asOf, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ScoreSheet>>(
                people.ToDictionary(x => x, x => Empty(quarter, asOf, Verdict(company.ClassOf(Domain.Tests.Groups.Company.Number(x))))));

        public Task<IReadOnlyDictionary<Guid, ScoreSheet>> With(
            IReadOnlyDictionary<Guid, IReadOnlyList<Correction>> further, Quarter quarter, DateOnly asOf, CancellationToken cancel) => throw new NotSupportedException();
    }
}
