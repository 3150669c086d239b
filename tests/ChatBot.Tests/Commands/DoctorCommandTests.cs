using System.Net;
using System.Text.Json;
using ChatBot.Channels.Slack;
using ChatBot.Channels.Teams;
using ChatBot.Commands;
using ChatBot.Commands.Doctor;

namespace ChatBot.Tests.Commands;

public sealed class DoctorCommandTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_store_with_people_in_known_zones_and_holidays_is_good(Database on)
    {
        await using var database = await TestDatabase.Create(on);
        using var folder = new TempFolder();
        await Import(database, folder, "people", "email,name,country,time_zone\nbo@x.example,Bo,DE,Europe/Berlin\n");
        await Import(database, folder, "holidays", $"country,date,name\nDE,{TimeProvider.System.GetUtcNow().Year}-12-25,Christmas\n");

        var (code, output, error) = await Run("doctor", "--json", "--database", database.Address.Connection);

        Assert.Equal((0, string.Empty), (code, error));
        Assert.Contains("answers, its schema is this version's, and it knows 1 people.", output, StringComparison.Ordinal);
        Assert.Contains("Everybody has a time zone that this machine knows.", output, StringComparison.Ordinal);
        Assert.Contains("Every country of the directory has holidays this year.", output, StringComparison.Ordinal);
        Assert.Contains(on == Database.Postgres ? "This machine's clock and the database's agree." : "The database file is whole.", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output.TrimEnd().Split('\n')[^1]);
        Assert.Equal(0, json.RootElement.GetProperty("bad").GetArrayLength());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Unknown_zones_and_countries_without_holidays_are_told_by_count_and_never_by_name(Database on)
    {
        await using var database = await TestDatabase.Create(on);
        using var folder = new TempFolder();
        await Import(database, folder, "people", "email,name,country,time_zone\nbo@x.example,Bo,DE,\nada@x.example,Ada,FR,Europe/Paris\n");

        var (code, output, _) = await Run("doctor", "--database", database.Address.Connection);

        Assert.Equal(0, code);
        Assert.Contains("1 people have no time zone that this machine knows", output, StringComparison.Ordinal);
        Assert.Contains($"There are no holidays of {TimeProvider.System.GetUtcNow().Year} for DE, FR", output, StringComparison.Ordinal);
        Assert.DoesNotContain("x.example", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_store_and_one_of_another_version_say_what_to_do()
    {
        using var folder = new TempFolder();
        await using var nobody = await TestDatabase.Create();

        Assert.Contains("serve applies them at its start.", (await Run("doctor", "--database", folder.Write("empty.db", []))).Output, StringComparison.Ordinal);
        Assert.Contains("it knows nobody. Import the directory: import people FILE.", (await Run("doctor", "--database", nobody.Address.Connection)).Output, StringComparison.Ordinal);
        Assert.Contains("There is no SQLite file yet.", (await Run("doctor", "--database", "nowhere/none.db")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_and_a_server_that_is_away_are_bad()
    {
        using var folder = new TempFolder();
        var damaged = folder.Write("damaged.db", [.. "SQLite format 3\0"u8, .. new byte[5000]]);

        var (code, output, error) = await Run("doctor", "--database", damaged);
        Assert.Equal((1, "Something must be mended; see the lines that begin with BAD.\n"), (code, error));
        Assert.Contains("SQLite does not answer: ", output, StringComparison.Ordinal);

        (code, output, _) = await Run("doctor", "--database", "Host=127.0.0.1;Port=1;Timeout=2;Username=x;Password=hunter2");
        Assert.Equal(1, code);
        Assert.Contains("PostgreSQL does not answer: ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_host_of_the_settings_is_asked_and_one_that_is_away_comes_with_advice()
    {
        var teams = new TeamsSettings
        {
            AppId = "11111111-1111-4111-8111-111111111111", Authority = "https://login.invalid", ChannelMetadata = "https://127.0.0.1:1/keys",
            ServiceHosts = "login.invalid",
        };

        var findings = await new HostLook(teams, new SlackSettings(), TimeProvider.System).Look(CancellationToken.None);

        Assert.Equal(["host login.invalid", "host 127.0.0.1"], findings.Select(x => x.What));
        Assert.All(findings, finding => Assert.Equal(Grade.Bad, finding.Grade));
        Assert.StartsWith("Its name is not known here.", findings[0].Says, StringComparison.Ordinal);
    }

    private static async Task Import(TestDatabase database, TempFolder folder, string kind, string csv) =>
        Assert.Equal(0, (await Run("import", kind, folder.Write(kind + ".csv", System.Text.Encoding.UTF8.GetBytes(csv)), "--database", database.Address.Connection)).Code);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Cli.Run(args, output, error);
        return (code, output.ToString(), error.ToString());
    }
}
