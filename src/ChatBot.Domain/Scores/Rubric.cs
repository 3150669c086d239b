using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>What one act of a signal is worth.</summary>
/// <param name="Weight">Points for each act.</param>
/// <param name="Cap">How many acts of a day count.</param>
public readonly record struct SignalRule(int Weight, int Cap)
{
    /// <summary>The most points that the signal gives on one day.</summary>
    public int Most => Weight * Cap;
}

/// <summary>A version of the weights, caps and thresholds. Made by <see cref="Read"/>, which proves what a rubric must hold to.</summary>
public sealed record Rubric
{
    /// <summary>The version, e.g. <c>2026.1</c>; every sheet names it.</summary>
    public required string Version { get; init; }

    /// <summary>A prompt written by the person.</summary>
    public required SignalRule Prompt { get; init; }

    /// <summary>A session of an agent.</summary>
    public required SignalRule AgentSession { get; init; }

    /// <summary>A review asked for.</summary>
    public required SignalRule ReviewRequest { get; init; }

    /// <summary>A proposal accepted.</summary>
    public required SignalRule Acceptance { get; init; }

    /// <summary>An output shown.</summary>
    public required SignalRule Generation { get; init; }

    /// <summary>Score from which a person is heavy, 0–100.</summary>
    public required decimal HeavyScore { get; init; }

    /// <summary>Active-day rate from which a person is heavy, 0–1.</summary>
    public required decimal HeavyRate { get; init; }

    /// <summary>A tier is borderline when this many points of score more or less give another.</summary>
    public required decimal BorderlineScore { get; init; }

    /// <summary>A tier is borderline when this much rate more or less gives another, 0–1.</summary>
    public required decimal BorderlineRate { get; init; }

    /// <summary>Eligible days that a tier takes.</summary>
    public required int NeededDays { get; init; }

    /// <summary>Calendar days from start and first licence until a tier.</summary>
    public required int NewDays { get; init; }

    /// <summary>Length, in days, of the window without use that "no use seen" takes.</summary>
    public required int NonDays { get; init; }

    /// <summary>The share of the window's days that must be covered, 0–1.</summary>
    public required decimal NonCoveredShare { get; init; }

    /// <summary>The number of the window's days that must be covered.</summary>
    public required int NonCoveredDays { get; init; }

    /// <summary>How far from the median is still "about", as a share of it, 0–1.</summary>
    public required decimal StandingAbout { get; init; }

    /// <summary>Others in the group that a standing takes.</summary>
    public required int StandingOthers { get; init; }

    /// <summary>Others in the group that showing the median takes.</summary>
    public required int MedianOthers { get; init; }

    /// <summary>What a shown group size and median are rounded to a multiple of.</summary>
    public required int StandingRounding { get; init; }

    /// <summary>By name, what a ruling can credit for a day that could not be seen; empty where the rubric defines none.</summary>
    public IReadOnlyDictionary<string, Signals> CreditLevels { get; init; } = new Dictionary<string, Signals>(StringComparer.Ordinal);

    /// <summary>Weight and cap of a signal.</summary>
    public SignalRule this[Signal signal] => signal switch
    {
        Signal.Prompt => Prompt,
        Signal.AgentSession => AgentSession,
        Signal.ReviewRequest => ReviewRequest,
        Signal.Acceptance => Acceptance,
        _ => Generation,
    };

    /// <summary>Points for each act of a signal.</summary>
    public int Weight(Signal signal) => this[signal].Weight;

    /// <summary>How many acts of a signal count on one day.</summary>
    public int Cap(Signal signal) => this[signal].Cap;

    /// <summary>The most points of a signal on one day.</summary>
    public int Most(Signal signal) => this[signal].Most;

    /// <summary>Points of a day with these signals.</summary>
    public int Points(Signals signals)
    {
        var points = 0;
        for (var signal = Signal.Prompt; signal <= Signal.Generation; signal++)
        {
            points += Math.Min(signals[signal] ?? 0, Cap(signal)) * Weight(signal);
        }

        return points;
    }

    /// <summary>Rule 3: heavy by exact rationals, points and active days over eligible days.</summary>
    /// <param name="points">Points of the eligible days.</param>
    /// <param name="active">Eligible days with use.</param>
    /// <param name="eligible">Eligible days, above zero.</param>
    public bool IsHeavy(decimal points, decimal active, int eligible) => points >= HeavyScore * eligible && active >= HeavyRate * eligible;

    /// <summary>Whether the borderline's distance to either side of score or rate gives another answer to rule 3; end points included.</summary>
    /// <inheritdoc cref="IsHeavy"/>
    public bool IsBorderline(int points, int active, int eligible)
    {
        var heavy = IsHeavy(points, active, eligible);
        return IsHeavy(points - (BorderlineScore * eligible), active, eligible) != heavy
            || IsHeavy(points + (BorderlineScore * eligible), active, eligible) != heavy
            || IsHeavy(points, active - (BorderlineRate * eligible), eligible) != heavy
            || IsHeavy(points, active + (BorderlineRate * eligible), eligible) != heavy;
    }

    /// <summary>Reads a rubric's file and proves it; the sentences say everything that is wrong at once.</summary>
    public static RubricReading Read(string json) => RubricFile.Read(json);
}

/// <summary>What came of reading a rubric: it, or why not.</summary>
/// <param name="Rubric">The rubric; null when a sentence refuses it.</param>
/// <param name="Problems">One sentence for each thing that is wrong; empty exactly when there is a rubric.</param>
public sealed record RubricReading(Rubric? Rubric, IReadOnlyList<string> Problems);
