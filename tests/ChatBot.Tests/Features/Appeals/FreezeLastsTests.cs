using ChatBot.Cards;
using ChatBot.Channels.Web;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Groups;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Features.Digests;
using ChatBot.Features.Scores;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>The freeze lasts as long as the case, whatever is imported, computed or started meanwhile; and the first summary after it tells the corrected score.</summary>
public sealed class FreezeLastsTests
{
    private const string Why = "The editor's telemetry was switched off by policy in that week; the server saw a chat each day.";

    private static readonly Week Week = new(2026, 47);

    [Theory, OnSqlite, OnPostgres]
    internal async Task It_survives_every_file_read_again_a_night_and_a_restart(Database kind)
    {
        await using var company = await Company.Appealing("2026-11-24", kind);
        await Told(company, "ada", "grace");
        await Filed.Case(company, "ada");

        await company.ImportAgain();
        await using var service = company.Restarted("2026-11-24T10:00:00Z");
        await Scoring.Nightly(service.Parts, default);

        (await service.Talker("ada").Says("what's my score")).Begins("Under review since Tue 24 Nov");
        var (ada, grace) = (await service.IdOf("ada"), await service.IdOf("grace"));
        Assert.Equal((0, 1), await Planned(service, ada, dryRun: false));
        Assert.Equal((1, 0), await Planned(service, grace, dryRun: false));
        Assert.Equal([grace], await service.Query(db => db.Deliveries.Where(x => x.Kind == DigestKinds.Personal).Select(x => x.Recipient).ToListAsync()));
        var classes = await service.Parts.GetRequiredService<ClassReader>().On(new DateOnly(2026, 11, 24), [ada, grace], default);
        Assert.Equal((MemberClass.NotClassified, MemberClass.Heavy), (classes[ada], classes[grace]));
    }

    [Theory, OnSqlite, OnPostgres]
    internal async Task The_first_summary_after_the_ruling_was_told_states_the_corrected_sheet(Database kind)
    {
        await using var company = await Company.Appealing("2026-11-23", kind);
        await Told(company, "tess");
        var tess = await company.IdOf("tess");
        var filed = await Filed.Case(company, "tess");
        await Filed.Does(company, filed, new AppealEvent.Claim(), "rita");
        var credit = new Correction.CreditDays(new DateSpan(new(2026, 10, 5), new(2026, 10, 9)), Tool.Copilot, "regular");
        await Filed.Does(company, filed, new AppealEvent.Rule([new PartRuling(0, Outcome.Upheld, Why, [credit])], company.Parts.GetRequiredService<Rubric>()), "rita");
        Assert.Equal((0, 1), await Planned(company, tess, dryRun: true));

        await company.SendDue();
        Assert.Equal((1, 0), await Planned(company, tess, dryRun: false));
        await using var tuesday = company.Restarted("2026-11-24T10:30:00Z");
        await tuesday.SendDue();

        var row = await tuesday.Query(db => db.Deliveries.SingleAsync(x => x.Kind == DigestKinds.Personal && x.Recipient == tess));
        Assert.Equal(DeliveryState.Sent, row.State);
        var (before, after) = (await Sheet(tuesday, filed.Sheet), await Sheet(tuesday, row.About!.Value));
        Assert.True(after.Score > before.Score);
        var told = CardText.Render(tuesday.Parts.GetRequiredService<Transcripts>().Of("tess@example.com")[^1].Card!);
        Assert.StartsWith("Your week, 16–22 Nov", told, StringComparison.Ordinal);
        Assert.Contains($"{after.Score:0.0} of 100", told, StringComparison.Ordinal);
        Assert.DoesNotContain("under review", told, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<ScoreSheet> Sheet(Company company, Guid id) => SheetDocument.Read(await company.Query(db => db.ScoreSheets.Where(x => x.Id == id).Select(x => x.Document).SingleAsync()));

    /// <summary>How many a planning of the person's summary plans and withholds for want of a verdict.</summary>
    private static async Task<(int Planned, int Withheld)> Planned(Company company, Guid person, bool dryRun)
    {
        var balance = (await company.Parts.GetRequiredService<PlanDigests>().One(person, Week, company.Now, dryRun, default)).Balances[DigestKinds.Personal];
        return (balance.Planned, balance.Withheld.GetValueOrDefault("NotClassified"));
    }

    private static async Task Told(Company company, params string[] names)
    {
        foreach (var name in names)
        {
            await company.Store.Add(new DeliveryRow
            {
                Kind = FirstContacts.Notice, Recipient = await company.IdOf(name), Period = "once", Channel = "Web", State = DeliveryState.Sent, PlannedAt = company.Now, StateAt = company.Now,
            });
        }
    }
}
