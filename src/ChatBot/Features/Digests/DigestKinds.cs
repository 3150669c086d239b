using ChatBot.Domain.Calendar;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Features.Digests;

/// <summary>The kinds of digests: the first part of their keys, stored, so never renamed.</summary>
internal static class DigestKinds
{
    /// <summary>A person's own week.</summary>
    public const string Personal = "digest";

    /// <summary>A manager's team.</summary>
    public const string Team = "team-digest";

    /// <summary>The week that a digest is about.</summary>
    public static Week WeekOf(DeliveryKey key) =>
        Week.TryParse(key.Period, out var week) ? week : throw new InvalidOperationException("The period of a digest is a week.");
}
