using System.Collections.Frozen;

namespace ChatBot.Chat;

/// <summary>The words of ordinary English that the matcher treats specially. Data, folded as <see cref="TypedWords.Fold"/> folds.</summary>
internal static class EnglishWords
{
    /// <summary>Words that say nothing about which row is meant.</summary>
    public static FrozenSet<string> Fillers { get; } = Set(
        "a an the is are was were be been being am do does did doing have has had having to of for on in at by it its this that these those and or but so if then than as from with "
        + "about into what whats which hows how when where wheres there heres here my me i im ive id ill mine myself you your youre u ur we he she they "
        + "tell show give gimme know like let lets ask say please pls plz kindly can could would will should may might must shall "
        + "just now today currently current latest right really actually quickly also too again very much some any all "
        + "hey hi hello dear bot chatbot sir madam ok okay well um hmm quarter quarterly overall exact exactly ai coding");

    /// <summary>Which in front of or behind a question are only manners.</summary>
    public static FrozenSet<string> Manners { get; } = Set("hey hi hello dear please pls plz kindly thanks thank thx ty ok okay well um hmm so and bot chatbot");

    /// <summary>The asker speaks of themselves.</summary>
    public static FrozenSet<string> Self { get; } = Set("my i im ive id ill mine am myself");

    /// <summary>The asker speaks of several or of somebody.</summary>
    public static FrozenSet<string> Group { get; } = Set(
        "who whos whose team teams teammate teammates squad department colleague colleagues coworker coworkers peers manager managers boss bosses report reports "
        + "everyone everybody anyone anybody someone somebody others people employee employees users engineers developers devs members staff his her hers their theirs them him he she they us our ours");

    /// <summary>With one of these a question about a team is about the people in it.</summary>
    public static FrozenSet<string> OfEachOne { get; } = Set(
        "who whos whose which name names list each individual everyone everybody everyones everybodys anyone anybody someone somebody he she his her hers their theirs him them "
        + "score scores scored point points tier tiers rank ranks ranked ranking heavy light nonuser nonusers classified verdict history top best worst lowest highest");

    /// <summary>What is asked about: after or before one of these an unknown word is a name.</summary>
    public static FrozenSet<string> Measures { get; } = Set(
        "score scores scored tier tiers points rating verdict status usage number numbers result results history standing list heavy light nonuser nonusers classified activity");

    /// <summary>Ordinary words that a name is not and that lie near none of the phrasebook's.</summary>
    public static FrozenSet<string> Ordinary { get; } = Set(
        "january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec "
        + "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun want wanna weekly monthly daily total final new old best first full real own true final stupid damn bloody silly funny nice good bad low high average mean recent usage copilot github claude code "
        + "chatgpt codex tool tools year month week day days yesterday tomorrow work working company bank line business area adoption programme program office level user users use used using uses");

    /// <summary>With 's these are no names.</summary>
    public static FrozenSet<string> NoOwners { get; } = Set(
        "its thats whats whos wheres heres theres hows whys whens lets todays yesterdays weeks months quarters years days tiers scores bots chatbots copilots githubs claudes openais anthropics chatgpts companys banks ones");

    /// <summary>One word for several that mean the same here.</summary>
    public static FrozenDictionary<string, string> Same { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["cant"] = "not", ["cannot"] = "not", ["couldnt"] = "not", ["dont"] = "not", ["doesnt"] = "not", ["didnt"] = "not", ["isnt"] = "not", ["arent"] = "not",
        ["wont"] = "not", ["never"] = "not", ["unable"] = "not", ["wasnt"] = "not", ["hasnt"] = "not", ["havent"] = "not",
        ["view"] = "see", ["seeing"] = "see", ["seen"] = "see", ["sees"] = "see", ["saw"] = "see", ["read"] = "see", ["look"] = "see",
        ["increase"] = "improve", ["raise"] = "improve", ["boost"] = "improve", ["higher"] = "improve", ["better"] = "improve", ["increasing"] = "improve",
        ["become"] = "reach", ["becoming"] = "reach", ["attain"] = "reach", ["achieve"] = "reach", ["hit"] = "reach",
        ["previous"] = "past", ["prior"] = "past", ["older"] = "past", ["earlier"] = "past",
        ["incorrect"] = "wrong", ["inaccurate"] = "wrong", ["mistake"] = "wrong", ["mistaken"] = "wrong", ["false"] = "wrong", ["error"] = "wrong", ["bogus"] = "wrong",
        ["explanation"] = "explain", ["explained"] = "explain", ["reasons"] = "reason", ["cos"] = "why", ["y"] = "why",
        ["compared"] = "compare", ["comparison"] = "compare", ["versus"] = "compare", ["vs"] = "compare", ["comparing"] = "compare",
        ["used"] = "use", ["uses"] = "use", ["using"] = "use", ["usage"] = "use", ["nonuser"] = "nonuser", ["nonusers"] = "nonuser",
        ["supervisor"] = "manager", ["boss"] = "manager", ["bosses"] = "manager", ["lead"] = "manager",
        ["logins"] = "login", ["username"] = "login", ["usernames"] = "login", ["log"] = "login",
        ["ranked"] = "rank", ["ranking"] = "rank", ["rankings"] = "rank", ["ranks"] = "rank",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
