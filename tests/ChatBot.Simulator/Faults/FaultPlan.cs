using System.Globalization;

namespace ChatBot.Simulator.Faults;

/// <summary>Everything that is to go wrong, and how calls are treated otherwise. The body of <c>POST /faults</c>; what is left out has its usual value.</summary>
/// <param name="Rules">The first that strikes a call decides; each sees what those before it let through.</param>
/// <param name="Seed">With the same one the same calls are struck, in whatever order they arrive.</param>
/// <param name="StallSeconds">How long a stalled answer takes.</param>
/// <param name="RetryAfterSeconds">What a 429 asks for.</param>
/// <param name="LatencyMilliseconds">The most that a call takes; each takes a random part of it before and a random part after it is accepted.</param>
/// <param name="Limits">Whether the limiter refuses anything.</param>
/// <param name="TeamsPerSecond">Calls to the connector that one app may make in one tenant.</param>
internal sealed record FaultPlan(
    IReadOnlyList<FaultRule>? Rules = null,
    int Seed = 1,
    double StallSeconds = 20,
    int RetryAfterSeconds = 2,
    int LatencyMilliseconds = 0,
    bool Limits = true,
    int TeamsPerSecond = 50)
{
    /// <summary>What is wrong with it, in a sentence; null when nothing is.</summary>
    public string? Problem() =>
        Rules?.FirstOrDefault(rule => FaultNames.Parse(rule.Fault) is null) is { } unknown
            ? $"There is no fault \"{unknown.Fault}\". There are {string.Join(", ", FaultNames.All)}."
        : Rules?.FirstOrDefault(rule => rule.On is not ("message" or "open" or "any")) is { } place
            ? $"A fault happens on message, open or any, not on \"{place.On}\"."
        : Rules?.Any(rule => rule.Share is not (> 0 and <= 1) || rule.Times < 1) == true
            ? "A share is more than 0 and at most 1; times is at least 1."
        : StallSeconds < 0 || RetryAfterSeconds < 0 || LatencyMilliseconds < 0 || TeamsPerSecond < 1
            ? "Times are not negative, and a limit is at least 1."
        : null;
}

/// <summary>One thing that goes wrong.</summary>
/// <param name="Fault">Its name, one of <see cref="FaultNames"/>.</param>
/// <param name="Share">Of the calls that could be struck, as a probability.</param>
/// <param name="Recipients">Whose calls; null for everybody's.</param>
/// <param name="On"><c>message</c>, <c>open</c> (opening a chat) or <c>any</c>.</param>
/// <param name="Times">How often at most for each recipient.</param>
internal sealed record FaultRule(string Fault, double Share = 1, IReadOnlyList<string>? Recipients = null, string On = "message", int Times = int.MaxValue)
{
    /// <summary>
    /// The rule as it is written on the command line: <c>NAME[@message|open|any][=SHARE][:RECIPIENT,…]</c>; null when it cannot be read.
    /// </summary>
    public static FaultRule? Parse(string text)
    {
        var (head, recipients) = Split(text, ':');
        var (place, share) = Split(head, '=');
        var (name, on) = Split(place, '@');
        var known = double.TryParse(share ?? "1", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part);
        var rule = new FaultRule(name, part, recipients?.Split(',', StringSplitOptions.RemoveEmptyEntries), on ?? "message");
        return known && new FaultPlan([rule]).Problem() is null ? rule : null;
    }

    private static (string Before, string? After) Split(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var found ? (text[..found], text[(found + 1)..]) : (text, null);
}
