using System.Collections.Concurrent;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Deliveries;

/// <summary>The hours of the people of the directory, by their zone or the organisation's.</summary>
internal sealed class RecipientHours(PlanningSettings settings)
{
    /// <summary>How far ahead a free hour is looked for.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    private readonly TimeZoneInfo usual = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
    private readonly ConcurrentDictionary<string, TimeZoneInfo?> zones = new(StringComparer.Ordinal);

    /// <summary>Somebody's hours. Who lives in no zone, or in one that nobody knows, is written to in the narrow hours of the organisation's.</summary>
    public SendingHours Of(Recipient recipient, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays) =>
        recipient.Row.TimeZone is { } name && zones.GetOrAdd(name, Find) is { } zone
            ? new SendingHours(recipient.Facts, zone, SendingHours.Usual, holidays)
            : new SendingHours(recipient.Facts, usual, SendingHours.Narrow, holidays);

    /// <summary>
    /// For what is sent to people while they are employed and within their hours: what becomes of it now instead of being sent; null to send it. After longer
    /// leave it is looked for again.
    /// </summary>
    public Making? Ask(Recipient recipient, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays, DateTimeOffset now)
    {
        var open = Of(recipient, holidays);
        return recipient.Facts.EndDate < open.Day(now) ? new Making.Withheld(nameof(WithholdingReason.NotEmployed))
            : open.Allow(now) ? null
            : new Making.Later(open.Next(now, now + Ahead) ?? now + Ahead);
    }

    private static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
