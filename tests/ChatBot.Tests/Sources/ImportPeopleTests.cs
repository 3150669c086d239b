using ChatBot.Sources;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Sources;

public sealed class ImportPeopleTests
{
    private const string Header = "email,name,entra_object_id,manager_email,work_area,office,country,time_zone,working_days,start_date,end_date,roles\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task People_are_added_once_and_changed_by_who_said_so(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        const string Ada = Header + "Ada@X.example, Ada Byron ,E1,boss@x.example,Payments,Berlin,de,Europe/Berlin,Mon-Thu,2024-01-01,,Reviewer;auditor";

        var added = await harness.Import("people", Ada);
        var again = await harness.Import("people", Ada);
        var changed = await harness.Import(new ImportRequest("people", []) { SetBy = "hr@x.example" }, Ada.Replace("Ada Byron", "Ada B.", StringComparison.Ordinal));

        var ada = await harness.Query(db => db.People.SingleAsync());
        Assert.Equal((1, 1, 1), (added.Counts.Stored, again.Counts.Unchanged, changed.Counts.Replaced));
        Assert.Equal(
            ("ada@x.example", "Ada B.", "e1", "Europe/Berlin", "reviewer;auditor", "hr@x.example"),
            (ada.Email, ada.Name, ada.EntraObjectId, ada.TimeZone, ada.Roles, ada.SetBy));
        Assert.Equal(
            ["country 2024-01-01 DE", "manager_email 2024-01-01 boss@x.example", "office 2024-01-01 Berlin", "work_area 2024-01-01 Payments", "working_days 2024-01-01 Mon;Tue;Wed;Thu"],
            await Facts(harness));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dated_fact_changes_from_the_day_of_the_import_or_the_day_said(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        const string Columns = "email,name,work_area,start_date\n";
        await harness.Import("people", Columns + "ada@x.example,Ada,Payments,2024-01-01");

        await harness.Import("people", Columns + "ada@x.example,Ada,Loans,2024-01-01");
        await harness.Import(new ImportRequest("people", []) { From = new DateOnly(2026, 3, 1) }, Columns + "ada@x.example,Ada,Cards,2024-01-01");
        var again = await harness.Import(new ImportRequest("people", []) { From = new DateOnly(2026, 3, 1) }, Columns + "ada@x.example,Ada,Cards,2024-01-01");
        await harness.Import("people", "email,name\nada@x.example,Ada");
        await harness.Import("people", "email,name,work_area\nada@x.example,Ada,");

        Assert.Equal(1, again.Counts.Unchanged);
        Assert.Equal(["work_area 2024-01-01 Payments", "work_area 2026-03-01 Cards", "work_area 2026-11-22 "], await Facts(harness));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_match_of_both_keys_on_two_people_is_rejected(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", "email,name,entra_object_id\nada@x.example,Ada,e1\nbo@x.example,Bo,e2");

        var report = await harness.Import("people", "email,name,entra_object_id\nbo@x.example,Ada,e1\nbo@x.example,Bo,e2\nBO@x.example,Bo again,");

        Assert.Equal((3, 2, 1), (report.Counts.Read, report.Counts.Rejected, report.Counts.Unchanged));
        Assert.Equal(["line 2", "line 4"], report.Files[0].Rejected.Select(x => x.Split(':')[0]));
        Assert.Equal(2, await harness.Query(db => db.People.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_address_keeps_the_old_one_as_alias_and_back_again(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", "email,name,entra_object_id\nada@x.example,Ada,e1");

        await harness.Import("people", "email,name,entra_object_id\nada.byron@x.example,Ada,e1");
        var moved = await harness.Query(db => db.PersonAliases.Select(x => x.Email).ToListAsync());
        await harness.Import("people", "email,name,entra_object_id\nada@x.example,Ada,e1");
        var back = await harness.Query(db => db.PersonAliases.Select(x => x.Email).ToListAsync());

        Assert.Equal(["ada@x.example"], moved);
        Assert.Equal(["ada.byron@x.example"], back);
    }

    [Fact]
    public async Task What_a_line_gets_wrong_is_named()
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);

        var report = await harness.Import("people", Header + string.Join('\n', [
            "ada@x.example,Ada,,,,,,,,,,",
            "eve,Eve,,,,,,,,,,",
            "x@x.example,,,,,,,,,,,",
            "x@x.example,X,,,,,,Mars/Olympus,,,,",
            "x@x.example,X,,,,,,,Mon-Xyz,,,",
            "x@x.example,X,,,,,,,,2024-13-01,,",
            "x@x.example,X,,,,,,,,2024-02-01,2024-01-01,",
            "x@x.example,X,,,,,,,,,,boss",
            "x@x.example,X,,,,,Germany,,,,,",
            "x@x.example,X",
            "x@x.example,X\0,,,,,,,,,,",
            "x@x.example,\"X\nY\",,,,,,,,,,",
            $"x@x.example,{new string('x', 1_000_000)},,,,,,,,,,",
            "x@x.example,\"never closed,,,,,,,,,,",
            "bo@x.example,\"Bo \"\"the\"\" Chen, Esq.\",,,,,,,,,,",
        ]));

        Assert.Equal((15, 2, 13), (report.Counts.Read, report.Counts.Stored, report.Counts.Rejected));
        Assert.Equal(
        [
            "line 3: email \"eve\" is no e-mail address.",
            "line 4: name is empty.",
            "line 5: time_zone \"Mars/Olympus\" is no zone like Europe/Berlin.",
            "line 6: working_days \"Mon-Xyz\" is no pattern like Mon-Fri or Mon;Tue;Thu.",
            "line 7: start_date \"2024-13-01\" is no day like 2026-11-22.",
            "line 8: end_date lies before start_date.",
            "line 9: roles has \"boss\"; known are reviewer, programme-office, auditor.",
            "line 10: country \"GERMANY\" is no country code of two letters.",
            "line 11: it has 2 fields where the header has 12.",
            "line 12: name holds a line break or another control character.",
            "line 13: name holds a line break or another control character.",
            "line 15: name is longer than 1000 characters.",
            "line 16: it has a quote that is not closed, or one in the middle of a field.",
        ], report.Files[0].Rejected);
        Assert.Equal("Bo \"the\" Chen, Esq.", await harness.Query(db => db.People.Where(x => x.Email == "bo@x.example").Select(x => x.Name).SingleAsync()));
    }

    [Theory]
    [InlineData("email;name\na@x;A", "semicolons")]
    [InlineData("email\tname\na@x\tA", "tabs")]
    [InlineData("[{\"email\":1}]", "JSON")]
    [InlineData("", "empty")]
    [InlineData("email,from,to\n", "no column name")]
    [InlineData("email,name,email\n", "twice")]
    public async Task What_is_no_file_of_people_is_refused_with_a_sentence(string text, string says)
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);

        var report = await harness.Import("people", text);

        Assert.Contains(says, report.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_in_any_order_and_unknown_ones_named()
    {
        await using var harness = await ImportHarness.On(Database.Sqlite);

        var report = await harness.Import("people", "\uFEFFshoe_size,Name , EMAIL\r\n\r\n44,Ada,ada@x.example\r\n");

        Assert.Equal((1, 1), (report.Counts.Read, report.Counts.Stored));
        Assert.Contains("shoe_size", Assert.Single(report.Files[0].Notes), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> Facts(ImportHarness harness)
    {
        var facts = await harness.Query(db => db.PersonFacts.ToListAsync());
        return [.. facts.Select(x => $"{x.Kind} {x.FromDay:O} {x.Value}").Order(StringComparer.Ordinal)];
    }
}
