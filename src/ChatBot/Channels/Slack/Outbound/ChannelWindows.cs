namespace ChatBot.Channels.Slack.Outbound;

/// <summary>Slack's limit for one conversation: "no more than one message per second per channel" (chat.postMessage).</summary>
internal sealed class ChannelWindows(TimeProvider clock)
{
    /// <summary>Conversations kept; those that were silent go when there are more.</summary>
    private const int Many = 10_000;

    /// <summary>A little more than the second: the two ends' clocks and the way between them differ.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(1050);

    private readonly Dictionary<string, DateTimeOffset> next = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Waits until the conversation may be sent another message, which counts from then.</summary>
    public Task Enter(string channel, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var at = Reserve(channel, now);
        return at > now ? Task.Delay(at - now, clock, cancel) : Task.CompletedTask;
    }

    private DateTimeOffset Reserve(string channel, DateTimeOffset now)
    {
        lock (gate)
        {
            if (next.Count > Many)
            {
                foreach (var silent in next.Where(one => one.Value <= now).Select(one => one.Key).ToList())
                {
                    next.Remove(silent);
                }
            }

            var at = next.TryGetValue(channel, out var free) && free > now ? free : now;
            next[channel] = at + Gap;
            return at;
        }
    }
}
