using ChatBot.Chat;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>What holds for the digests of the person who asks.</summary>
/// <param name="Recipient">The person, as the directory has them.</param>
/// <param name="Hours">When they may be written to.</param>
/// <param name="Wish">What they chose, else the usual.</param>
/// <param name="Waiting">Weeks whose digest waits to be sent.</param>
/// <param name="Over">Weeks about which none comes any more: sent, cancelled, withheld.</param>
internal sealed record OwnDigests(Recipient Recipient, SendingHours Hours, DigestWish Wish, IReadOnlyList<Week> Waiting, IReadOnlySet<Week> Over)
{
    private const int WeeksAhead = 60;

    /// <summary>What is stored of them now.</summary>
    public static async Task<OwnDigests> Of(PersonDoor door, BotDb db, DigestTiming timing, Asked asked, CancellationToken cancel)
    {
        var person = door.OpenOwn(asked, "preferences").Person;
        var recipient = await Recipients.One(db, person, cancel) ?? throw new InvalidOperationException("Somebody who asks is in the directory.");
        var rows = await db.Deliveries.AsNoTracking().Where(x => x.Kind == DigestKinds.Personal && x.Recipient == person)
            .OrderByDescending(x => x.Period).Take(8).Select(x => new { x.Period, x.State }).ToListAsync(cancel);
        var withheld = await db.Withholdings.AsNoTracking().Where(x => x.Kind == DigestKinds.Personal && x.Person == person)
            .OrderByDescending(x => x.Period).Take(8).Select(x => x.Period).ToListAsync(cancel);
        return new OwnDigests(
            recipient,
            timing.Hours(recipient, await Holidays.Read(db, cancel)),
            timing.Wish(recipient.Preference),
            [.. rows.Where(x => IsWaiting(x.State)).Select(x => WeekOf(x.Period))],
            rows.Where(x => !IsWaiting(x.State)).Select(x => WeekOf(x.Period)).Concat(withheld.Select(WeekOf)).ToHashSet());
    }

    /// <summary>Whether nobody knows where they live, so that they are written to in narrow hours only.</summary>
    public bool HasNarrowHours => Hours.Hours != SendingHours.Usual;

    /// <summary>The local day of the person.</summary>
    public DateOnly Day(DateTimeOffset now) => Hours.Day(now);

    /// <summary>When the next digest comes; null when none does within a year: stopped, gone, on open leave.</summary>
    public DateTimeOffset? Next(DateTimeOffset now)
    {
        var week = Week.Of(Day(now)).Previous;
        for (var ahead = 0; ahead < WeeksAhead && !Wish.Stopped; ahead++, week = week.Next)
        {
            if (!Over.Contains(week) && DigestSlot.From(Hours, Wish.Choice, week, now) is DigestSlot.At slot && !(Hours.Day(slot.Due) <= Wish.PausedUntil))
            {
                return slot.Due;
            }
        }

        return null;
    }

    private static bool IsWaiting(DeliveryState state) => state is DeliveryState.Planned or DeliveryState.Claimed;

    private static Week WeekOf(string period) => Week.TryParse(period, out var week) ? week : default;
}
