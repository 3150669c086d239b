namespace ChatBot.Simulator.Limits;

/// <summary>
/// The providers' limits as documented, for one app in one tenant and workspace. A refused call does not count. Windows slide, which is the strictest reading:
/// who stays within them stays within any other.
/// </summary>
/// <remarks>
/// Teams ("Optimize your bot with rate limiting"): 50 calls a second for an app in a tenant; for each conversation 7 in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an
/// hour, sending and opening each for themselves. Slack: one message a second for each channel; a workspace limit that is not published ("several hundred a
/// minute"), here 600 a minute; other methods by their tier.
/// </remarks>
internal sealed class Limiter
{
    private const long Second = 1_000_000;
    private readonly Lock entrance = new();
    private readonly Dictionary<string, SlidingWindow[]> windows = new(StringComparer.Ordinal);

    /// <summary>Microseconds that a call to the connector has to wait; 0 when it is admitted.</summary>
    public long Teams(string what, string conversation, int perSecond, long now) => Admit(
        now,
        (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"teams {perSecond}"), () => [new(perSecond, Second)]),
        ($"teams {what} {conversation}", () => [new(7, Second), new(8, 2 * Second), new(60, 30 * Second), new(1800, 3600 * Second)]));

    /// <summary>Microseconds that a call of Slack's has to wait; 0 when it is admitted.</summary>
    public long Slack(string method, string channel, long now) => method is "chat.postMessage"
        ? Admit(now, ("slack post", () => [new(600, 60 * Second)]), ($"slack post {channel}", () => [new(1, Second)]))
        : Admit(now, ($"slack {method}", () => [new(PerMinute(method), 60 * Second)]));

    /// <summary>Forgets what was admitted.</summary>
    public void Clear()
    {
        lock (entrance)
        {
            windows.Clear();
        }
    }

    private long Admit(long now, params (string Name, Func<SlidingWindow[]> Make)[] asked)
    {
        lock (entrance)
        {
            var all = asked.SelectMany(one => windows.TryGetValue(one.Name, out var known) ? known : windows[one.Name] = one.Make()).ToArray();
            var wait = all.Max(window => window.Wait(now));
            if (wait == 0)
            {
                Array.ForEach(all, window => window.Add(now));
            }

            return wait;
        }
    }

    /// <summary>Slack's tiers: 2 is 20 a minute, 3 is 50, 4 is 100.</summary>
    private static int PerMinute(string method) => method switch
    {
        "auth.test" => 300,
        "users.info" or "chat.postEphemeral" or "views.open" or "views.update" or "views.publish" => 100,
        _ => 50,
    };
}
