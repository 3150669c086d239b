using System.Collections.Concurrent;

namespace ChatBot.Channels.Teams.Inbound;

/// <summary>
/// Remembers for a short while what was done, so that the same thing under another id is not done again but given the same result. Not durable: what
/// must never happen twice carries a one-use token or a delivery key.
/// </summary>
internal sealed class Recently<T>(TimeSpan window, TimeProvider clock)
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, (Lazy<Task<T>> Result, long At)> done = new(StringComparer.Ordinal);

    /// <summary>The result of the work that is or was done under this key; starts it when there is none.</summary>
    public Task<T> Once(string key, Func<Task<T>> work)
    {
        var now = clock.GetTimestamp();
        Forget(now);
        var entry = done.AddOrUpdate(
            key,
            _ => (new Lazy<Task<T>>(work), now),
            (_, known) => clock.GetElapsedTime(known.At, now) < window && known.Result is not { IsValueCreated: true, Value.IsFaulted: true }
                ? known
                : (new Lazy<Task<T>>(work), now));
        return entry.Result.Value;
    }

    /// <summary>Forgets the result, so that the next one does the work again.</summary>
    public void Forget(string key) => done.TryRemove(key, out _);

    private void Forget(long now)
    {
        if (done.Count < Most)
        {
            return;
        }

        foreach (var (key, entry) in done)
        {
            if (clock.GetElapsedTime(entry.At, now) >= window)
            {
                done.TryRemove(key, out _);
            }
        }
    }
}
