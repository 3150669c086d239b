using ChatBot.Chat;

namespace ChatBot.Features.Scores;

/// <summary>What can be asked about one's own score: the rows, their handlers and their cards.</summary>
internal static class ScorePhrases
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddScorePhrases(this IServiceCollection services) => services
        .AddPhrase(Show).AddCard<ScoreCard>("score")
        .AddPhrase(Why).AddCard<WhyCard>("why").AddCard<WeekCard>("week")
        .AddPhrase(Move).AddCard<MoveCard>("move")
        .AddPhrase(Compare).AddCard<CompareCard>("compare")
        .AddPhrase(History).AddCard<HistoryCard>("history")
        .AddPhrase(Coverage).AddCard<CoverageCard>("coverage");

    private static Phrase Show { get; } = new(
        "score.show", "My score", "your score, what it means, and what I could not see",
        [
            "what's my score", "score", "my score", "scores", "my tier", "tier", "what tier am i", "am i on the naughty list", "naughty list", "am i on the list",
            "the naughty list", "shame list", "black list", "am i heavy", "am i a heavy user", "am i light", "am i a light user", "heavy or light",
            "heavy", "light", "am i a non user", "nonuser", "am i active", "=how am i doing", "=how did i do", "my status", "status", "my number", "my points",
            "points", "my result", "results", "my rating", "my verdict", "verdict", "my usage", "usage", "how much do i use", "my grade", "my mark", "my level",
            "my classification", "how am i classified", "my category", "my ai score", "show score", "this quarter", "latest score",
        ],
        typeof(ShowScore));

    private static Phrase Why { get; } = new(
        "score.why", "Why?", "line by line how the score came about, week by week and day by day",
        [
            "why", "explain", "explain my score", "why is my score so low", "why am i light", "why am i heavy", "why that score", "how come", "=how come", "reason",
            "break it down", "breakdown", "break down", "details", "detail", "more details", "show the maths", "maths", "math", "line by line", "lines",
            "what is it made of", "made of", "where does it come from", "come from", "how is my score calculated", "calculated", "calculation", "how was it computed",
            "computed", "week by week", "weeks", "day by day", "days counted", "which days count", "show the days", "days", "this week", "last week", "week of",
            "evidence", "justify", "based on",
        ],
        typeof(WhyScore));

    private static Phrase Move { get; } = new(
        "score.move", "What would move me?", "what would take you to the next tier, and whether this quarter has room for it",
        [
            "what would move me", "what would move me up", "move", "move up", "how do i get to heavy", "get to heavy", "how to become heavy", "reach heavy",
            "need for heavy", "=be heavy", "=get heavy", "improve", "improve my score", "get better", "how can i do better", "do better", "go up", "=up", "level up",
            "next tier", "next level", "target", "goal", "what do i need", "what should i do", "=what should i do", "need to do", "how far am i", "how far",
            "how many more days", "more days", "more points", "get off the naughty list", "off the naughty list", "get off the list", "leave the list",
            "=what would help", "advice", "tips", "change my score", "what if", "=what if",
        ],
        typeof(MoveScore));

    private static Phrase Compare { get; } = new(
        "score.compare", "How do I compare?", "where you stand beside the middle of your line of business; never a rank",
        [
            "how do i compare", "compare", "compare me", "compare with my team", "compare with others", "compare to my colleagues", "compare to everyone",
            "standing", "=where do i stand", "where do i stand", "stand", "median", "am i above the median", "average", "am i above average", "am i below average",
            "against my peers", "peers", "peer group", "relative to others", "my rank", "what's my rank", "where do i rank", "my percentile", "percentile", "line of business",
            "better than others", "am i normal", "normal", "typical",
        ],
        typeof(CompareScore));

    private static Phrase History { get; } = new(
        "score.history", "My history", "",
        [
            "history", "my history", "score history", "past scores", "past", "last quarter", "last quarter's score", "previous quarter", "previous quarters", "=all quarters", "=past quarters",
            "=by quarter", "=quarter by quarter", "over time", "trend", "timeline", "old scores", "old score", "my past", "last year", "how was i before", "before",
        ],
        typeof(ShowHistory));

    private static Phrase Coverage { get; } = new(
        "coverage.show", "What can't you see?", "which of your days and tools the data could not see",
        [
            "what can't you see about me", "what can't you see", "can't see", "not see", "what do you not see", "what you don't see", "what are you missing", "missing",
            "what is missing", "missing days", "what did you miss", "miss", "blind spots", "blind", "coverage", "what do you see", "what do you see about me", "do you see me",
            "what do you know about me", "know about me", "=what do you know", "what data do you have", "data do you have", "my data", "what do you have on me", "gaps", "gap",
            "telemetry", "telemetry off", "not measured", "measured", "what do you measure", "invisible", "unseen", "hidden", "not counted", "left out", "which tools",
            "tools", "tracked", "do you track me", "what do you track",
        ],
        typeof(ShowCoverage));
}
