using ChatBot.Chat;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>Where a person can be reached now.</summary>
/// <param name="Channel">By which channel.</param>
/// <param name="Address">Where.</param>
internal sealed record Reachable(IChannel Channel, AddressRow Address);

/// <summary>Decides, when deliveries are claimed, where their recipients can be reached.</summary>
internal sealed class Reach(IEnumerable<IChannel> channels, IDbContextFactory<BotDb> databases, TimeProvider clock)
{
    /// <summary>The local page comes last: it is for who can be reached nowhere else.</summary>
    private readonly IReadOnlyList<IChannel> channels = [.. channels.OrderBy(channel => channel.Channel == Channel.Web)];

    /// <summary>By recipient; who cannot be reached is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, Reachable>> Of(IReadOnlyCollection<Guid> recipients, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = await db.People.AsNoTracking().Where(x => recipients.Contains(x.Id)).ToListAsync(cancel);
        var addresses = (await db.Addresses.AsNoTracking().Where(x => recipients.Contains(x.Person)).ToListAsync(cancel)).ToLookup(x => x.Person);
        var now = clock.GetUtcNow();
        return people
            .Select(person => (person.Id, Place: Place(person, [.. addresses[person.Id]], now)))
            .Where(x => x.Place is not null)
            .ToDictionary(x => x.Id, x => x.Place!);
    }

    /// <summary>Who removed or blocked the bot is not written to by another way; who never met it is, where a channel can.</summary>
    private Reachable? Place(PersonRow person, IReadOnlyList<AddressRow> known, DateTimeOffset now)
    {
        var kept = channels.SelectMany(channel => known.Where(address => address.Reachable && address.Channel == channel.Channel.ToString()).Select(address => new Reachable(channel, address))).FirstOrDefault();
        return kept ?? (known.Count > 0
            ? null
            : channels.Select(channel => channel.FirstAddress(person, now) is { } address ? new Reachable(channel, address) : null).FirstOrDefault(place => place is not null));
    }
}
