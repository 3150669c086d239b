namespace ChatBot.Channels.Teams.Outbound;

/// <summary>
/// Teams' limits for one bot in one conversation ("Optimize your bot with rate limiting"): 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour.
/// </summary>
internal sealed class ConversationWindows(TimeProvider clock)
{
    /// <summary>Conversations kept; those that were silent for an hour go when there are more.</summary>
    private const int Many = 10_000;

    private static readonly (int Most, TimeSpan In)[] Windows =
    [
        (7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, TimeSpan.FromHours(1)),
    ];

    private readonly Dictionary<string, List<DateTimeOffset>> sent = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Waits until the conversation may be sent another message, which counts from then.</summary>
    public Task Enter(string conversation, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = Reserve(conversation, now);
        return at > now ? Task.Delay(at - now, clock, cancel) : Task.CompletedTask;
    }

    private DateTimeOffset Reserve(string conversation, DateTimeOffset now)
    {
        lock (gate)
        {
            if (sent.Count > Many)
            {
                Forget(now);
            }

            if (!sent.TryGetValue(conversation, out var times))
            {
                sent[conversation] = times = [];
            }

            times.RemoveAll(time => time <= now - Windows[^1].In);
            var at = now;
            foreach (var (most, span) in Windows.Where(window => times.Count >= window.Most))
            {
                var free = times[^most] + span;
                at = free > at ? free : at;
            }

            times.Add(at);
            return at;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var silent in sent.Where(entry => entry.Value[^1] <= now - Windows[^1].In).Select(entry => entry.Key).ToList())
        {
            sent.Remove(silent);
        }
    }
}
