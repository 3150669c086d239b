using System.Globalization;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>What every rubric must hold to, each with the sentence that refuses one that does not.</summary>
internal static class RubricProof
{
    private static readonly Signal[] Initiating = [Signal.Prompt, Signal.AgentSession, Signal.ReviewRequest];

    public static IEnumerable<string> Of(Rubric rubric) =>
        [.. Shape(rubric), .. Weights(rubric), .. Alone(rubric), .. Thresholds(rubric), .. CreditLevels(rubric)];

    private static IEnumerable<string> Shape(Rubric rubric)
    {
        if (rubric.Version.Length is 0 or > 32 || !rubric.Version.All(one => char.IsAsciiLetterOrDigit(one) || one is '.' or '-'))
        {
            yield return "The version is not 1 to 32 letters, digits, dots or dashes.";
        }

        foreach (var signal in Enum.GetValues<Signal>())
        {
            if (rubric.Weight(signal) is < 0 or > 100 || rubric.Cap(signal) is < 0 or > 100)
            {
                yield return $"Weight and cap of {Name(signal)} are not both between 0 and 100.";
            }
            else if ((rubric.Weight(signal) == 0) != (rubric.Cap(signal) == 0))
            {
                yield return $"One of weight and cap of {Name(signal)} is 0 and the other is not.";
            }
        }
    }

    private static IEnumerable<string> Weights(Rubric rubric)
    {
        var most = Enum.GetValues<Signal>().Sum(rubric.Most);
        if (most != 100)
        {
            yield return Text($"The caps add up to {most} points a day, not to 100.");
        }

        if (rubric.Most(Signal.Generation) != 0)
        {
            yield return "A generation is worth points: what the tool writes is no act of the person.";
        }

        foreach (var signal in Initiating.Where(one => rubric.Weight(one) <= rubric.Weight(Signal.Acceptance)))
        {
            yield return Text($"{(signal == Signal.AgentSession ? "An" : "A")} {Name(signal)} ({rubric.Weight(signal)}) does not outweigh an acceptance ({rubric.Weight(Signal.Acceptance)}): initiating acts must.");
        }

        if (Initiating.Sum(rubric.Most) <= rubric.Most(Signal.Acceptance))
        {
            yield return "All initiating acts of a day together do not outweigh accepting.";
        }
    }

    private static IEnumerable<string> Alone(Rubric rubric)
    {
        if (rubric.Most(Signal.Acceptance) >= rubric.HeavyScore)
        {
            yield return Text($"Accepting alone reaches heavy: {rubric.Most(Signal.Acceptance)} points a day against {rubric.HeavyScore}.");
        }

        if (rubric.Most(Signal.AgentSession) >= rubric.HeavyScore)
        {
            yield return Text($"Opening sessions alone reaches heavy: {rubric.Most(Signal.AgentSession)} points a day against {rubric.HeavyScore}.");
        }
    }

    private static IEnumerable<string> Thresholds(Rubric rubric)
    {
        (bool Holds, string Sentence)[] all =
        [
            (rubric.HeavyScore is > 0 and <= 100, "The score of heavy is not above 0 and at most 100."),
            (rubric.HeavyRate is > 0 and <= 1, "The rate of heavy is not above 0 and at most 1."),
            (rubric.BorderlineScore >= 0 && rubric.BorderlineScore < rubric.HeavyScore, "The borderline of the score is not at least 0 and below the score of heavy."),
            (rubric.BorderlineRate >= 0 && rubric.BorderlineRate < rubric.HeavyRate, "The borderline of the rate is not at least 0 and below the rate of heavy."),
            (rubric.NeededDays is >= 1 and <= 60, "The needed eligible days are not between 1 and 60."),
            (rubric.NewDays is >= 0 and <= 90, "The days until somebody is no longer new are not between 0 and 90."),
            // Readings are kept for a window that begins 31 days before the quarter, and the last settled day can be the quarter's first.
            (rubric.NonDays is >= 1 and <= 28, "The days without use are not between 1 and 28."),
            (rubric.NonCoveredShare is > 0 and <= 1, "The share of covered days is not above 0 and at most 1."),
            (rubric.NonCoveredDays >= 1 && rubric.NonCoveredDays <= rubric.NonDays, "The number of covered days is not between 1 and the days without use."),
            (rubric.StandingAbout is >= 0 and < 1, "How far from the median is about the same is not at least 0 and below 1."),
            (rubric.StandingOthers >= 10, "A standing with fewer than 10 others would point at people."),
            (rubric.MedianOthers >= 30, "A median shown with fewer than 30 others would point at people."),
            (rubric.StandingRounding >= 5, "A group size or median rounded to less than 5 would point at people."),
        ];
        return all.Where(one => !one.Holds).Select(one => one.Sentence);
    }

    private static IEnumerable<string> CreditLevels(Rubric rubric)
    {
        foreach (var (name, level) in rubric.CreditLevels)
        {
            if (name.Length is 0 or > 32 || !name.All(one => char.IsAsciiLetterLower(one) || one == '-'))
            {
                yield return "A credit level's name is not 1 to 32 lower-case letters or dashes.";
            }
            else if (Enum.GetValues<Signal>().Any(one => level[one] is { } count && (count < 1 || count > rubric.Cap(one))))
            {
                yield return $"A count of the credit level '{name}' is not between 1 and the signal's cap.";
            }
            else if (rubric.Points(level) == 0)
            {
                yield return $"The credit level '{name}' brings no points.";
            }
        }
    }

    private static string Name(Signal signal) => signal switch
    {
        Signal.Prompt => "prompt",
        Signal.AgentSession => "agent session",
        Signal.ReviewRequest => "review request",
        Signal.Acceptance => "acceptance",
        _ => "generation",
    };

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
