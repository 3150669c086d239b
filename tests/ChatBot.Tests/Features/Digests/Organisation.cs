using System.Globalization;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Features.Digests;
using ChatBot.Storage;

namespace ChatBot.Tests.Features.Digests;

/// <summary>A directory with sheets, notices and leave, put into the store row by row, and the service's own code that makes figures of it.</summary>
internal sealed class Organisation : IAsyncDisposable
{
    private static readonly DateTimeOffset Long = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly SheetsAsStored sheets = new();
    private readonly List<object> rows = [];
    private int people;

    private Organisation(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public DateOnly Today { get; set; } = new(2026, 11, 24);

    public static async Task<Organisation> On(Database kind) => new(await TestDatabase.Create(kind));

    /// <summary>The id of the person that was put in as number <paramref name="number"/>.</summary>
    public static Guid Id(int number) => new(number + 1, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);

    /// <summary>Somebody, with the sheet of this quarter where they have one.</summary>
    public int Add(int? manager = null, SheetVerdict? verdict = null, bool noticed = true, DateOnly? from = null, DateOnly? to = null, string? zone = null)
    {
        var number = people++;
        rows.Add(new PersonRow { Id = Id(number), Email = Email(number), Name = $"Person {number}", StartDate = from ?? new DateOnly(2020, 1, 1), EndDate = to, TimeZone = zone, SetBy = "operator", SetAt = Long });
        if (manager is { } boss)
        {
            Report(number, boss, new DateOnly(2020, 1, 1));
        }

        if (verdict is { } concluded)
        {
            rows.Add(Sheet(number, new Quarter(2026, 4), concluded));
        }

        if (noticed)
        {
            Notice(number, "notice", DeliveryState.Sent);
        }

        return number;
    }

    /// <summary>Some of a kind.</summary>
    public void Add(int count, int manager, SheetVerdict? verdict, bool noticed = true)
    {
        for (var i = 0; i < count; i++)
        {
            Add(manager, verdict, noticed);
        }
    }

    /// <summary>From the day on somebody has another manager.</summary>
    public void Report(int person, int manager, DateOnly from) => rows.Add(
        new PersonFactRow { Person = Id(person), Kind = "manager_email", FromDay = from, Value = Email(manager), SetBy = "operator", SetAt = Long });

    public void Away(int person, DateOnly from) => rows.Add(new LeaveRow { Person = Id(person), FromDay = from, SetBy = "operator", SetAt = Long });

    public void Leave(int person, DateOnly from, DateOnly to) => rows.Add(new LeaveRow { Person = Id(person), FromDay = from, ToDay = to, SetBy = "operator", SetAt = Long });

    public void Notice(int person, string kind, DeliveryState state) => rows.Add(
        new DeliveryRow { Kind = kind, Recipient = Id(person), Period = "once", Channel = "Teams", State = state, PlannedAt = Long, StateAt = Long });

    public void Quarters(int person, Quarter quarter, SheetVerdict verdict) => rows.Add(Sheet(person, quarter, verdict));

    /// <summary>Somebody who contests their sheet.</summary>
    public void Contest(int person)
    {
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(Long), Person = Id(person), Quarter = new Quarter(2026, 4), Ground = Ground.Other, Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9))],
            FiledAt = Long, Calendar = new CaseCalendar(string.Empty, TimeZoneInfo.Utc, WorkingDays.MondayToFriday, []),
        };
        rows.Add(new AppealRow
        {
            Id = appeal.Id, Reference = "A-7K3QX", Person = appeal.Person, Quarter = "2026-Q4", Ground = appeal.Ground, State = appeal.State, FiledAt = Long, RuleBy = appeal.Clock.RuleBy,
            Sheet = Guid.CreateVersion7(Long), WorkArea = string.Empty, Version = 1, Document = AppealDocument.Write(appeal),
        });
    }

    /// <summary>What the leaver's sheet was on the last day.</summary>
    public void OnLastDay(int person, SheetVerdict verdict) => sheets.Then[Id(person)] = verdict;

    /// <summary>Stores what was added since.</summary>
    public async Task Store()
    {
        await Database.Add([.. rows]);
        rows.Clear();
    }

    /// <summary>The figures as a node of the service has them.</summary>
    public TeamFigures Node(int k = 10) => new(Database, Make(k));

    public MakeTeamFigures Make(int k = 10) =>
        new(Database, Classes, new DigestSettings(k, DayOfWeek.Tuesday, new TimeOnly(11, 0)), Clock);

    public ClassReader Classes => new(Database, sheets, Parts.Rubric, Clock);

    private StoppedClock Clock => new(new DateTimeOffset(Today.ToDateTime(new TimeOnly(6, 0)), TimeSpan.Zero));

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();

    private static string Email(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number}@x.example");

    private static ScoreSheetRow Sheet(int number, Quarter quarter, SheetVerdict verdict) => new()
    {
        Id = new Guid(number + 1, (short)quarter.Number, 8, [1, 2, 3, 4, 5, 6, 7, 8]), Person = Id(number), Quarter = quarter.ToString(), AsOf = new DateOnly(2026, 11, 24), Rubric = "2026.1",
        Verdict = verdict, Borderline = false, Points = 0, EligibleDays = 0, ActiveDays = 0, Document = SheetDocument.Write(Empty(quarter, verdict)), ComputedAt = Long,
    };

    private static ScoreSheet Empty(Quarter quarter, SheetVerdict verdict) => new()
    {
        Quarter = quarter, AsOf = new DateOnly(2026, 11, 24), Rubric = "2026.1", Verdict = verdict, Reason = verdict == SheetVerdict.NotMeasurable ? Domain.Usage.Reason.TooFewDays : null,
        Points = 0, EligibleDays = 0, ActiveDays = 0, Days = [],
    };

    /// <summary>Sheets that are always of the day.</summary>
    private sealed class SheetsAsStored : IAllSheets
    {
        public Dictionary<Guid, SheetVerdict> Then { get; } = [];

        public Task Refresh(Quarter quarter, DateOnly asOf, CancellationToken cancel) => Task.CompletedTask;

        public Task<IReadOnlyDictionary<Guid, ScoreSheet>> On(IReadOnlyCollection<Guid> people, Quarter quarter, DateOnly asOf, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<Guid, ScoreSheet>>(people.Where(Then.ContainsKey).ToDictionary(x => x, x => Empty(quarter, Then[x])));

        public Task<IReadOnlyDictionary<Guid, ScoreSheet>> With(
            IReadOnlyDictionary<Guid, IReadOnlyList<Correction>> further, Quarter quarter, DateOnly asOf, CancellationToken cancel) => throw new NotSupportedException();
    }
}
