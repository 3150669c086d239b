namespace ChatBot.Simulator.Books;

/// <summary>Microseconds since 1970 that never run backwards: the time at the start, and from there the machine's steady counter.</summary>
internal sealed class Clock(TimeProvider time)
{
    private readonly long start = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
    private readonly long counter = time.GetTimestamp();

    public long Now => start + (time.GetElapsedTime(counter).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Waits in real time.</summary>
    public Task Wait(TimeSpan span) => span > TimeSpan.Zero ? Task.Delay(span, time) : Task.CompletedTask;
}
