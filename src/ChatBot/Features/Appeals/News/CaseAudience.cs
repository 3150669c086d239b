using System.Security.Cryptography;
using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Appeals;

/// <summary>
/// Who is told of what happened to a case. Nobody who is not independent of it is; since that can change, it is asked once more when the message is made.
/// </summary>
internal static class CaseAudience
{
    /// <summary>So many reviewers are told of a case that waits: one of them takes it, and the others are not drowned.</summary>
    private const int Few = 3;

    /// <summary>The messages that follow.</summary>
    public static async Task<IReadOnlyList<DeliveryKey>> Of(
        BotDb db, Case before, Case after, AppealEvent? happened, OrgChart chart, DateTimeOffset now, CancellationToken cancel)
    {
        var (appeal, version) = (after.Appeal, after.Version);
        return happened switch
        {
            null or AppealEvent.Escalate => await Waiting(NewsStep.New, appeal.Level),
            AppealEvent.ClockMissed => [.. await Waiting(NewsStep.New, appeal.Level), Person(NewsStep.Escalated, appeal.Level)],
            AppealEvent.Release => await Waiting(NewsStep.Again, version),
            AppealEvent.HandOver or AppealEvent.Name => Holder(NewsStep.Given),
            AppealEvent.Rule when appeal.Proposed is not null => Keys(NewsStep.Second, version, await Least(Others(), cancel)),
            AppealEvent.Rule or AppealEvent.Agree when !appeal.IsOpen => [Person(NewsStep.Ruling, appeal.Rulings[^1].Level)],
            AppealEvent.Disagree => Holder(NewsStep.Disagreed),
            AppealEvent.Ask => [Person(NewsStep.Question, version)],
            AppealEvent.Answer or AppealEvent.Add => Holder(NewsStep.Answered),
            AppealEvent.AnswerTimeOver => Holder(NewsStep.Unanswered),
            AppealEvent.Withdraw when before.Appeal.Reviewer is { } held => Keys(NewsStep.Withdrawn, version, [held]),
            _ => [],
        };

        async Task<IReadOnlyList<DeliveryKey>> Waiting(NewsStep step, int number) =>
            Independence.IndependentReviewers(chart, appeal).Where(x => x != before.Appeal.Reviewer).ToList() is { Count: > 0 } free
                ? Keys(step, number, await Least(free, cancel))
                : Keys(NewsStep.Unassigned, appeal.Level, [.. Independence.IndependentReviewers(chart, appeal).Count == 0 ? chart.Office.Where(x => Independence.MayName(chart, appeal, x)) : []]);

        IReadOnlyList<Guid> Others() => [.. Independence.IndependentReviewers(chart, appeal).Where(x => x != appeal.Proposed!.Reviewer && x != appeal.Reviewer)];

        IReadOnlyList<DeliveryKey> Holder(NewsStep step) => appeal.Reviewer is { } holder ? Keys(step, version, [holder]) : [];

        DeliveryKey Person(NewsStep step, int number) => NumberedStep.Key(appeal, step, number, appeal.Person);

        IReadOnlyList<DeliveryKey> Keys(NewsStep step, int number, IReadOnlyList<Guid> people) => [.. people.Select(x => NumberedStep.Key(appeal, step, number, x))];

        Task<IReadOnlyList<Guid>> Least(IReadOnlyList<Guid> people, CancellationToken stop) => LeastLoaded(db, appeal, people, now, stop);
    }

    /// <summary>The few who hold the fewest cases, of those who are not on leave; who is on leave only where nobody else is left. Equals are drawn by the case.</summary>
    private static async Task<IReadOnlyList<Guid>> LeastLoaded(BotDb db, Appeal appeal, IReadOnlyList<Guid> people, DateTimeOffset now, CancellationToken cancel)
    {
        var (ids, today) = (people.ToArray(), DateOnly.FromDateTime(now.UtcDateTime));
        var away = (await db.Leave.AsNoTracking().Where(x => EF.Parameter(ids).Contains(x.Person) && x.FromDay <= today && (x.ToDay == null || x.ToDay >= today))
            .Select(x => x.Person).ToListAsync(cancel)).ToHashSet();
        var load = (await Cases.Waiting(db, cancel)).Select(x => x.Appeal.Reviewer).OfType<Guid>().CountBy(x => x).ToDictionary();
        var present = people.Where(x => !away.Contains(x)).ToList();
        return [.. (present.Count > 0 ? present : people).OrderBy(x => load.GetValueOrDefault(x)).ThenBy(x => Lot(appeal.Id, x)).Take(Few)];
    }

    private static ulong Lot(Guid appeal, Guid person)
    {
        Span<byte> both = stackalloc byte[32];
        appeal.TryWriteBytes(both);
        person.TryWriteBytes(both[16..]);
        return BitConverter.ToUInt64(SHA256.HashData(both));
    }
}
