using ChatBot.Chat;
using ChatBot.Domain.Appeals;

namespace ChatBot.Features.Appeals;

/// <summary>A second reviewer agrees with a proposed ruling, which takes effect by it.</summary>
internal sealed class AgreeToRuling(FindCase find, ReviewReplies replies) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        await replies.Do(await find.ForReviewer(asked, cancel), new AppealEvent.Agree(), _ => ReviewSaid.Agreed, asked, null, cancel);
}

/// <summary>A second reviewer does not agree, and the case goes on as if nothing had been proposed.</summary>
internal sealed class DisagreeWithRuling(FindCase find, ReviewReplies replies) : IHandler
{
    /// <inheritdoc />
    public async Task<Reply> Answer(Asked asked, CancellationToken cancel) =>
        await replies.Do(await find.ForReviewer(asked, cancel), new AppealEvent.Disagree(), _ => ReviewSaid.Disagreed, asked, null, cancel);
}
