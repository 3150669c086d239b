using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Appeals in the store: what is written together, and what is refused by it.</summary>
public sealed class CasesTests
{
    private const string Reason = "The editor reported that telemetry was switched off by policy in these weeks.";

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_ruling_brings_its_corrections_and_the_sheet_follows_them(Database kind)
    {
        await using var company = await Company.On(kind: kind);
        var person = await company.IdOf("ada");
        var filed = await File(company, person);
        var credit = new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 9)), Tool.Copilot, "regular");
        var ruled = filed.Appeal with
        {
            State = AppealState.Ruled,
            Rulings = [new Ruling(1, Guid.CreateVersion7(company.Now), null, company.Now, "2026.1", [new PartRuling(0, Outcome.Upheld, Reason, [credit])])],
        };
        var before = await Sheet(company, person);

        await Write(company, db => Cases.Save(db, filed, ruled, new AppealEvent.Agree(), new Actor(ruled.Rulings[0].Reviewer), company.Now, null, default));

        var after = await Sheet(company, person);
        Assert.NotEqual(before.Points, after.Points);
        Assert.Equal([credit], await company.Query(db => Corrections.Of(db, person, default)));
        var kept = await company.Query(db => db.ScoreSheets.SingleAsync(x => x.Id == filed.Sheet));
        Assert.Equal(ruled.Id.ToString("D"), kept.ReplacedWhy);
        Assert.NotNull(kept.ReplacedAt);
        Assert.Equal(["Filed", "Agree"], (await company.Query(db => Cases.History(db, ruled.Id, default))).Select(x => x.What));
        Assert.True((await company.Query(db => Reviews.Of(db, person, company.Now, default))).IsOpen);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_second_open_case_and_a_change_of_an_older_version_write_nothing(Database kind)
    {
        await using var company = await Company.On(kind: kind);
        var filed = await File(company, await company.IdOf("ada"));
        var again = filed with { Appeal = filed.Appeal with { Id = Guid.CreateVersion7(company.Now) }, Reference = "A-22222" };
        var actor = new Actor(filed.Appeal.Person);

        await Assert.ThrowsAsync<OvertakenException>(() => Write(company, db => Cases.Add(db, again, company.Now, null, default)));
        await Write(company, db => Cases.Save(db, filed, filed.Appeal, new AppealEvent.Add(), actor, company.Now, "more", default));
        await Assert.ThrowsAsync<OvertakenException>(() => Write(company, db => Cases.Save(db, filed, filed.Appeal, new AppealEvent.Add(), actor, company.Now, "less", default)));

        Assert.Equal(["Filed", "Add"], (await company.Query(db => Cases.History(db, filed.Appeal.Id, default))).Select(x => x.What));
        Assert.Equal(2, (await company.Query(db => Cases.Find(db, "a-7k3qx", default)))!.Version);
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task An_account_that_is_given_to_somebody_counts_for_them_and_for_nobody_else(Database kind)
    {
        await using var company = await Company.On(kind: kind);
        var (ada, grace) = (await company.IdOf("ada"), await company.IdOf("grace"));
        var account = await company.Query(db => db.Accounts.Where(x => x.Person == grace).Select(x => x.Id).SingleAsync());
        var hers = await Sheet(company, grace);

        await Write(company, db => Corrections.Add(db, Guid.CreateVersion7(company.Now), 1, ada, [new Correction.RemapAccount(account, ada)], ada, company.Now, default));

        Assert.NotEqual(0, hers.ActiveDays);
        Assert.Equal(0, (await Sheet(company, grace)).ActiveDays);
        Assert.True((await Sheet(company, ada)).Points > hers.Points / 2);
    }

    private static async Task<Case> File(Company company, Guid person)
    {
        var quarter = Quarter.Of(new(2026, 11, 22));
        var sheet = await company.Query(db => db.ScoreSheets.SingleAsync(x => x.Person == person && x.Quarter == "2026-Q4" && x.ReplacedAt == null));
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(company.Now),
            Person = person,
            Quarter = quarter,
            Ground = Ground.NotCaptured,
            Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9))],
            FiledAt = company.Now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), company.Now),
        };
        var filed = new Case(appeal, "A-7K3QX", 1, sheet.Id, "Payments");
        await Write(company, db => Cases.Add(db, filed, company.Now, "It was off.", default));
        return filed;
    }

    private static async Task<ScoreSheet> Sheet(Company company, Guid person)
    {
        var sheets = company.Parts.GetRequiredService<ISheets>();
        return (await sheets.Fresh(person, new Quarter(2026, 4), new(2026, 11, 22), default)).Sheet;
    }

    private static Task Write(Company company, Func<BotDb, Task> write) => company.Parts.GetRequiredService<GroupCommit>().Run((db, _) => write(db), default);
}
