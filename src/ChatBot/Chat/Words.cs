using System.Text.Json;
using System.Text.Json.Serialization;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;

namespace ChatBot.Chat;

/// <summary>One and many of a thing that is counted.</summary>
internal sealed record Plural(string One, string Many);

/// <summary>How a reason is told: in half a sentence, in a sentence, and what mends it.</summary>
internal sealed record ReasonWords(string Short, string Because, string Fix);

/// <summary>
/// The words for what the domain names, from <c>cards/words.json</c>: a reader of the file can see every word that people read.
/// A word that is missing, and a name that nobody knows, stop the service.
/// </summary>
internal sealed record Words(
    IReadOnlyDictionary<string, string> Verdicts,
    IReadOnlyDictionary<string, ReasonWords> Reasons,
    ReasonWords DeclaredReason,
    IReadOnlyDictionary<string, string> Tools,
    IReadOnlyDictionary<string, Plural> Signals,
    IReadOnlyDictionary<string, string> LeftOut,
    IReadOnlyDictionary<string, Plural> Plurals,
    IReadOnlyDictionary<string, string> Greetings,
    IReadOnlyDictionary<string, string> Accounts,
    string OtherTool)
{
    /// <summary>What <see cref="Wording.Count"/> is asked to count.</summary>
    public static IReadOnlyList<string> Counted { get; } = ["day", "counted day", "working day", "active day", "point", "person", "tool", "case"];

    /// <summary>The id spaces that accounts come from.</summary>
    private static readonly string[] Vendors = ["github", "anthropic", "openai", "email"];

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads and checks the file's text.</summary>
    /// <exception cref="InvalidOperationException">With the sentence that stops the service.</exception>
    public static Words Read(string json)
    {
        Words words;
        try
        {
            words = JsonSerializer.Deserialize<Words>(json, Strict) ?? throw new InvalidOperationException("cards/words.json is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidOperationException($"cards/words.json cannot be read: {exception.Message}", exception);
        }

        SameNames("verdicts", words.Verdicts.Keys, Enum.GetNames<VerdictKind>());
        SameNames("reasons", words.Reasons.Keys, Reason.Known.Select(reason => reason.Name));
        SameNames("signals", words.Signals.Keys, Enum.GetNames<Signal>());
        SameNames("leftOut", words.LeftOut.Keys, Enum.GetNames<LeftOut>());
        SameNames("accounts", words.Accounts.Keys, Vendors);
        SameNames("plurals", words.Plurals.Keys, Counted);
        return words;
    }

    private static void SameNames(string part, IEnumerable<string> there, IEnumerable<string> needed)
    {
        var (have, need) = (there.ToHashSet(StringComparer.Ordinal), needed.ToHashSet(StringComparer.Ordinal));
        if (need.FirstOrDefault(name => !have.Contains(name)) is { } missing)
        {
            throw new InvalidOperationException($"cards/words.json has no word for {missing} under {part}.");
        }

        if (have.FirstOrDefault(name => !need.Contains(name)) is { } unknown)
        {
            throw new InvalidOperationException($"cards/words.json has a word for {unknown} under {part}, which nothing is named.");
        }
    }
}
