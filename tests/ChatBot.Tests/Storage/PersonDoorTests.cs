using ChatBot.Domain.Access;
using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Storage;

public sealed class PersonDoorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Ada = Guid.CreateVersion7(Now);
    private static readonly Guid Bob = Guid.CreateVersion7(Now);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_look_at_oneself_is_allowed_and_recorded_under_a_random_id(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        var (door, effects, db) = Open(store);

        Assert.NotNull(door.Open(Viewer.Self(Ada), Ada, "score"));
        Assert.NotNull(door.Open(Viewer.Self(Ada), Ada, "coverage"));
        await effects.WriteTo(db, CancellationToken.None);

        var subject = await store.Query(x => x.Subjects.SingleAsync());
        Assert.Equal(Ada, subject.Person);
        Assert.NotEqual(Ada, subject.Subject);
        var records = await store.Query(x => x.AccessRecords.OrderBy(r => r.What).ToListAsync());
        Assert.Equal(["coverage", "score"], records.Select(x => x.What));
        Assert.All(records, x => Assert.Equal((subject.Subject, subject.Subject, true, Now), (x.Actor, x.Subject, x.Allowed, x.At)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_look_at_somebody_else_is_refused_and_recorded(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        var (door, effects, db) = Open(store);

        Assert.Null(door.Open(Viewer.Self(Ada), Bob, "score"));
        await effects.WriteTo(db, CancellationToken.None);

        var record = await store.Query(x => x.AccessRecords.SingleAsync());
        var subjects = await store.Query(x => x.Subjects.ToDictionaryAsync(s => s.Person, s => s.Subject));
        Assert.Equal((subjects[Ada], subjects[Bob], false), (record.Actor, record.Subject, record.Allowed));
    }

    [Fact]
    public async Task The_operator_looks_as_nobody_in_particular()
    {
        await using var store = await TestDatabase.Create();
        var (door, effects, db) = Open(store);

        Assert.NotNull(door.Open(new Viewer(null, Role.Operator, Purpose.Operation), Ada, "score"));
        await effects.WriteTo(db, CancellationToken.None);

        Assert.Null((await store.Query(x => x.AccessRecords.SingleAsync())).Actor);
    }

    [Fact]
    public async Task A_file_knows_its_person_with_the_facts_of_the_day()
    {
        await using var store = await TestDatabase.Create();
        await store.Add(
            new PersonRow { Id = Ada, Email = "ada@example.com", Name = "Ada", SetBy = "operator", SetAt = Now },
            Fact("work_area", new DateOnly(2026, 1, 1), "Retail"), Fact("work_area", new DateOnly(2026, 11, 1), "Payments"),
            Fact("manager_email", new DateOnly(2026, 1, 1), "bob@example.com"), Fact("working_days", new DateOnly(2026, 1, 1), "Mon;Tue"),
            new LeaveRow { Person = Ada, FromDay = new DateOnly(2026, 12, 1), SetBy = "operator", SetAt = Now });
        var (door, _, _) = Open(store);

        var known = await door.Open(Viewer.Self(Ada), Ada, "accounts")!.Known(new DateOnly(2026, 11, 22), CancellationToken.None);

        Assert.Equal("bob@example.com", known.ManagerEmail);
        Assert.Equal("Retail", known.Facts.WorkArea.At(new DateOnly(2026, 10, 31), string.Empty));
        Assert.Equal("Payments", known.Facts.WorkArea.At(new DateOnly(2026, 11, 1), string.Empty));
        Assert.False(known.Facts.WorkingDays.At(new DateOnly(2026, 11, 1), WorkingDays.MondayToFriday).Contains(DayOfWeek.Friday));
        Assert.Equal(new DateSpan(new DateOnly(2026, 12, 1), null), Assert.Single(known.Facts.Leave));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_lists_the_accounts_that_are_the_persons_or_may_be(Database kind)
    {
        await using var store = await TestDatabase.Create(kind);
        await store.Add(
            new AccountRow { Id = 1, Vendor = "github", Key = "17", Person = Ada, FirstReading = new DateOnly(2026, 9, 1) },
            new AccountNameRow { Vendor = "github", Name = "ada-old", Account = 1, LastSeen = new DateOnly(2026, 9, 1) },
            new AccountNameRow { Vendor = "github", Name = "ada", Account = 1, LastSeen = new DateOnly(2026, 11, 1) },
            new AccountRow { Id = 2, Vendor = "anthropic", Key = "shared@example.com", Ambiguous = true },
            new AccountClaimRow { Account = 2, Person = Ada }, new AccountClaimRow { Account = 2, Person = Bob },
            new AccountRow { Id = 3, Vendor = "github", Key = "18", Person = Bob });
        var (door, _, _) = Open(store);

        var accounts = await door.Open(Viewer.Self(Ada), Ada, "accounts")!.Accounts(CancellationToken.None);

        Assert.Equal([("anthropic", "shared@example.com", true), ("github", "ada,ada-old", false)], accounts.Select(x => (x.Vendor, string.Join(',', x.Names), x.Ambiguous)));
    }

    private static PersonFactRow Fact(string kind, DateOnly from, string value) =>
        new() { Person = Ada, Kind = kind, FromDay = from, Value = value, SetBy = "operator", SetAt = Now };

    private static (PersonDoor Door, TurnEffects Effects, BotDb Db) Open(TestDatabase store)
    {
        var effects = new TurnEffects();
        var db = store.CreateDbContext();
        return (new PersonDoor(db, effects, new NoSheets(), new StoppedClock(Now)), effects, db);
    }
}
