using ChatBot.Storage;

namespace ChatBot.Tests.Storage;

/// <summary>Holds the writer in the middle of a transaction, so that what is queued meanwhile is in the next one.</summary>
internal sealed class Hold
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task work = Task.CompletedTask;

    /// <summary>Completes when the writer is held.</summary>
    public static async Task<Hold> Start(GroupCommit commits)
    {
        var hold = new Hold();
        hold.work = commits.Run((_, _) =>
        {
            hold.started.TrySetResult();
            return hold.released.Task;
        }, CancellationToken.None);
        await hold.started.Task;
        return hold;
    }

    /// <summary>Lets go; completes when that transaction is committed.</summary>
    public Task End()
    {
        released.TrySetResult();
        return work;
    }
}
