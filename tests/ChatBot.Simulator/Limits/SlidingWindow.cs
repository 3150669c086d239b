namespace ChatBot.Simulator.Limits;

/// <summary>So many within any stretch of this length.</summary>
/// <param name="most">How many.</param>
/// <param name="width">How long, microseconds.</param>
internal sealed class SlidingWindow(int most, long width)
{
    private readonly Queue<long> admitted = new();

    /// <summary>Microseconds until there is room for one more; 0 when there is.</summary>
    public long Wait(long now)
    {
        while (admitted.TryPeek(out var oldest) && now - oldest >= width)
        {
            admitted.Dequeue();
        }

        return admitted.Count < most ? 0 : admitted.Peek() + width - now;
    }

    /// <summary>Counts one.</summary>
    public void Add(long now) => admitted.Enqueue(now);
}
