using System.Globalization;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using ChatBot.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ChatBot.Tests.Features.Scores;

public sealed class AllSheetsTests
{
    private static readonly Quarter Quarter = new(2026, 4);
    private static readonly DateOnly Today = new(2026, 12, 15);

    [Theory, OnSqlite, OnPostgres]
    public async Task Sheets_are_brought_to_the_day_all_of_them_or_the_stale_ones(Database on)
    {
        await using var harness = await Organisation(on);
        var sheets = Sheets(harness);

        await sheets.Refresh(Quarter, Today.AddDays(-1), default);
        await sheets.Refresh(Quarter, Today, default);
        var first = await Stored(harness);
        await harness.Import("leave", "email,from,to\nbo@x.example,2026-10-05,2026-10-09");
        await sheets.Refresh(Quarter, Today, default);
        var second = await Stored(harness);

        Assert.All(first, x => Assert.Equal(Today, x.AsOf));
        Assert.Equal(2, first.Count);
        Assert.NotEqual(first[1].EligibleDays, second[1].EligibleDays);
        Assert.Equal(first[0].EligibleDays, second[0].EligibleDays);
        Assert.Equal(0, await harness.Query(db => db.StaleSheets.CountAsync(x => x.Quarter == "2026-Q4")));
    }

    /// <summary>Four weeks after somebody has left, their sheet of today says nothing any more; a figure must keep them as they were.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_leavers_sheet_of_the_last_day_is_computed_and_not_stored(Database on)
    {
        await using var harness = await Organisation(on);
        var sheets = Sheets(harness);
        await sheets.Refresh(Quarter, Today, default);
        var ada = await harness.Query(db => db.People.Where(x => x.Email == "ada@x.example").Select(x => x.Id).SingleAsync());
        var before = await Stored(harness);

        var then = await sheets.On([ada], Quarter, new DateOnly(2026, 10, 30), default);

        Assert.Equal(SheetVerdict.Light, then[ada].Verdict);
        Assert.Equal(new DateOnly(2026, 10, 30), then[ada].AsOf);
        Assert.Equal(before, await Stored(harness));
        Assert.NotEqual(SheetVerdict.Light, before[0].Verdict);
    }

    private static AllSheets Sheets(ImportHarness harness) =>
        new(harness.Database, new RecomputeSheets(harness.Database, Parts.Rubric, new StoppedClock(harness.Now)), Parts.Rubric);

    private static Task<List<(DateOnly AsOf, SheetVerdict Verdict, int EligibleDays)>> Stored(ImportHarness harness) => harness.Query(async db => (await (
        from sheet in db.ScoreSheets.Where(x => x.Quarter == "2026-Q4" && x.ReplacedAt == null)
        join person in db.People on sheet.Person equals person.Id
        orderby person.Email
        select new { sheet.AsOf, sheet.Verdict, sheet.EligibleDays }).ToListAsync()).ConvertAll(x => (x.AsOf, x.Verdict, x.EligibleDays)));

    private static async Task<ImportHarness> Organisation(Database on)
    {
        var harness = await ImportHarness.On(on);
        await harness.Import("people", "email,name,github_login,start_date,end_date\nada@x.example,Ada,ada,2024-01-01,2026-10-30\nbo@x.example,Bo,bo,2024-01-01,");
        var days = Enumerable.Range(0, 120).Select(x => Today.AddDays(-x)).ToArray();
        harness.Now = new DateTimeOffset(Today.AddDays(5).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await harness.Import("lines", string.Join('\n', days.SelectMany(day => new[]
        {
            day <= new DateOnly(2026, 10, 30) ? string.Create(CultureInfo.InvariantCulture, $"github 7 ada s - {day:yyyy-MM-dd} 2") : string.Create(CultureInfo.InvariantCulture, $"whole github s {day:yyyy-MM-dd}"),
            string.Create(CultureInfo.InvariantCulture, $"github 8 bo s - {day:yyyy-MM-dd} 2"),
        })));
        return harness;
    }
}
