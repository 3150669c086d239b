using ChatBot.Domain.Appeals;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Scores;
using ChatBot.Features.Appeals;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Features.Appeals;

/// <summary>An appeal that is filed, taken and upheld by the parts of the service, without its chat: what is proposed for its days is what is ruled.</summary>
internal static class UpheldCase
{
    private const string Reason = "The source itself shows that the tool was used and the editor reported nothing on these days.";

    /// <summary>Upholds the whole quarter of a person; gives the id of the appeal.</summary>
    public static async Task<Guid> Of(IServiceProvider parts, TestDatabase store, Guid person, Guid reviewer, Quarter quarter, DateTimeOffset now)
    {
        var (appeal, sheet) = await File(parts, person, quarter, now);
        var rubric = parts.GetRequiredService<Rubric>();
        var corrections = Proposals.Of(appeal.Parts[0], sheet, rubric).Select(x => x.Correction).ToList();
        await Do(parts, store, appeal.Id, new AppealEvent.Claim(), reviewer, now);
        await Do(parts, store, appeal.Id, new AppealEvent.Rule([new PartRuling(0, Outcome.Upheld, Reason, corrections)], rubric), reviewer, now);
        return appeal.Id;
    }

    /// <summary>Files it and no more.</summary>
    public static async Task<(Appeal Appeal, ScoreSheet Sheet)> File(IServiceProvider parts, Guid person, Quarter quarter, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var part = new AppealPart(quarter.First, today);
        var stored = await parts.GetRequiredService<ISheets>().Fresh(person, quarter, today, default);
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(now),
            Person = person,
            Quarter = quarter,
            Ground = Ground.NotCaptured,
            Parts = [part],
            FiledAt = now,
            Calendar = CaseCalendar.Of("DE", TimeZoneInfo.Utc, new Dictionary<string, IReadOnlySet<DateOnly>>(), now),
        };
        await parts.GetRequiredService<GroupCommit>().Run((db, stop) => Cases.Add(db, new Case(appeal, CaseReference.New(), 1, stored.Id, "Risk"), now, null, stop), default);
        return (appeal, stored.Sheet);
    }

    private static async Task Do(IServiceProvider parts, TestDatabase store, Guid appeal, AppealEvent happened, Guid actor, DateTimeOffset now)
    {
        var found = await store.Query(db => Cases.Find(db, appeal, default));
        await using var scope = parts.CreateAsyncScope();
        var applied = await scope.ServiceProvider.GetRequiredService<ActOnCase>().Do(found, happened, new Actor(actor), now, null, default);
        Assert.Null(applied.Refusal);
        await parts.GetRequiredService<GroupCommit>().Run((db, stop) => scope.ServiceProvider.GetRequiredService<TurnEffects>().WriteTo(db, stop), default);
    }
}
