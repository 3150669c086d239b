using ChatBot.Chat;

namespace ChatBot.Features.Help;

/// <summary>What is said about the bot itself, and to whom nothing personal can be said.</summary>
internal static class HelpPhrases
{
    /// <summary>Adds the rows, their handlers and their cards.</summary>
    public static IServiceCollection AddHelpPhrases(this IServiceCollection services) => services
        .AddPhrase(Purpose).AddCard<PurposeCard>("purpose")
        .AddPhrase(Help).AddCard<HelpCard>("help")
        .AddPhrase(Others).AddCard<OthersCard>("others")
        .AddPhrase(Unclear).AddCard<UnclearCard>("unclear")
        .AddPhrase(Hello).AddPhrase(Thanks).AddPhrase(Language).AddCard<HelloCard>("hello")
        .AddPhrase(Room).AddCard<RoomCard>("room")
        .AddPhrase(Welcome).AddCard<WelcomeCard>("welcome").AddCard<NoticeCard>("notice")
        .AddPhrase(Trouble).AddCard<TroubleCard>("trouble")
        .AddPhrase(UsedUp).AddCard<UsedUpCard>("usedup");

    private static Phrase Purpose { get; } = new(
        "purpose.show", "What is this for?", "what the score is for and not for, how it is counted, who sees what",
        [
            "what is this for", "=what is this for", "=what is it for", "=whats this for", "purpose", "what is the purpose", "=what is this about", "privacy", "private", "confidential",
            "who can see my score", "who can see this", "who can see", "who sees", "who sees my score", "who sees what", "who else sees", "can my manager see my score",
            "can my manager see", "does my manager see", "manager see", "does my boss know", "manager know", "can my team see", "team see", "colleagues see",
            "do you tell my manager", "tell manager", "who gets this", "who gets my score", "=how is it used", "how is my score used", "use against me", "against me", "rubric", "the rubric", "weights", "rules", "formula",
            "scoring rules", "how does scoring work", "scoring work", "how does the score work", "score work", "points per prompt", "how are points counted",
            "what counts", "what is counted", "when is it updated", "updated", "update", "how often", "often", "refresh", "=what does heavy mean", "heavy mean", "=what is heavy", "light mean",
            "what does light mean", "tier mean", "tiers mean", "meaning", "definition", "what do you store", "store", "stored", "retention", "performance review",
            "appraisal", "promotion", "bonus", "pay", "salary", "fired", "layoffs", "spy", "spying", "are you spying on me", "surveillance", "gdpr", "policy", "works council",
            "=what are the tiers", "threshold", "thresholds",
        ],
        typeof(ShowPurpose), Personal: false);

    private static Phrase Help { get; } = new(
        "help.show", "Help", "this list, and the person to turn to",
        [
            "help", "help me", "=what can you do", "=what can i ask", "=what can i ask you", "=what can i say", "commands", "command", "options", "menu", "start", "get started", "instructions",
            "manual", "how do you work", "=how does this work", "=how do you work", "=who are you", "=what are you", "=who made you", "=who runs this", "are you a bot", "are you human", "human", "talk to a human", "talk to a person",
            "speak to someone", "talk to someone", "contact", "support", "=who do i ask", "=who do i ask", "=who do i talk to", "=who can help", "who can help me", "who can i talk to", "question", "questions", "training", "faq",
        ],
        typeof(ShowHelp), Personal: false);

    private static Phrase Hello { get; } = new(
        Phrasebook.Hello, "Hello", "",
        ["hi", "hello", "hey", "hi there", "hello there", "hey there", "hi bot", "good morning", "good afternoon", "good evening", "morning", "afternoon", "evening", "howdy", "hiya", "yo", "greetings", "how are you", "=how are you", "what's up", "=sup"],
        typeof(SayHello), Personal: false);

    private static Phrase Thanks { get; } = new(
        Phrasebook.Thanks, "Thanks", "",
        ["thanks", "thank you", "thanks a lot", "thank you very much", "many thanks", "thx", "ty", "cheers", "great", "cool", "nice", "perfect", "got it", "ok", "okay", "ok thanks", "bye", "goodbye", "=see you", "good bot", "lol"],
        typeof(SayHello), Personal: false);

    private static Phrase Language { get; } = new(Phrasebook.Language, "Language", "", [], typeof(SayHello), Personal: false);

    private static Phrase Others { get; } = new(
        Phrasebook.Others, "Others", "",
        [
            "who is on the naughty list", "who is on the list", "who naughty list", "who is heavy", "who is light", "who are the heavy users", "who has the highest score", "who has the lowest score", "who uses copilot",
            "who scored", "=who else", "show me my team's scores", "my team's scores", "team scores", "team score", "rank us", "rank my team", "rank everyone", "=ranking", "leaderboard", "league table",
            "top users", "top ten", "best users", "worst users", "lowest users", "everyone's score", "everyone's scores", "everybody's scores", "=all scores", "my manager's score", "my boss's score",
            "her score", "his score", "their score", "their scores", "my colleague's score", "list of nonusers", "list the nonusers", "=show me the list", "=show the naughty list", "list everyone", "list of people", "=names on the list",
            "score of my colleague", "my reports", "my direct reports", "department score", "someone else's score", "other people's scores",
        ],
        typeof(DeclineOthers), Personal: false);

    private static Phrase Unclear { get; } = new(Phrasebook.Unclear, "Unclear", "", [], typeof(AnswerUnclear), Personal: false);

    private static Phrase Room { get; } = new(Phrasebook.Room, "Room", "", [], typeof(PointToPrivateChat), Personal: false);

    private static Phrase Welcome { get; } = new(Phrasebook.Welcome, "Welcome", "", [], typeof(WelcomePerson));

    private static Phrase Trouble { get; } = new(Phrasebook.Trouble, "Trouble", "", [], typeof(OwnUp), Personal: false);

    private static Phrase UsedUp { get; } = new(Phrasebook.UsedUp, "Used up", "", [], typeof(AnswerUsedUp));
}
