using ChatBot.Domain.Usage;
using ChatBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Sources;

public sealed class ImportDirectoryTests
{
    private const string People = "email,name,country,office,start_date\nada@x.example,Ada,DE,Berlin,2024-01-01\nbo@x.example,Bo,FR,Paris,2024-01-01";

    [Theory, OnSqlite, OnPostgres]
    public async Task Leave_is_a_snapshot(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);
        await harness.Import("leave", "email,from,to\nada@x.example,2026-11-01,2026-11-10\nbo@x.example,2026-10-01,2026-10-02\nbo@x.example,2026-11-20,");
        await harness.Query(db => db.StaleSheets.ExecuteDeleteAsync());

        var report = await harness.Import("leave", "email,from,to\nada@x.example,2026-11-01,2026-11-12\nbo@x.example,2026-11-20,\nbo@x.example,2026-11-20,2026-11-21");

        Assert.Equal((3, 0, 1, 1, 1), (report.Counts.Read, report.Counts.Stored, report.Counts.Replaced, report.Counts.Unchanged, report.Counts.Ignored));
        var leave = await harness.Query(db => db.Leave.OrderBy(x => x.FromDay).ToListAsync());
        Assert.Equal([(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 12)), (new DateOnly(2026, 11, 20), null)], leave.Select(x => (x.FromDay, x.ToDay)));
        Assert.Equal(2, await harness.Query(db => db.StaleSheets.Where(x => x.Quarter == "2026-Q4").CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Leave_of_under_half_the_rows_is_held(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);
        await harness.Import("leave", "email,from,to\nada@x.example,2026-11-01,\nada@x.example,2026-10-01,2026-10-02\nbo@x.example,2026-11-20,");

        var held = await harness.Import("leave", "email,from,to\nada@x.example,2026-11-01,");
        var rows = await harness.Query(db => db.Leave.CountAsync());
        var accepted = await harness.Import(new ImportRequest("leave", []) { Accept = true }, "email,from,to");

        Assert.Contains("--accept", held.Problem, StringComparison.Ordinal);
        Assert.Equal(3, rows);
        Assert.Null(accepted.Problem);
        Assert.Equal(0, await harness.Query(db => db.Leave.CountAsync()));
    }

    [Fact]
    public async Task Leave_of_nobody_and_turned_round_spans_are_rejected()
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);
        await harness.Import("people", People);

        var report = await harness.Import("leave", "email,from,to\nghost@x.example,2026-11-01,\nada@x.example,2026-11-02,2026-11-01\nada@x.example,,\nADA@x.example,2026-11-01,");

        Assert.Equal(
            ["line 2: nobody is known by ghost@x.example.", "line 3: to lies before from.", "line 4: from is empty."], report.Files[0].Rejected);
        Assert.Equal(1, report.Counts.Stored);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Delegates_are_a_snapshot_held_where_it_shrank(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);
        await harness.Import("delegates", "email,for,from,to\nada@x.example,bo@x.example,2026-11-01,2026-11-10\nbo@x.example,ada@x.example,2026-10-01,\nbo@x.example,ada@x.example,2026-09-01,2026-09-02");

        var report = await harness.Import("delegates", "email,for,from,to\nada@x.example,bo@x.example,2026-11-01,2026-11-12\nbo@x.example,ada@x.example,2026-10-01,\nbo@x.example,ada@x.example,2026-10-01,2026-10-03");
        var held = await harness.Import("delegates", "email,for,from,to");

        Assert.Equal((3, 0, 1, 1, 1), (report.Counts.Read, report.Counts.Stored, report.Counts.Replaced, report.Counts.Unchanged, report.Counts.Ignored));
        Assert.Contains("--accept", held.Problem, StringComparison.Ordinal);
        var delegates = await harness.Query(db => db.StandIns.OrderBy(x => x.FromDay).ToListAsync());
        Assert.Equal([(new DateOnly(2026, 10, 1), null), (new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 12))], delegates.Select(x => (x.FromDay, x.ToDay)));
        Assert.Null((await harness.Import(new ImportRequest("delegates", []) { Accept = true }, "email,for,from,to")).Problem);
        Assert.Equal(0, await harness.Query(db => db.StandIns.CountAsync()));
    }

    [Fact]
    public async Task Delegates_of_nobody_of_themselves_and_turned_round_spans_are_rejected()
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);
        await harness.Import("people", People);

        var report = await harness.Import(
            "delegates", "email,for,from,to\nghost@x.example,ada@x.example,2026-11-01,\nada@x.example,ghost@x.example,2026-11-01,\nada@x.example,ADA@x.example,2026-11-01,\nada@x.example,bo@x.example,2026-11-02,2026-11-01\nada@x.example,bo@x.example,,\nADA@x.example,bo@x.example,2026-11-01,");

        Assert.Equal(
            [
                "line 2: nobody is known by ghost@x.example.", "line 3: nobody is known by ghost@x.example.", "line 4: nobody stands in for themselves.", "line 5: to lies before from.",
                "line 6: from is empty.",
            ],
            report.Files[0].Rejected);
        Assert.Equal(1, report.Counts.Stored);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Holidays_are_set_once_and_make_the_sheets_of_their_country_stale(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);
        await harness.Query(db => db.StaleSheets.ExecuteDeleteAsync());
        const string File = "country,date,name\nde,2026-10-03,Unity\nDE,2026-12-25,Christmas\nxyz,2026-12-25,Christmas";

        var report = await harness.Import("holidays", File);
        var again = await harness.Import("holidays", File);

        Assert.Equal((2, 1), (report.Counts.Stored, report.Counts.Rejected));
        Assert.Equal(2, again.Counts.Unchanged);
        var ada = await harness.Query(db => db.People.Where(x => x.Email == "ada@x.example").Select(x => x.Id).SingleAsync());
        Assert.Equal([ada], await harness.Query(db => db.StaleSheets.Select(x => x.Person).Distinct().ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_gap_is_named_by_scope_value_tool_and_first_day(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);
        await harness.Query(db => db.StaleSheets.ExecuteDeleteAsync());
        const string Header = "scope,value,tool,from,to,reason\n";

        var report = await harness.Import("gaps", Header + "office,Paris,Claude-Code,2026-11-01,,Bedrock\nall,,,2026-11-03,2026-11-04,Outage\nteam,x,,2026-11-01,,Y\nemail,ada@x.example,,2026-11-01,,");
        var again = await harness.Import("gaps", Header + "office,Paris,claude-code,2026-11-01,2026-11-30,Bedrock");

        Assert.Equal((2, 2), (report.Counts.Stored, report.Counts.Rejected));
        Assert.Equal(1, again.Counts.Replaced);
        var gaps = await harness.Query(db => db.Gaps.OrderBy(x => x.FromDay).ToListAsync());
        Assert.Equal(
            [(GapScope.Office, "Paris", "claude-code", new DateOnly(2026, 11, 30)), (GapScope.All, "", null, new DateOnly(2026, 11, 4))],
            gaps.Select(x => (x.Names, x.Value, x.Tool, x.ToDay)));
        Assert.Equal(2, await harness.Query(db => db.StaleSheets.Where(x => x.Quarter == "2026-Q4").CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_file_is_remembered_with_its_fingerprint_and_counts(Database on)
    {
        await using var harness = await ImportHarness.On(on);

        await harness.Import(new ImportRequest("people", []) { SetBy = "hr@x.example" }, People, "email;name");

        var import = await harness.Query(db => db.Imports.SingleAsync());
        Assert.Equal(("people", "file-0.txt", 2, 2, "hr@x.example"), (import.Kind, import.FileName, import.Read, import.Stored, import.SetBy));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(People))), import.Sha256);
    }
}
