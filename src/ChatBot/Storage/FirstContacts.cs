using ChatBot.Domain.Deliveries;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Storage;

/// <summary>How far somebody's first contact is: that they were told what is measured, what for, who sees what, and how to contest it.</summary>
internal enum FirstContact
{
    /// <summary>Not planned yet, or on its way.</summary>
    Coming,

    /// <summary>They were told.</summary>
    Made,

    /// <summary>It did not arrive, or nobody knows whether it did.</summary>
    Missed,
}

/// <summary>
/// First contacts. Either of two messages is one: the notice, which everybody is sent, and the welcome of who adds the bot first; both hold the same. Nobody is
/// sent anything else unasked, nor counted in a figure about a group, before one of them was sent.
/// </summary>
internal static class FirstContacts
{
    /// <summary>Kinds of deliveries, stored, so never renamed.</summary>
    public const string Notice = "notice", Welcome = "welcome";

    /// <summary>Both.</summary>
    public static readonly IReadOnlyList<string> Kinds = [Notice, Welcome];

    /// <summary>The people to whom one was sent.</summary>
    public static IQueryable<Guid> Made(BotDb db) => db.Deliveries.Where(x => Kinds.Contains(x.Kind) && x.State == DeliveryState.Sent).Select(x => x.Recipient);

    /// <summary>How far it is for one person.</summary>
    public static async Task<FirstContact> Of(BotDb db, Guid person, CancellationToken cancel) =>
        Of(await db.Deliveries.Where(x => x.Recipient == person && Kinds.Contains(x.Kind)).Select(x => x.State).ToListAsync(cancel));

    /// <summary>How far it is, from where their deliveries of these kinds stand.</summary>
    public static FirstContact Of(List<DeliveryState> states) =>
        states.Contains(DeliveryState.Sent) ? FirstContact.Made
        : states.Count == 0 || states.Exists(DeliveryStates.Open.Contains) ? FirstContact.Coming
        : FirstContact.Missed;
}
