using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using ChatBot.Tests.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Features.Scores;

public sealed class RecomputeSheetsTests
{
    private static readonly DateOnly AsOf = new(2026, 11, 22);
    private static readonly Quarter Quarter = new(2026, 4);
    private static readonly Rubric Rubric = ChosenRubric.Read(Path.Combine(AppContext.BaseDirectory, "rubrics"), "2026.1");

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_gets_a_sheet_and_the_area_a_median(Database on)
    {
        await using var harness = await Organisation(on);
        var verdicts = new List<string>();

        var report = await Recompute(harness).All(Quarter, AsOf, person => verdicts.Add($"{person.Inputs.Person.Email} {person.Verdict}"), progress: null, default);

        Assert.Equal(new RecomputeReport(3, 3), report);
        Assert.Equal(["ada@x.example Heavy", "bo@x.example Light", "cleo@x.example NotMeasurable(AccountNotLinked)"], verdicts.Order(StringComparer.Ordinal));
        var median = await harness.Query(db => db.Medians.SingleAsync());
        Assert.Equal(("Payments", 2), (median.WorkArea, median.People));
        Assert.Equal(0, await harness.Query(db => db.StaleSheets.CountAsync(x => x.Quarter == "2026-Q4")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sheet_that_says_the_same_is_left_and_another_overwrites_it(Database on)
    {
        await using var harness = await Organisation(on);
        var recompute = Recompute(harness);
        await recompute.All(Quarter, AsOf, each: null, progress: null, default);
        var before = await Ids(harness);

        var again = await recompute.All(Quarter, AsOf, each: null, progress: null, default);
        var tomorrow = await recompute.All(Quarter, AsOf.AddDays(1), each: null, progress: null, default);

        Assert.Equal((0, 3), (again.Written, tomorrow.Written));
        Assert.Equal(before, await Ids(harness));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_sheet_that_was_told_is_replaced_and_stays_readable(Database on)
    {
        await using var harness = await Organisation(on);
        var recompute = Recompute(harness);
        var ada = await Person(harness, "ada@x.example");
        var told = (await recompute.One(ada, Quarter, AsOf, default))!;
        await harness.Database.Add(new DeliveryRow
        {
            Kind = "reply", Recipient = ada, Period = "p", About = told.Id, Channel = "teams", State = DeliveryState.Sending, PlannedAt = harness.Now, StateAt = harness.Now,
        });

        var next = (await recompute.One(ada, Quarter, AsOf.AddDays(1), default))!;

        Assert.NotEqual(told.Id, next.Id);
        var old = await harness.Query(db => db.ScoreSheets.SingleAsync(x => x.Id == told.Id));
        Assert.Equal(SheetStore.Recomputed, old.ReplacedWhy);
        Assert.Equal(AsOf, SheetDocument.Read(old.Document).AsOf);
        Assert.Equal(next.Id, await harness.Query(db => db.ScoreSheets.Where(x => x.ReplacedAt == null).Select(x => x.Id).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_fresh_sheet_is_the_stored_one_until_its_inputs_change(Database on)
    {
        await using var harness = await Organisation(on);
        var fresh = new FreshSheets(harness.Database, Recompute(harness), Rubric);
        var ada = await Person(harness, "ada@x.example");

        var first = await fresh.Fresh(ada, Quarter, AsOf, default);
        await harness.Query(db => db.ScoreSheets.ExecuteUpdateAsync(set => set.SetProperty(x => x.ComputedAt, DateTimeOffset.UnixEpoch)));
        var same = await fresh.Fresh(ada, Quarter, AsOf, default);
        var untouched = await harness.Query(db => db.ScoreSheets.Select(x => x.ComputedAt).SingleAsync());
        await harness.Import("leave", "email,from,to\nada@x.example,2026-10-05,2026-10-09");
        var changed = await fresh.Fresh(ada, Quarter, AsOf, default);

        Assert.Equal(first.Id, same.Id);
        Assert.Equal(DateTimeOffset.UnixEpoch, untouched);
        Assert.Equal(first.Sheet.EligibleDays - 5, changed.Sheet.EligibleDays);
        Assert.False(await harness.Query(db => db.StaleSheets.AnyAsync(x => x.Person == ada && x.Quarter == "2026-Q4")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_sheets_of_a_closed_quarter_become_final(Database on)
    {
        await using var harness = await Organisation(on);
        var fresh = new FreshSheets(harness.Database, Recompute(harness), Rubric);
        var ada = await Person(harness, "ada@x.example");

        var sheet = await fresh.Fresh(ada, new Quarter(2026, 3), AsOf, default);
        var later = await fresh.Fresh(ada, new Quarter(2026, 3), AsOf.AddDays(20), default);

        Assert.Equal(new DateOnly(2026, 11, 1), sheet.Sheet.AsOf);
        Assert.Equal(sheet.Id, later.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_stale_sheets_are_recomputed_and_a_mark_made_meanwhile_stays(Database on)
    {
        await using var harness = await Organisation(on);
        var recompute = Recompute(harness);
        await recompute.All(Quarter, AsOf, each: null, progress: null, default);
        await harness.Import("leave", "email,from,to\nada@x.example,2026-10-05,2026-10-09");
        var ada = await Person(harness, "ada@x.example");

        var report = await recompute.Stale(Quarter, AsOf, default);
        await using var db = harness.Database.CreateDbContext();
        await harness.Database.Add(new StaleSheetRow { Person = ada, Quarter = "2026-Q4", Mark = Guid.CreateVersion7(harness.Now) });
        await using (var transaction = db.BeginFilling())
        {
            await SheetStore.Unmark(db, Quarter, [ada], new Dictionary<Guid, Guid> { [ada] = Guid.CreateVersion7(harness.Now) }, default);
            await transaction.CommitAsync();
        }

        Assert.Equal(new RecomputeReport(1, 1), report);
        Assert.Equal(ada, await harness.Query(x => x.StaleSheets.Where(stale => stale.Quarter == "2026-Q4").Select(stale => stale.Person).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_in_two_tools_and_an_ambiguous_one_reach_the_scorer(Database on)
    {
        await using var harness = await Organisation(on);
        await harness.Import("people", "email,name,github_login\ndora@x.example,Dora,ada");
        ScoreSheet? dora = null;

        await Recompute(harness).All(
            Quarter, AsOf, person => dora = person.Inputs.Person.Email == "dora@x.example" ? person.Sheet : dora, progress: null, default);

        Assert.Equal("AccountNotLinked", dora!.Reason?.Name);
        Assert.Contains(dora.Days, x => x.Tools.Any(tool => tool.Coverage.Reason?.Name == "AccountNotLinked"));
    }

    private static RecomputeSheets Recompute(ImportHarness harness) => new(harness.Database, Rubric, new StoppedClock(harness.Now));

    private static async Task<ImportHarness> Organisation(Database on)
    {
        var harness = await ImportHarness.On(on);
        await harness.Import("people", """
            email,name,github_login,work_area,start_date
            ada@x.example,Ada,ada,Payments,2024-01-01
            bo@x.example,Bo,bo,Payments,2024-01-01
            cleo@x.example,Cleo,,Payments,2024-01-01
            """);
        var days = Enumerable.Range(0, 100).Select(x => AsOf.AddDays(-x).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToArray();
        harness.Now = harness.Now.AddDays(4);
        await harness.Import("lines", string.Join('\n', days.SelectMany(day => new[] { $"github 7 ada s - {day} 8", $"github 8 bo s - {day} 2" })));
        harness.Now = ImportHarness.Noon;
        return harness;
    }

    private static Task<Guid> Person(ImportHarness harness, string email) => harness.Query(db => db.People.Where(x => x.Email == email).Select(x => x.Id).SingleAsync());

    private static async Task<List<Guid>> Ids(ImportHarness harness) => [.. (await harness.Query(db => db.ScoreSheets.Select(x => x.Id).ToListAsync())).Order()];
}
