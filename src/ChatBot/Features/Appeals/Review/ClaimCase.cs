using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>A reviewer takes a case. Typed without a reference it shows the queue to pick one of.</summary>
internal sealed class ClaimCase(FindCase find, ReviewReplies replies, ShowQueue queue) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) => asked.Object.Length == 0
        ? await queue.Answer(asked, cancel)
        : await replies.Do(await find.ForReviewer(asked, cancel), new AppealEvent.Claim(), _ => ReviewSaid.Claimed, asked, null, cancel);
}

/// <summary>A reviewer gives a case back, so that another can take it.</summary>
internal sealed class ReleaseCase(FindCase find, ReviewReplies replies, ShowQueue queue) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) => asked.Object.Length == 0
        ? await queue.Answer(asked, cancel)
        : await replies.Do(await find.ForReviewer(asked, cancel), new AppealEvent.Release(), _ => ReviewSaid.Released, asked, null, cancel);
}
