using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>One upheld appeal, many people: who else has the same hole is looked for and proposed, and nothing is corrected by that.</summary>
public sealed class SameGapTests
{
    [Theory, OnSqlite, OnPostgres]
    internal async Task A_ruling_on_a_hole_finds_the_others_of_the_team_and_tells_the_office(Database kind)
    {
        await using var company = await Company.Appealing(kind: kind);
        var appeal = await UpheldCase.Of(company.Parts, company.Store, await company.IdOf("tess"), await company.IdOf("rob"), new(2026, 4), company.Now);

        var finding = await company.Query(db => db.Findings.AsNoTracking().SingleAsync());
        Assert.Equal((appeal, Tool.Copilot.Id, Reason.TelemetryOff.Name, FindingState.Looking), (finding.Appeal, finding.Tool, finding.Reason, finding.State));
        await Look(company);
        await Look(company);

        var found = await company.Query(db => Findings.People(db, finding.Id, default));
        Assert.Equal(new[] { await company.IdOf("tom"), await company.IdOf("tina") }.Order(), found.Keys.Order());
        Assert.All(found.Values, corrections => Assert.IsType<Correction.CreditDays>(Assert.Single(corrections)));
        finding = await company.Query(db => db.Findings.AsNoTracking().SingleAsync());
        Assert.Equal((FindingState.Proposed, 2, 20), (finding.State, finding.People, finding.Days));
        var told = await company.Query(db => db.Deliveries.Where(x => x.Kind == AppealKinds.Finding).Select(x => x.Recipient).ToListAsync());
        Assert.Equal(new[] { await company.IdOf("olive"), await company.IdOf("oscar") }.Order(), told.Order());
        var corrected = await company.Query(db => db.Corrections.Select(x => x.Person).Distinct().ToListAsync());
        Assert.Equal([await company.IdOf("tess")], corrected);
    }

    [Fact]
    public async Task Nobody_is_proposed_twice_and_where_nobody_is_left_the_finding_is_empty()
    {
        await using var company = await Company.Appealing();
        await UpheldCase.Of(company.Parts, company.Store, await company.IdOf("tess"), await company.IdOf("rob"), new(2026, 4), company.Now);
        await Look(company);
        await UpheldCase.Of(company.Parts, company.Store, await company.IdOf("tom"), await company.IdOf("rob"), new(2026, 4), company.Now);
        await Look(company);

        var states = await company.Query(db => db.Findings.OrderBy(x => x.StateAt).Select(x => x.State).ToListAsync());
        Assert.Equal([FindingState.Proposed, FindingState.Empty], states.Order());
    }

    [Fact]
    public async Task Who_is_of_the_office_and_has_the_same_hole_or_leads_the_appellant_is_not_told()
    {
        await using var company = await Company.Appealing();
        await company.Write(async db =>
        {
            await db.People.Where(x => x.Email == "tom@example.com" || x.Email == "petra@example.com").ExecuteUpdateAsync(set => set.SetProperty(x => x.Roles, "programme-office"));
        });
        await UpheldCase.Of(company.Parts, company.Store, await company.IdOf("tess"), await company.IdOf("rob"), new(2026, 4), company.Now);
        await Look(company);

        var told = await company.Query(db => db.Deliveries.Where(x => x.Kind == AppealKinds.Finding).Select(x => x.Recipient).ToListAsync());
        Assert.Equal(new[] { await company.IdOf("olive"), await company.IdOf("oscar") }.Order(), told.Order());
    }

    private static Task Look(Company company) => company.Parts.GetRequiredService<LookForOthers>().Run(default);
}
