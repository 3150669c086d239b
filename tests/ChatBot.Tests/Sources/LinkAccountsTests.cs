using Microsoft.EntityFrameworkCore;

namespace ChatBot.Tests.Sources;

public sealed class LinkAccountsTests
{
    private const string People = """
        email,name,github_login,claude_email,chatgpt_email
        ada@x.example,Ada,Ada-CTO,,
        bo@x.example,Bo,bo,bo.private@y.example,
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_belongs_to_the_one_who_is_known_by_it(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);

        var report = await harness.Import("lines", """
            github 7 ada-cto s - 2026-11-17 1
            github 8 nobody s - 2026-11-17 1
            anthropic bo.private@y.example - s - 2026-11-17 1
            anthropic bo@x.example - s - 2026-11-17 1
            openai bo.private@y.example - s - 2026-11-17 1
            email ada@x.example - s - 2026-11-17 1
            anthropic ci-key - s - 2026-11-17 1 machine
            """);

        Assert.Equal(2, report.Counts.Unmatched);
        Assert.Equal(
            ["7 ada@x.example", "8 -", "ada@x.example ada@x.example", "bo.private@y.example -", "bo.private@y.example bo@x.example", "bo@x.example bo@x.example", "ci-key -"],
            await Links(harness));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_account_that_two_people_claim_is_ambiguous_and_nobodys(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People + "\ncleo@x.example,Cleo,ada-cto,,");

        var report = await harness.Import("lines", "github 7 ada-cto s - 2026-11-17 1");
        var ambiguous = await harness.Query(db => db.Accounts.SingleAsync());
        var claims = await harness.Query(db => db.AccountClaims.CountAsync());
        await harness.Import("people", "email,name,github_login\ncleo@x.example,Cleo,cleo");

        Assert.Equal((0, true, null, 2), (report.Counts.Unmatched, ambiguous.Ambiguous, ambiguous.Person, claims));
        Assert.Equal(["7 ada@x.example"], await Links(harness));
        Assert.Equal(0, await harness.Query(db => db.AccountClaims.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_person_who_is_imported_late_gets_the_account_and_a_stale_sheet(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("lines", "github 7 ada-cto s - 2026-11-17 1");

        await harness.Import("people", People);

        Assert.Equal(["7 ada@x.example"], await Links(harness));
        Assert.Contains("2026-Q4", await harness.Query(db => db.StaleSheets.Select(x => x.Quarter).ToListAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_renamed_login_keeps_its_link_until_somebody_else_is_seen_with_it(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", People);
        await harness.Import("lines", "github 7 ada-cto s - 2026-11-17 1");

        await harness.Import("lines", "github 7 ada-lovelace s - 2026-11-18 1");
        var renamed = await Links(harness);
        await harness.Import("lines", "github 9 ada-cto s - 2026-11-19 1");
        var moved = await Links(harness);

        Assert.Equal(["7 ada@x.example"], renamed);
        Assert.Equal(["7 -", "9 ada@x.example"], moved);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_address_still_finds_the_account(Database on)
    {
        await using var harness = await ImportHarness.On(on);
        await harness.Import("people", "email,name,entra_object_id\nada@x.example,Ada,E-1");
        await harness.Import("lines", "anthropic ada@x.example - s - 2026-11-17 1");

        await harness.Import("people", "email,name,entra_object_id\nada.byron@x.example,Ada,e-1");

        Assert.Equal(["ada@x.example ada.byron@x.example"], await Links(harness));
    }

    private static async Task<IReadOnlyList<string>> Links(ImportHarness harness) =>
        [.. (await harness.Store()).Where(x => x.StartsWith("account ", StringComparison.Ordinal)).Select(x => string.Join(' ', x.Split(' ')[2..4])).Order(StringComparer.Ordinal)];
}
