using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>Cases in the store, put there as filing and the rules would leave them.</summary>
internal static class FiledCase
{
    public const string Reference = "A-7K3QX";

    /// <summary>A case of the quarter of 2026-Q4, filed now.</summary>
    public static async Task<Case> Files(
        this Company company, string name, Ground ground, string? statement = "It was off.", string reference = Reference, params AppealPart[] parts)
    {
        var person = await company.IdOf(name);
        var sheet = await company.Query(db => db.ScoreSheets.Where(x => x.Person == person && x.Quarter == "2026-Q4" && x.ReplacedAt == null).Select(x => x.Id).SingleAsync());
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(company.Now),
            Person = person,
            Quarter = new Quarter(2026, 4),
            Ground = ground,
            Parts = parts.Length > 0 ? parts : [new AppealPart(new(2026, 10, 5), new(2026, 10, 16), Tool.Copilot)],
            FiledAt = company.Now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new Dictionary<string, IReadOnlySet<DateOnly>>(), company.Now),
        };
        var filed = new Case(appeal, reference, 1, sheet, "Risk");
        await company.Commit(db => Cases.Add(db, filed, company.Now, statement, default));
        return filed;
    }

    /// <summary>What the case becomes, as if it had happened now.</summary>
    public static async Task<Case> Becomes(this Company company, Case before, AppealEvent happened, string? actor, Appeal after, string? text = null)
    {
        var by = actor is null ? Actor.Clock : new Actor(await company.IdOf(actor));
        await company.Commit(db => Cases.Save(db, before, after, happened, by, company.Now, text, default));
        return before with { Appeal = after, Version = before.Version + 1 };
    }

    /// <summary>The case with a reviewer who took it.</summary>
    public static async Task<Case> TakenBy(this Company company, Case before, string reviewer) => await company.Becomes(
        before, new AppealEvent.Claim(), reviewer, before.Appeal with { State = AppealState.InReview, Reviewer = await company.IdOf(reviewer), FirstClaimedAt = company.Now });

    private static Task Commit(this Company company, Func<BotDb, Task> write) => company.Parts.GetRequiredService<GroupCommit>().Run((db, _) => write(db), default);
}
