using ChatBot.Domain.Appeals;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Scores;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>What appeals lay over a person's sheets: while one is being looked at, nobody is told the tier; an exemption takes them out of classification.</summary>
/// <param name="Since">Since when the verdict is under review; null while it is not.</param>
/// <param name="ExemptUntil">Last day of an exemption, inclusive; null for none.</param>
internal readonly record struct Review(DateTimeOffset? Since, DateOnly? ExemptUntil)
{
    /// <summary>Whether the verdict is under review.</summary>
    public bool IsOpen => Since is not null;
}

/// <summary>Reads what lies over sheets. It holds for the person, whichever quarter is contested: later sheets rest on the same links, leave and gaps.</summary>
internal static class Reviews
{
    /// <summary>Kind of the deliveries to somebody who appeals; stored, so never renamed.</summary>
    public const string Kind = "appeal";

    /// <summary>Longer than five working days after a ruling can take, holidays and all.</summary>
    private static readonly TimeSpan LongestDelivery = TimeSpan.FromDays(60);

    /// <summary>Period of the delivery that tells a ruling: the case and its level.</summary>
    public static string Period(Guid appeal, int level) => $"{appeal:N}:ruling-{level}";

    /// <summary>What lies over one person's sheets.</summary>
    public static async Task<Review> Of(BotDb db, Guid person, DateTimeOffset now, CancellationToken cancel) =>
        (await Read(db, db.Appeals.Where(x => x.Person == person), db.Corrections.Where(x => x.Person == person), now, cancel)).GetValueOrDefault(person);

    /// <summary>The same, but for a case that is decided and whose ruling is being told: what else lies over the sheets.</summary>
    public static async Task<Review> OfBut(BotDb db, Guid person, Guid decided, DateTimeOffset now, CancellationToken cancel) =>
        (await Read(db, db.Appeals.Where(x => x.Person == person && (x.Id != decided || EF.Constant(Cases.Open).Contains(x.State))), db.Corrections.Where(x => x.Person == person), now, cancel))
        .GetValueOrDefault(person);

    /// <summary>The same of everybody over whose sheets something lies.</summary>
    public static Task<IReadOnlyDictionary<Guid, Review>> All(BotDb db, DateTimeOffset now, CancellationToken cancel) =>
        Read(db, db.Appeals, db.Corrections, now, cancel);

    private static async Task<IReadOnlyDictionary<Guid, Review>> Read(
        BotDb db, IQueryable<AppealRow> appeals, IQueryable<CorrectionRow> corrections, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - LongestDelivery;
        var rows = await appeals.AsNoTracking()
            .Where(x => x.State != AppealState.Withdrawn && (x.RuledAt == null || x.RuledAt > since || x.State == AppealState.Escalated)).ToListAsync(cancel);
        var cases = rows.Select(Cases.Read).ToList();
        var told = await Told(db, [.. cases.Where(x => x.Appeal.Rulings.Count > 0 && !x.Appeal.IsOpen).Select(x => x.Appeal)], cancel);
        var reviews = new Dictionary<Guid, Review>();
        foreach (var appeal in cases.Select(x => x.Appeal).Where(x => Freeze.IsFrozen(x, told.TryGetValue(x.Id, out var at) ? at : null, x.Calendar.Day(now))))
        {
            var before = reviews.GetValueOrDefault(appeal.Person);
            reviews[appeal.Person] = before with { Since = before.Since < appeal.FrozenSince ? before.Since : appeal.FrozenSince };
        }

        foreach (var person in (await corrections.AsNoTracking().Select(x => new { x.Person, x.Document }).ToListAsync(cancel)).GroupBy(x => x.Person, x => x.Document))
        {
            if (Corrected.ExemptUntil([.. person.Select(x => CorrectionDocument.Read(x)[0])]) is { } until)
            {
                reviews[person.Key] = reviews.GetValueOrDefault(person.Key) with { ExemptUntil = until };
            }
        }

        return reviews;
    }

    /// <summary>When the message of each appeal's last ruling was sent.</summary>
    private static async Task<Dictionary<Guid, DateTimeOffset>> Told(BotDb db, IReadOnlyList<Appeal> ruled, CancellationToken cancel)
    {
        var periods = ruled.ToDictionary(x => Period(x.Id, x.Rulings[^1].Level), x => x.Id, StringComparer.Ordinal);
        var names = periods.Keys.ToArray();
        var sent = await db.Deliveries.AsNoTracking().Where(x => x.Kind == Kind && EF.Parameter(names).Contains(x.Period) && x.State == DeliveryState.Sent)
            .Select(x => new { x.Period, x.StateAt }).ToListAsync(cancel);
        return sent.ToDictionary(x => periods[x.Period], x => x.StateAt);
    }
}
