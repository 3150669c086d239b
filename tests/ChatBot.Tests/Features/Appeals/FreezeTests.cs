using ChatBot.Chat;
using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Features.Digests;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>From the commit of a filing on, nothing leaves that tells the tier.</summary>
public sealed class FreezeTests
{
    private const string Noon = "2026-11-24T12:00:00Z";

    [Theory, OnSqlite, OnPostgres]
    internal async Task Whoever_contests_is_planned_no_digest_and_listed_as_not_classified(Database kind)
    {
        await using var company = await Company.Appealing("2026-11-22", kind);
        await Filed.Case(company, "ada");
        await company.Query(async db =>
        {
            await using var transaction = db.BeginFilling();
            AcceptedDirectory.Accept(db, DateOnly.FromDateTime(company.Now.UtcDateTime));
            await transaction.CommitAsync();
            return true;
        });

        var report = await company.Parts.GetRequiredService<PlanDigests>().Everybody(new Week(2026, 47), company.Now, "operator", dryRun: false, null, default);

        Assert.Null(report.Refusal);
        var balance = report.Balances[DigestKinds.Personal];
        Assert.Equal(1, balance.Withheld["NotClassified"]);
        Assert.DoesNotContain("UnderReview", balance.Withheld.Keys);
        var ada = await company.IdOf("ada");
        Assert.False(await company.Query(db => db.Deliveries.AnyAsync(x => x.Kind == "digest" && x.Recipient == ada)));
        Assert.Equal("UnderReview", await company.Query(db => db.Withholdings.Where(x => x.Kind == "digest" && x.Person == ada).Select(x => x.Reason).SingleAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task What_waits_is_withheld_by_the_filing_whether_it_is_held_planned_or_in_a_workers_hands(Database kind)
    {
        await using var company = await Scene(kind);
        await using var service = company.Restarted(Noon);
        await service.Plan(Digest(await service.IdOf("ada")), Digest(await service.IdOf("grace")), Digest(await service.IdOf("kai")) with { Held = true });
        var claimed = await service.Parts.GetRequiredService<OutboxRows>().Claim(10, default);
        Assert.Equal(2, claimed.Count);

        foreach (var name in (string[])["ada", "grace", "kai"])
        {
            await Filed.Case(service, name, reference: "A-" + name.ToUpperInvariant());
        }

        var rows = await service.Query(db => db.Deliveries.AsNoTracking().Where(x => x.Kind == "digest").ToListAsync());
        Assert.All(rows, row => Assert.Equal((DeliveryState.WithheldAtSend, "UnderReview", null), (row.State, row.Code, row.LeaseUntil)));
        Assert.Equal(3, rows.Count);
        Assert.False(await Leave(service, claimed[0]));
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task A_card_that_was_made_before_the_filing_does_not_leave_after_it(Database kind)
    {
        await using var company = await Scene(kind);
        await using var service = company.Restarted(Noon);
        var ada = await service.IdOf("ada");
        await service.Plan(Digest(ada));
        var row = Assert.Single(await service.Parts.GetRequiredService<OutboxRows>().Claim(1, default));
        await using var scope = service.Parts.CreateAsyncScope();
        var made = Assert.IsType<Making.Ready>(await Make(scope, row));

        await Filed.Case(service, "ada", told: false); // The row as if it had been planned anew in that very moment, so that the filing did not see it.

        Assert.False(await Leave(service, row, scope, made));
        Assert.Empty(await service.Query(db => db.AccessRecords.Where(x => x.What == "weekly summary").ToListAsync()));
        Assert.Equal("UnderReview", Assert.IsType<Making.Withheld>(await Make(service.Parts.CreateAsyncScope(), row)).Reason);
    }

    [Theory, OnPostgres]
    internal async Task A_departure_waits_for_a_filing_that_is_half_committed(Database kind)
    {
        await using var company = await Scene(kind);
        await using var service = company.Restarted(Noon);
        var ada = await service.IdOf("ada");
        await service.Plan(Digest(ada));
        var row = Assert.Single(await service.Parts.GetRequiredService<OutboxRows>().Claim(1, default));
        await using var scope = service.Parts.CreateAsyncScope();
        var made = Assert.IsType<Making.Ready>(await Make(scope, row));
        var filed = await Filed.Make(service, ada);
        Task<bool> leaving;
        await using (var db = service.Store.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await VerdictLock.Contest(db, ada, default);
            await Filed.Add(service, db, filed, told: false, default);
            leaving = Leave(service, row, scope, made);
            await Waiting(service);
            Assert.False(leaving.IsCompleted);
            await transaction.CommitAsync();
        }

        Assert.False(await leaving);
    }

    [Fact]
    public async Task An_answer_that_was_made_before_the_filing_and_committed_after_it_is_made_anew()
    {
        await using var company = await Company.Appealing();
        var commits = company.Parts.GetRequiredService<GroupCommit>();
        var filed = await Filed.Make(company, await company.IdOf("ada"));
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var gate = commits.Run(async (_, _) =>
        {
            begun.TrySetResult();
            await open.Task;
        }, default);
        await begun.Task;
        var filing = commits.Run((db, cancel) => Filed.Add(company, db, filed, told: true, cancel), default);
        var asked = company.Talker("ada").Says("what's my score"); // On SQLite nothing is waited for before the commit, so the sheet has been read here.
        open.SetResult();
        await Task.WhenAll(gate, filing);

        (await asked).Begins("Under review since Mon 23 Nov");
    }

    [Theory]
    [InlineData("what's my score")]
    [InlineData("why")]
    [InlineData("my history")]
    [InlineData("what would move me")]
    [InlineData("how do I compare")]
    [InlineData("digest now")]
    public async Task Nothing_that_can_be_asked_names_the_tier_while_it_is_contested(string asked)
    {
        await using var company = await Company.Appealing();
        Assert.NotEmpty((await company.Talker("ada").Says(asked)).Text);
        await Filed.Case(company, "ada");

        var said = (await company.Talker("ada").Says(asked)).Text;

        Assert.DoesNotContain("light:", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)\\b(light|heavy)\\b(?! (from|is|needs|takes))", said);
    }

    private static async Task<Company> Scene(Database kind)
    {
        var company = await Company.Appealing("2026-11-24", kind);
        var notices = new List<object>();
        foreach (var name in (string[])["ada", "grace", "kai"])
        {
            notices.Add(new DeliveryRow
            {
                Kind = "notice", Recipient = await company.IdOf(name), Period = "once", Channel = "Web", State = DeliveryState.Sent, PlannedAt = company.Now, StateAt = company.Now,
            });
        }

        await company.Store.Add([.. notices]);
        return company;
    }

    private static PlannedDelivery Digest(Guid person) =>
        new(new DeliveryKey("digest", person, "2026-W47"), null, new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    private static Task<Making> Make(AsyncServiceScope scope, ClaimedRow row) => ((IDeliveryMaker)scope.ServiceProvider.GetRequiredService(row.Kind.Maker))
        .Make(new DueDelivery(row.Key, row.About, 1, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow()), default);

    private static async Task<bool> Leave(Company service, ClaimedRow row)
    {
        await using var scope = service.Parts.CreateAsyncScope();
        return await Leave(service, row, scope, null);
    }

    private static Task<bool> Leave(Company service, ClaimedRow row, AsyncServiceScope scope, Making.Ready? made) =>
        service.Parts.GetRequiredService<OutboxRows>().Leave(row, nameof(Channel.Web), made?.StatedSheet, scope.ServiceProvider.GetRequiredService<TurnEffects>(), default);

    /// <summary>Until some connection waits for a lock that another holds.</summary>
    private static async Task Waiting(Company service)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await service.Query(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_locks where not granted and locktype = 'advisory'").SingleAsync(patience.Token)) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }
}
