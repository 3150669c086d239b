namespace ChatBot.Simulator.Books;

/// <summary>Every call with its time. In memory only.</summary>
internal sealed class CallLog
{
    private readonly Lock entrance = new();
    private readonly List<Call> calls = [];

    /// <summary>All calls, in the order in which they were answered.</summary>
    public IReadOnlyList<Call> All
    {
        get
        {
            lock (entrance)
            {
                return [.. calls];
            }
        }
    }

    public void Add(Call call)
    {
        lock (entrance)
        {
            calls.Add(call);
        }
    }

    public void Clear()
    {
        lock (entrance)
        {
            calls.Clear();
        }
    }
}

/// <summary>How many calls there were of each sort, and how dense they came.</summary>
/// <param name="Accepted">Messages in the ledger.</param>
/// <param name="Calls">Per <c>provider what status why</c>.</param>
/// <param name="TeamsHighest">The most calls to the connector within one second, a window that slides.</param>
internal sealed record Counters(int Accepted, IReadOnlyDictionary<string, int> Calls, int TeamsHighest)
{
    public static Counters Of(IReadOnlyList<LedgerEntry> entries, IReadOnlyList<Call> calls) => new(
        entries.Count,
        calls.CountBy(call => $"{call.Provider} {call.What} {call.Status} {call.Why}".TrimEnd()).OrderBy(x => x.Key, StringComparer.Ordinal).ToDictionary(),
        Highest(calls.Where(call => call.Provider == "teams").Select(call => call.At), TimeSpan.FromSeconds(1)));

    /// <summary>The most of these moments (microseconds) that any window of this width holds; its end is not part of it.</summary>
    public static int Highest(IEnumerable<long> moments, TimeSpan width)
    {
        var sorted = moments.Order().ToArray();
        var (highest, first) = (0, 0);
        for (var last = 0; last < sorted.Length; last++)
        {
            while (sorted[last] - sorted[first] >= width.Ticks / TimeSpan.TicksPerMicrosecond)
            {
                first++;
            }

            highest = Math.Max(highest, last - first + 1);
        }

        return highest;
    }
}
