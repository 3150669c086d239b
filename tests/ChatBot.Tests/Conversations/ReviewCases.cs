using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Conversations;

/// <summary>Cases of the small company, filed as the rules file them, without the conversation that leads to it.</summary>
internal static class ReviewCases
{
    /// <summary>Files one. Its letters make its reference: <c>7K3QX</c> makes A-7K3QX.</summary>
    public static async Task<Case> File(
        this Company company, string name, string letters = "7K3QX", Ground ground = Ground.NotCaptured, DateTimeOffset? at = null, IReadOnlyList<AppealPart>? parts = null, Guid? setBy = null)
    {
        var (person, now) = (await company.IdOf(name), at ?? company.Now);
        var sheet = await company.Query(db => db.ScoreSheets.SingleAsync(x => x.Person == person && x.Quarter == "2026-Q4" && x.ReplacedAt == null));
        var contest = new Contest(
            Guid.CreateVersion7(now), person, new Quarter(2026, 4), ground, parts ?? [new AppealPart(new(2026, 10, 5), new(2026, 10, 16), Tool.Copilot)], null, setBy is { } setter ? [setter] : []);
        var calendar = CaseCalendar.Of("DE", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), new Dictionary<string, IReadOnlySet<DateOnly>>(), now);
        var filed = new Case(Filing.File(contest, [], calendar, now).Appeal!, "A-" + letters, 1, sheet.Id, "Risk");
        await company.Parts.GetRequiredService<GroupCommit>().Run((db, cancel) => Cases.Add(db, filed, now, "My editor sent nothing.", cancel), default);
        return filed;
    }

    /// <summary>The case as it is stored now.</summary>
    public static async Task<Case> Now(this Company company, Case found) => (await company.Query(db => Cases.Find(db, found.Appeal.Id, default)))!;

    /// <summary>Lets something happen to a case as the store has it, past the conversation.</summary>
    public static async Task<Case> Happen(this Company company, Case found, AppealEvent happened, Guid actor, Func<Appeal, Appeal> change)
    {
        var before = await company.Now(found);
        await company.Parts.GetRequiredService<GroupCommit>().Run((db, cancel) => Cases.Save(db, before, change(before.Appeal), happened, new Actor(actor), company.Now, null, cancel), default);
        return await company.Now(found);
    }
}
