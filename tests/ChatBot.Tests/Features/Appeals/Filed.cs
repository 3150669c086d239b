using ChatBot.Deliveries;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using ChatBot.Tests.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>Cases as they are filed and acted on below the words of the chat: by the rules, with everything that follows, in one commit.</summary>
internal static class Filed
{
    /// <summary>A case of somebody of the company, filed at the service's time.</summary>
    public static async Task<Case> Case(Company company, string name, Ground ground = Ground.NotCaptured, string reference = "A-7K3QX", bool told = true)
    {
        var person = await company.IdOf(name);
        var filed = await Make(company, person, ground, reference);
        await company.Parts.GetRequiredService<GroupCommit>().Run((db, cancel) => Add(company, db, filed, told, cancel), default);
        return filed;
    }

    /// <summary>The case that <see cref="Case"/> files, not filed yet.</summary>
    public static async Task<Case> Make(Company company, Guid person, Ground ground = Ground.NotCaptured, string reference = "A-7K3QX")
    {
        var sheet = await company.Query(db => db.ScoreSheets.SingleAsync(x => x.Person == person && x.Quarter == "2026-Q4" && x.ReplacedAt == null));
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(company.Now),
            Person = person,
            Quarter = new Quarter(2026, 4),
            Ground = ground,
            Parts = [new AppealPart(new(2026, 10, 5), new(2026, 10, 9))],
            FiledAt = company.Now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new Dictionary<string, IReadOnlySet<DateOnly>>(), company.Now),
        };
        return new Case(appeal, reference, 1, sheet.Id, "Risk");
    }

    /// <summary>Writes a case and, where people are told, what follows from it.</summary>
    public static async Task Add(Company company, BotDb db, Case filed, bool told, CancellationToken cancel)
    {
        await Cases.Add(db, filed, company.Now, "It was off.", cancel);
        if (told)
        {
            var chart = await OrgCharts.Around(db, [filed.Appeal.Person], DateOnly.FromDateTime(company.Now.UtcDateTime), cancel);
            await company.Parts.GetRequiredService<CaseNews>().Write(db, filed, null, chart, company.Now, cancel);
        }
    }

    /// <summary>Something that somebody does to it; what the rules make of it.</summary>
    public static async Task<Applied> Does(Company company, Case filed, AppealEvent happened, string? actor, string? text = null)
    {
        await using var scope = company.Parts.CreateAsyncScope();
        var effects = scope.ServiceProvider.GetRequiredService<TurnEffects>();
        var found = await company.Query(db => Cases.Find(db, filed.Appeal.Id, default));
        var who = actor is null ? Actor.Clock : new Actor(await company.IdOf(actor));
        var applied = await scope.ServiceProvider.GetRequiredService<ActOnCase>().Do(found, happened, who, company.Now, text, default);
        await company.Parts.GetRequiredService<GroupCommit>().Run((db, cancel) => effects.WriteTo(db, cancel), default);
        return applied;
    }
}
