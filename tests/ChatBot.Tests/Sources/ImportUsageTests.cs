using ChatBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Sources;

public sealed class ImportUsageTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_file_twice_changes_nothing(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        const string File = """
            github 7 ada s - 2026-11-17 3
            github 8 bo s - 2026-11-17 1
            github 7 ada s - 2026-11-18 4
            """;

        var first = await harness.Import("lines", File);
        var store = await harness.Store();
        var second = await harness.Import("lines", File);

        Assert.Equal((3, 3, 0, 0), Counts(first));
        Assert.Equal((3, 0, 0, 3), Counts(second));
        Assert.Equal(store, await harness.Store());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_row_is_replaced_and_a_row_that_stands_twice_counts_once(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("lines", "github 7 ada s - 2026-11-17 3");

        var changed = await harness.Import("lines", "github 7 ada s - 2026-11-17 5\ngithub 7 ada s - 2026-11-17 6");
        var again = await harness.Import("lines", "github 7 ada s - 2026-11-17 5\ngithub 7 ada s - 2026-11-17 6");

        Assert.Equal((2, 0, 2, 0), Counts(changed));
        Assert.Equal((2, 0, 0, 2), Counts(again));
        Assert.Equal(6, await harness.Query(db => db.Readings.Select(x => x.Prompts).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_28_day_row_never_replaces_a_1_day_row(Database on)
    {
        await using var harness = await ImportHarness.On(on);

        await harness.Import("lines", "github 7 ada s - 2026-11-17 3 28");
        var better = await harness.Import("lines", "github 7 ada s - 2026-11-17 4");
        var worse = await harness.Import("lines", "github 7 ada s - 2026-11-17 5 28");

        Assert.Equal((1, 0, 1, 0), Counts(better));
        Assert.Equal((1, 0, 0, 1), Counts(worse));
        Assert.Equal(4, await harness.Query(db => db.Readings.Select(x => x.Prompts).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_source_day_counts_distinct_accounts_over_the_parts_of_a_scope(Database on)
    {
        await using var harness = await ImportHarness.On(on);

        await harness.Import("lines", """
            anthropic ada@x - s api 2026-11-17 3
            anthropic ada@x - s web 2026-11-17 3
            anthropic bo@x - s api 2026-11-17 3
            anthropic bo@x - other api 2026-11-17 3
            whole anthropic s 2026-11-16
            """);
        await harness.Import("lines", "anthropic cleo@x - s web 2026-11-17 3\nanthropic bo@x - s web 2026-11-17 3");

        var days = await harness.Query(db => db.SourceDays.OrderBy(x => x.Scope).ThenBy(x => x.Day).ToListAsync());
        Assert.Equal([("other", 1, true), ("s", 0, true), ("s", 3, true)], days.Select(x => (x.Scope, x.Rows, x.Complete)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_file_that_broke_off_leaves_its_days_incomplete_until_it_is_whole(Database on)
    {
        await using var harness = await ImportHarness.On(on);

        await harness.Import("lines", "github 7 ada s - 2026-11-17 3\nbreak\ngithub 8 bo s - 2026-11-17 3");
        var broken = await harness.Query(db => db.SourceDays.SingleAsync());
        await harness.Import("lines", "github 7 ada s - 2026-11-17 3\ngithub 8 bo s - 2026-11-17 3");
        var whole = await harness.Query(db => db.SourceDays.SingleAsync());

        Assert.Equal((1, false), (broken.Rows, broken.Complete));
        Assert.Equal((2, true), (whole.Rows, whole.Complete));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_killed_import_leaves_what_running_it_again_completes(Database on)
    {
        var random = new Random(4711);
        var file = RandomFile(random, ReadingSink.BatchRows * 3);
        await using var undisturbed = await ImportHarness.On(on);
        await undisturbed.Import("lines", file);
        await using var killed = await ImportHarness.On(on);

        for (var attempt = 0; attempt < 4; attempt++)
        {
            killed.KilledAfter = random.Next(1, ReadingSink.BatchRows * 3);
            await Assert.ThrowsAsync<ImportHarness.KilledException>(() => killed.Import("lines", file));
        }

        killed.KilledAfter = null;
        await killed.Import("lines", file);

        Assert.Equal(await undisturbed.Store(), await killed.Store());
    }

    [Theory, OnSqlite(1), OnSqlite(2), OnSqlite(3), OnSqlite(4), OnSqlite(5), OnPostgres(1), OnPostgres(2)]
    public async Task Files_in_any_order_and_split_anyhow_give_the_same_store(Database on, int seed)
    {
        var random = new Random(seed);
        var lines = RandomFile(random, 400).Split('\n').DistinctBy(x => string.Join(' ', x.Split(' ').Where((_, at) => at is not (2 or 6)))).ToArray();
        await using var together = await ImportHarness.On(on);
        await together.Import("lines", string.Join('\n', lines));
        await using var apart = await ImportHarness.On(on);

        random.Shuffle(lines);
        foreach (var part in lines.Chunk(random.Next(20, 200)))
        {
            await apart.Import("lines", string.Join('\n', part));
        }

        Assert.Equal(await together.Store(), await apart.Store());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_import_marks_the_sheets_that_look_at_what_changed(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", "email,name,github_login\nada@x.example,Ada,ada\nbo@x.example,Bo,bo");
        await harness.Import("lines", "github 7 ada s - 2026-11-17 3\ngithub 8 bo s - 2026-11-17 3");
        await harness.Query(db => db.StaleSheets.ExecuteDeleteAsync());

        await harness.Import("lines", "github 7 ada s - 2026-11-17 3\ngithub 8 bo s - 2026-11-17 3");
        var unchanged = await Stale(harness);
        await harness.Import("lines", "github 7 ada s - 2026-11-17 4\ngithub 8 bo s - 2026-11-17 3");
        var oneChanged = await Stale(harness);
        await harness.Import("lines", "github 7 ada s - 2026-07-20 4\ngithub 8 bo s - 2026-11-17 3");
        var earlierDay = await Stale(harness);

        Assert.Empty(unchanged);
        Assert.Equal(["ada@x.example 2026-Q4"], oneChanged);
        Assert.Equal(["ada@x.example 2026-Q2", "ada@x.example 2026-Q3", "ada@x.example 2026-Q4", "bo@x.example 2026-Q2", "bo@x.example 2026-Q3", "bo@x.example 2026-Q4"], earlierDay);
    }

    private static async Task<string[]> Stale(ImportHarness harness)
    {
        var rows = await harness.Query(db => (
            from stale in db.StaleSheets
            join person in db.People on stale.Person equals person.Id
            orderby person.Email, stale.Quarter
            select person.Email + " " + stale.Quarter).ToArrayAsync());
        return rows;
    }

    private static string RandomFile(Random random, int rows)
    {
        string[] vendors = ["github", "anthropic", "openai"];
        return string.Join('\n', Enumerable.Range(0, rows).Select(_ =>
        {
            var vendor = vendors[random.Next(3)];
            var key = random.Next(1, 60);
            var day = new DateOnly(2026, 9, 1).AddDays(random.Next(40)).ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            var part = vendor == "anthropic" ? random.Next(3).ToString(System.Globalization.CultureInfo.InvariantCulture) : "-";
            return $"{vendor} {key} name{random.Next(1, 40)} s{random.Next(2)} {part} {day} {random.Next(5)}{(random.Next(3) == 0 ? " 28" : string.Empty)}";
        }));
    }

    private static (int Read, int Stored, int Replaced, int Unchanged) Counts(ImportReport report) =>
        (report.Counts.Read, report.Counts.Stored, report.Counts.Replaced, report.Counts.Unchanged);
}
