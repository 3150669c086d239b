using ChatBot.Chat;
using ChatBot.Domain.Deliveries;

namespace ChatBot.Deliveries;

/// <summary>A kind of delivery that workers send.</summary>
/// <param name="Name">Its name, the first part of every <see cref="DeliveryKey"/>; data, so never renamed.</param>
/// <param name="Class">What is done when nobody can say whether it arrived.</param>
/// <param name="Maker">The <see cref="IDeliveryMaker"/> that makes its card, resolved from a scope of the delivery's own.</param>
/// <param name="StatesVerdict">Whether its card tells people their verdict: then what waits is withheld in the moment in which they contest it.</param>
internal sealed record DeliveryKind(string Name, DeliveryClass Class, Type Maker, bool StatesVerdict = false);

/// <summary>A delivery that a worker has claimed and is to send now.</summary>
/// <param name="Key">Its key.</param>
/// <param name="About">Id of what it is about.</param>
/// <param name="Copy">1 for the first copy; 2 when nobody can say whether the first arrived.</param>
/// <param name="Now">The time.</param>
internal sealed record DueDelivery(DeliveryKey Key, Guid? About, int Copy, DateTimeOffset Now);

/// <summary>A message that was sent before.</summary>
/// <param name="Channel">The channel by which it was.</param>
/// <param name="Id">The provider's id of it.</param>
internal sealed record PostedMessage(string Channel, string Id);

/// <summary>What a delivery is when its turn has come.</summary>
internal abstract record Making
{
    private Making()
    {
    }

    /// <summary>To be sent.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="StatedSheet">Id of the sheet whose verdict it states; kept in the delivery as what it is about.</param>
    public sealed record Ready(CardContent Card, Guid? StatedSheet = null) : Making
    {
        /// <summary>The message in whose place it is put; null for a new one.</summary>
        public PostedMessage? Replaces { get; init; }
    }

    /// <summary>Not to be sent, for the reason named; the row ends withheld at send.</summary>
    public sealed record Withheld(string Reason) : Making;

    /// <summary>Not yet: outside the person's hours, or something else comes first.</summary>
    public sealed record Later(DateTimeOffset DueAt) : Making;

    /// <summary>Too late to be sent at all.</summary>
    public sealed record Expired : Making;
}

/// <summary>Makes the card of a delivery when it is claimed, so that a stop, a freeze or a correction holds for what was planned before.</summary>
internal interface IDeliveryMaker
{
    /// <summary>The card, or why there is none.</summary>
    Task<Making> Make(DueDelivery due, CancellationToken cancel);
}

/// <summary>How a feature registers what it has sent.</summary>
internal static class DeliveryKinds
{
    /// <summary>Adds a kind and its maker.</summary>
    public static IServiceCollection AddDeliveryKind<TMaker>(this IServiceCollection services, string name, DeliveryClass of, bool statesVerdict = false)
        where TMaker : class, IDeliveryMaker =>
        services.AddScoped<TMaker>().AddSingleton(new DeliveryKind(name, of, typeof(TMaker), statesVerdict));
}
