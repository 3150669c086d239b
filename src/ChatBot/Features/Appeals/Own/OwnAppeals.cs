using ChatBot.Chat;

namespace ChatBot.Features.Appeals;

/// <summary>What a person can say and press about appeals of their own: the rows, their handlers and their cards.</summary>
internal static class OwnAppeals
{
    /// <summary>Commands for whose buttons tokens are made.</summary>
    public const string File = "appeal.file", Add = "appeal.add", Answer = "appeal.answer", Withdraw = "appeal.withdraw", Escalate = "appeal.escalate";

    private const string ShowOne = "appeal.show";

    /// <summary>Adds them.</summary>
    public static IServiceCollection AddOwnAppeals(this IServiceCollection services) => services
        .AddPhrase(WrongRow).AddCard<AppealFormCard>("appealform")
        .AddPhrase(ListRow).AddCard<AppealsCard>("appeals")
        .AddPhrase(ShowRow).AddCard<AppealCard>("appeal").AddCard<AppealGoneCard>("appealgone")
        .AddPhrase(SheetsRow).AddCard<AppealSheetsCard>("appealsheets")
        .AddPhrase(SayRow).AddCard<AppealSayCard>("appealsay")
        .AddPhrase(FileRow).AddPhrase(AddRow).AddPhrase(AnswerRow).AddPhrase(WithdrawRow).AddPhrase(EscalateRow)
        .AddScoped<OwnCards>().AddScoped<PressOwn>();

    private static Phrase WrongRow { get; } = new(
        "score.wrong", "This is wrong", "contest what is said of you; a person looks at it and decides with reasons",
        [
            "this is wrong", "that's wrong", "wrong", "my score is wrong", "not right", "that can't be right", "not correct", "not true", "untrue", "appeal", "i want to appeal",
            "dispute", "contest", "challenge", "object", "objection", "complain", "complaint", "unfair", "this is unfair", "not fair", "disagree", "i disagree", "fix my score",
            "correct my score", "correction", "take me off", "take me off the list", "remove me", "remove me from the list", "=i do use it", "i use it every day", "use every day",
            "nonsense", "rubbish", "doesn't add up", "not mine", "report a problem", "problem",
            "take me off that list", "delete me from the list", "i was on leave", "i was on leave last week", "i was on holiday", "i was on vacation", "i was sick", "i was off sick",
            "i was on parental leave", "i work part time", "part time", "secondment", "you don't count my cli work", "my cli work", "cli work", "you don't count my work", "not count my work",
            "my work is not counted", "wrong account", "not my account", "somebody else's account", "wrong login", "wrong team", "wrong work area", "wrong area", "wrong line of business",
            "i'm not allowed to use it", "not allowed to use", "not allowed", "not permitted", "i have no licence", "no licence", "no license", "i have no license", "i don't have a licence", "i don't have a license", "not installed",
        ],
        typeof(ShowAppealForm));

    private static Phrase ListRow { get; } = new(
        "appeals.show", "My appeals", "what you contested: where it stands, and what comes next",
        [
            "appeal status", "=my appeals", "=appeals", "=my appeal", "=status of my appeal", "=my appeal status", "=my case", "=show my appeals", "=show my appeal", "=list my appeals", "=what about my appeal",
            "=what happened to my appeal", "=where is my appeal", "=track my appeal", "=my dispute", "=my complaint",
        ],
        typeof(ShowAppeals));

    private static Phrase ShowRow { get; } = new(ShowOne, "Open this appeal", "", [], typeof(ShowAppeal));

    private static Phrase SheetsRow { get; } = new("appeal.sheets", "Old and new score", "", [], typeof(ShowSheets));

    private static Phrase SayRow { get; } = new(
        "appeal.say", "Add to my appeal", "",
        [
            "=add to my appeal", "add to appeal", "=add something to my appeal", "=add to my case", "=more about my appeal", "answer the question", "answer my reviewer", "answer the reviewer",
            "reply to the reviewer", "answer question", "=amend my appeal",
        ],
        typeof(ShowSayForm));

    private static Phrase FileRow { get; } = new(File, "Fill in the form again", "", [], typeof(FileAppeal), Effect.Changes);

    private static Phrase AddRow { get; } = new(Add, "Add to my appeal", "", [], typeof(SayMore), Effect.Changes, WhenUsed: ShowOne);

    private static Phrase AnswerRow { get; } = new(Answer, "Answer the question", "", [], typeof(SayMore), Effect.Changes, WhenUsed: ShowOne);

    private static Phrase WithdrawRow { get; } = new(
        Withdraw, "Take back my appeal", "",
        [
            "withdraw", "=withdraw my appeal", "withdraw appeal", "withdraw it", "=take back my appeal", "=take my appeal back", "=cancel my appeal", "cancel appeal", "=drop my appeal",
            "=stop my appeal", "=end my appeal", "=delete my appeal",
        ],
        typeof(WithdrawAppeal), Effect.Changes, WhenUsed: ShowOne);

    private static Phrase EscalateRow { get; } = new(
        Escalate, "Ask for the second level", "",
        ["escalate", "=escalate my appeal", "escalate it", "second level", "second opinion", "=appeal again", "appeal the decision", "appeal the ruling", "another reviewer", "i disagree with the decision"],
        typeof(EscalateAppeal), Effect.Changes, WhenUsed: ShowOne);
}
