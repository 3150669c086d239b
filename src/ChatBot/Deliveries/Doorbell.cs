namespace ChatBot.Deliveries;

/// <summary>Wakes the worker of this process when there may be something to send.</summary>
internal sealed class Doorbell
{
    private TaskCompletionSource rung = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Wakes it.</summary>
    public void Ring() => Interlocked.Exchange(ref rung, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>The next ring. Taken before one looks, it cannot be missed.</summary>
    public Task Next() => Volatile.Read(ref rung).Task;
}
