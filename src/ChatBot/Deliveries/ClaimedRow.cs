using ChatBot.Domain.Deliveries;

namespace ChatBot.Deliveries;

/// <summary>A delivery in this worker's hands.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="About">Id of what it is about.</param>
/// <param name="ExpiresAt">Too late from then on.</param>
/// <param name="Fence">The number of this claim: with another number it is somebody else's.</param>
/// <param name="Attempts">Attempts before this claim.</param>
/// <param name="Unclear">How often nobody could say whether it arrived.</param>
internal sealed record ClaimedRow(DeliveryKind Kind, DeliveryKey Key, Guid? About, DateTimeOffset? ExpiresAt, int Fence, int Attempts, int Unclear)
{
    /// <summary>What is known of it when an attempt ends; <paramref name="counts"/> says whether the present one counts.</summary>
    public SendHistory History(bool counts = true) => new(Kind.Class, Attempts + (counts ? 1 : 0), Unclear, ExpiresAt);
}
