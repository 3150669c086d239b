using System.Text.RegularExpressions;
using ChatBot.Commands;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Commands;

public sealed partial class SendCommandTests
{
    private const string People = "email,name,time_zone,start_date,end_date\nada@x.example,Ada,Europe/Berlin,2020-01-01,\nbo@x.example,Bo,Asia/Kolkata,2020-01-01,\ncy@x.example,Cy,,2020-01-01,2025-12-31\n";

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_line_adds_up_and_a_dry_run_opens_nothing(Database on)
    {
        await using var database = await Company(on);

        var dry = await Send(database, "digests", "--as-of", "2026-11-22", "--dry-run", "--json");
        var rows = await database.Query(db => db.Runs.CountAsync());
        var planned = await Send(database, "digests", "--as-of", "2026-11-22", "--json");
        var again = await Send(database, "digests", "--week", "2026-W47", "--as-of", "2026-11-22", "--json");

        Assert.Equal((0, 0), (dry.Code, rows));
        Assert.Contains("2026-W47 digests: 3 recipients, 2 planned, 1 withheld (nothing was planned: a dry run)\n  NotEmployed: 1\n", dry.Output, StringComparison.Ordinal);
        Assert.StartsWith("""{"run":null,"recipients":3,"planned":2,"withheld":{"NotEmployed":1},"teams":{"run":null,"recipients":""", Last(dry.Output), StringComparison.Ordinal);
        Assert.Equal(0, planned.Code);
        Assert.Matches("""^\{"run":"[0-9a-f-]{36}","recipients":3,"planned":2,"withheld":\{"NotEmployed":1\},"teams":\{""", Last(planned.Output));
        Assert.Equal(Last(planned.Output), Last(again.Output));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_is_planned_outside_any_run(Database on)
    {
        await using var database = await Company(on);

        var one = await Send(database, "digests", "--as-of", "2026-11-22", "--only", "ADA@x.example", "--json");
        var nobody = await Send(database, "digests", "--as-of", "2026-11-22", "--only", "eve@x.example");

        Assert.StartsWith("""{"run":null,"recipients":1,"planned":1,"withheld":{},"teams":""", Last(one.Output), StringComparison.Ordinal);
        Assert.Equal(0, await database.Query(db => db.Runs.CountAsync()));
        Assert.Equal((1, "Nobody in the directory has the address eve@x.example.\n"), (nobody.Code, nobody.Error));
    }

    [Theory]
    [InlineData(2, "Nudges cannot be sent yet; there are digests.", "nudges")]
    [InlineData(2, "send has no KIND letters; there are digests.", "letters")]
    [InlineData(2, "--week takes a week such as 2026-W47, not 2026-W54.", "digests", "--week", "2026-W54")]
    [InlineData(2, "2026-W47 is not over on 2026-11-21; its digests are planned from 2026-11-22 on.", "digests", "--week", "2026-W47", "--as-of", "2026-11-21")]
    [InlineData(2, "2026-W45 is too old on 2026-11-21; its digests could go until 2026-11-15.", "digests", "--week", "2026-W45", "--as-of", "2026-11-21")]
    public async Task What_cannot_be_sent_is_refused_in_one_sentence(int code, string sentence, params string[] arguments)
    {
        await using var database = await TestDatabase.Create();

        var result = await Send(database, arguments);

        Assert.Equal((code, string.Empty), (result.Code, result.Output));
        Assert.Equal(sentence, result.Error.Split('\n')[0]);
    }

    [Fact]
    public async Task A_directory_that_changed_much_is_to_be_accepted_first()
    {
        await using var database = await Company(Database.Sqlite);
        using var folder = new TempFolder();
        var more = folder.Write("more.csv", System.Text.Encoding.UTF8.GetBytes(People + "dan@x.example,Dan,,,\n"));
        await Run("import", "people", more, "--database", database.Address.Connection);

        var refused = await Send(database, "digests", "--as-of", "2026-11-22");
        await Run("import", "people", more, "--accept", "--database", database.Address.Connection);
        var planned = await Send(database, "digests", "--as-of", "2026-11-22");

        Assert.Equal(1, refused.Code);
        Assert.Contains("import it once more with --accept", refused.Error, StringComparison.Ordinal);
        Assert.Equal(0, planned.Code);
    }

    private static async Task<TestDatabase> Company(Database on)
    {
        var database = await TestDatabase.Create(on);
        using var folder = new TempFolder();
        await Run("import", "people", folder.Write("people.csv", System.Text.Encoding.UTF8.GetBytes(People)), "--database", database.Address.Connection);
        return database;
    }

    private static Task<(int Code, string Output, string Error)> Send(TestDatabase database, params string[] arguments) =>
        Run(["send", .. arguments, "--database", database.Address.Connection]);

    private static string Last(string output) => output.TrimEnd().Split('\n')[^1];

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString(), ProgressLine().Replace(error.ToString(), string.Empty));
    }

    [GeneratedRegex(@"^send digests \S+: \d+ %\n", RegexOptions.Multiline, 1000)]
    private static partial Regex ProgressLine();
}
