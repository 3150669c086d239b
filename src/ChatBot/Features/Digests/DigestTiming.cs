using ChatBot.Deliveries;
using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;
using ChatBot.Domain.Digests;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Features.Digests;

/// <summary>When digests go, for whoever plans them, makes them, or changes what a person chose.</summary>
internal sealed class DigestTiming(RecipientHours hours, DigestSettings settings)
{
    private static readonly TimeSpan UntilNotice = TimeSpan.FromMinutes(10);

    /// <summary>What a person wants: what they chose, else the usual.</summary>
    public DigestWish Wish(PreferenceRow? chosen) => new(
        new DigestChoice(
            chosen?.DigestDay is { } day ? (DayOfWeek)day : settings.Usual.Day,
            chosen?.DigestMinute is { } minute ? TimeOnly.MinValue.AddMinutes(minute) : settings.Usual.Time),
        chosen?.DigestStopped ?? false,
        chosen?.DigestPausedUntil);

    /// <summary>The person's hours: what <see cref="DigestTimes.Check"/> takes a choice against.</summary>
    public SendingHours Hours(Recipient recipient, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays) => hours.Of(recipient, holidays);

    /// <summary>The plan of a week's digest for a person as of now, by the calendar and by what they chose.</summary>
    public Planning Plan(Recipient recipient, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, Week week, DateTimeOffset now) =>
        DigestGate.Plan(hours.Of(recipient, holidays), Wish(recipient.Preference), week, now) switch
        {
            DigestSlot.At slot => new Planning.At(slot.Due, slot.Expires),
            DigestSlot.None none => new Planning.Withheld(none.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>
    /// Asked by every maker of a digest before it makes the card: by what holds now, whether it may go. Hours, holidays, leave, stops, pauses, changed
    /// choices, and that a week's digest never goes after one of a later week. What becomes of it instead; null: make the card.
    /// </summary>
    public async Task<Making?> Gate(BotDb db, DueDelivery due, CancellationToken cancel)
    {
        var (kind, person, _) = due.Key;
        var week = DigestKinds.WeekOf(due.Key);
        if (await Recipients.One(db, person, cancel) is not { } recipient)
        {
            return Not(WithholdingReason.Gone);
        }

        var after = Later(week, due.Now);
        var newer = await db.Deliveries.AnyAsync(
            x => x.Kind == kind && x.Recipient == person && EF.Parameter(after).Contains(x.Period) && EF.Constant(DeliveryStates.MayHaveArrived).Contains(x.State), cancel);
        return Ask(recipient, await Holidays.Read(db, cancel), week, due.Now, newer);
    }

    /// <summary>The same for who has read the recipient already: what becomes of the delivery instead of being sent; null: make the card.</summary>
    /// <param name="recipient">The person, with what they want now.</param>
    /// <param name="holidays">Days per country code.</param>
    /// <param name="week">The week that the digest is about.</param>
    /// <param name="now">The time.</param>
    /// <param name="newerLeft">Whether one about a later week has left.</param>
    public Making? Ask(Recipient recipient, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, Week week, DateTimeOffset now, bool newerLeft) =>
        DigestGate.Ask(hours.Of(recipient, holidays), Wish(recipient.Preference), week, now, newerLeft) switch
        {
            GateAnswer.Later later => new Making.Later(later.DueAt),
            GateAnswer.Expired => new Making.Expired(),
            GateAnswer.Withheld withheld => Not(withheld.Reason),
            _ => null,
        };

    /// <summary>
    /// Nobody is told anything before they were told what is measured and what for: what becomes of a digest until then; null once they were.
    /// </summary>
    public static Making? UntilTold(FirstContact contact, DateTimeOffset now) => contact switch
    {
        FirstContact.Made => null,
        FirstContact.Coming => new Making.Later(now + UntilNotice),
        _ => Not(WithholdingReason.NoticeNotSent),
    };

    /// <summary>Not to be sent, for the reason.</summary>
    public static Making.Withheld Not(WithholdingReason reason) => new(reason.ToString());

    /// <summary>The weeks after one whose digests can have gone by now.</summary>
    private static List<string> Later(Week week, DateTimeOffset now)
    {
        var (weeks, last) = (new List<string>(), Week.Of(DateOnly.FromDateTime(now.UtcDateTime)));
        for (week = week.Next; week <= last; week = week.Next)
        {
            weeks.Add(week.ToString());
        }

        return weeks;
    }
}
