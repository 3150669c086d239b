using ChatBot.Chat;

namespace ChatBot.Features.Appeals;

/// <summary>What reviewers and the programme office can say and press: the rows, their handlers and their cards.</summary>
internal static class ReviewPhrases
{
    /// <summary>Commands for whose buttons tokens are made.</summary>
    public const string Claim = "case.claim", Release = "case.release";

    private const string Queue = "queue.show";

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCaseReview(this IServiceCollection services) => services
        .AddScoped<FindCase>()
        .AddScoped<ReviewReplies>()
        .AddPhrase(QueueRow).AddCard<QueueCard>("queue")
        .AddPhrase(ClaimRow).AddPhrase(ReleaseRow).AddCard<ReviewSaidCard>("reviewsaid");

    private static Phrase QueueRow { get; } = new(
        Queue, "Cases to review", "",
        [
            "queue", "my queue", "the queue", "show me the queue", "open the queue", "review queue", "reviewer queue", "appeals queue", "appeal queue", "case queue", "queue of cases", "queue of appeals",
            "=my cases", "=cases", "=show me my cases", "=open cases", "cases to review", "what is there to review", "=what is in the queue", "=whats in the queue", "my reviews",
            "queue mine", "queue free", "free cases", "queue second", "queue leave", "queue uncaptured", "queue account", "queue area", "queue forbidden", "queue licence", "queue license",
            "queue removal", "queue other", "queue copilot", "queue claude", "queue claude code", "queue chatgpt", "queue codex", "queue mine leave", "queue free copilot",
        ],
        typeof(ShowQueue), Object: QueueFilter.Said);

    private static Phrase ClaimRow { get; } = new(
        Claim, "Take this case", "",
        ["claim", "claim a case", "claim the case", "claim this case", "take a case", "take the case", "take this case", "take the next case", "claim the next case", "i will take the case", "=next case please"],
        typeof(ClaimCase), Effect.Changes, Object: NamedCase.Read, WhenUsed: "case.show");

    private static Phrase ReleaseRow { get; } = new(
        Release, "Give this case back", "",
        ["release", "release the case", "release this case", "release my case", "give the case back", "give this case back", "give back the case", "return the case", "unclaim", "unclaim the case"],
        typeof(ReleaseCase), Effect.Changes, Object: NamedCase.Read, WhenUsed: "case.show");
}
