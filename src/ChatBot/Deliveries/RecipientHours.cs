using System.Collections.Concurrent;
using ChatBot.Domain.Deliveries;
using ChatBot.Storage;

namespace ChatBot.Deliveries;

/// <summary>The hours of the people of the directory, by their zone or the organisation's.</summary>
internal sealed class RecipientHours(PlanningSettings settings)
{
    private readonly TimeZoneInfo usual = TimeZoneInfo.FindSystemTimeZoneById(settings.TimeZone);
    private readonly ConcurrentDictionary<string, TimeZoneInfo?> zones = new(StringComparer.Ordinal);

    /// <summary>Somebody's hours. Who lives in no zone, or in one that nobody knows, is written to in the narrow hours of the organisation's.</summary>
    public SendingHours Of(Recipient recipient, IReadOnlyDictionary<string, IReadOnlySet<DateOnly>> holidays) =>
        recipient.Row.TimeZone is { } name && zones.GetOrAdd(name, Find) is { } zone
            ? new SendingHours(recipient.Facts, zone, SendingHours.Usual, holidays)
            : new SendingHours(recipient.Facts, usual, SendingHours.Narrow, holidays);

    private static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
