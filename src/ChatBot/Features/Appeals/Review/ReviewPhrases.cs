using ChatBot.Chat;

namespace ChatBot.Features.Appeals;

/// <summary>What reviewers and the programme office can say and press: the rows, their handlers and their cards.</summary>
internal static class ReviewPhrases
{
    /// <summary>Commands for whose buttons tokens are made.</summary>
    public const string Claim = "case.claim", Release = "case.release", Ask = "case.ask", HandOver = "case.handover", Rule = "case.rule", Name = "case.name";

    private const string Queue = "queue.show", Unassigned = "cases.unassigned";

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddCaseReview(this IServiceCollection services) => services
        .AddScoped<FindCase>()
        .AddScoped<ReviewReplies>()
        .AddPhrase(QueueRow).AddCard<QueueCard>("queue")
        .AddPhrase(ClaimRow).AddPhrase(ReleaseRow).AddCard<ReviewSaidCard>("reviewsaid")
        .AddPhrase(Pressed("case.askform", "Ask the person", typeof(ShowAskForm), Effect.Shows)).AddPhrase(Pressed(Ask, "Ask the person", typeof(AskPerson))).AddCard<CaseAskCard>("caseask")
        .AddPhrase(Pressed("case.handoverform", "Hand over", typeof(ShowHandOverForm), Effect.Shows)).AddPhrase(Pressed(HandOver, "Hand over", typeof(HandOverCase))).AddCard<CaseHandOverCard>("casehandover")
        .AddPhrase(Pressed("case.ruleform", "Decide", typeof(ShowRuleForm), Effect.Shows)).AddPhrase(Pressed(Rule, "Decide", typeof(RuleOnCase))).AddCard<RuleFormCard>("caserule")
        .AddPhrase(Pressed("case.agree", "Agree", typeof(AgreeToRuling))).AddPhrase(Pressed("case.disagree", "Disagree", typeof(DisagreeWithRuling)))
        .AddPhrase(UnassignedRow).AddCard<UnassignedCard>("unassigned").AddScoped<NameForm>()
        .AddPhrase(Pressed(Name, "Name a reviewer", typeof(NameReviewer)) with { WhenUsed = Unassigned }).AddCard<CaseNameCard>("casename");

    /// <summary>A row without phrases: what it is about is a button's to say.</summary>
    private static Phrase Pressed(string name, string title, Type handler, Effect effect = Effect.Changes) =>
        new(name, title, "", [], handler, effect, WhenUsed: effect == Effect.Changes ? "case.show" : null);

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

    private static Phrase UnassignedRow { get; } = new(
        Unassigned, "Cases without a reviewer", "",
        ["unassigned cases", "unassigned", "unassigned appeals", "cases without a reviewer", "appeals without a reviewer", "cases without reviewer", "who needs a reviewer", "name a reviewer", "name reviewers"],
        typeof(ShowUnassigned));
}
