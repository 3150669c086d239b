using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Deliveries;

/// <summary>The paces of all channels and tenants.</summary>
internal sealed class Paces(DeliveriesSettings settings, DatabaseAddress database, IDbContextFactory<BotDb> databases, TimeProvider clock) : IDisposable
{
    private readonly Dictionary<string, Pace> paces = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>The pace of an address.</summary>
    public Pace Of(Reachable place)
    {
        var name = $"{place.Channel.Channel}:{place.Address.Tenant}";
        lock (gate)
        {
            if (!paces.TryGetValue(name, out var pace))
            {
                paces[name] = pace = new Pace(
                    settings.PerSecond(place.Channel.Channel), database.IsPostgres ? new SharedSlots(name, databases) : new LocalSlots(clock), clock);
            }

            return pace;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var pace in paces.Values)
        {
            pace.Dispose();
        }
    }
}
