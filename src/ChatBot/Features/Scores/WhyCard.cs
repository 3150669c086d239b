using ChatBot.Chat;

namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/why.json</c> is given: the quarter in weeks.</summary>
internal sealed record WhyCard
{
    /// <summary>The quarter in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>The quarter for buttons.</summary>
    public required string QuarterId { get; init; }

    /// <summary>The day of the answer.</summary>
    public required string AsOf { get; init; }

    /// <summary>The score with one decimal.</summary>
    public required string Score { get; init; }

    /// <summary>Whether any day counts.</summary>
    public required bool HasScore { get; init; }

    /// <summary>Points of all counted days.</summary>
    public required string Points { get; init; }

    /// <summary>Number of counted days.</summary>
    public required string Days { get; init; }

    /// <summary>Counted days, in words.</summary>
    public required string CountedDays { get; init; }

    /// <summary>Counted days with use.</summary>
    public required string ActiveDays { get; init; }

    /// <summary>The verdict in words.</summary>
    public required string Verdict { get; init; }

    /// <summary>The day since which the verdict is under review; null where it is not.</summary>
    public required string? Since { get; init; }

    /// <summary>The last day of an exemption; null where there is none.</summary>
    public required string? Until { get; init; }

    /// <summary>Whether the verdict is a tier, so that the thresholds say something.</summary>
    public required bool HasTier { get; init; }

    /// <summary>The tier's rule: score from which one is heavy.</summary>
    public required string HeavyFrom { get; init; }

    /// <summary>The tier's rule: share of days from which one is heavy.</summary>
    public required string HeavyShare { get; init; }

    /// <summary>The person's share of counted days with use.</summary>
    public required string Share { get; init; }

    /// <summary>The weeks, latest first.</summary>
    public required IReadOnlyList<WeekLine> Weeks { get; init; }

    /// <summary>What the points came from.</summary>
    public required IReadOnlyList<SignalLine> Signals { get; init; }

    /// <summary>Days that count by a decision, a sentence for each tool and level.</summary>
    public required IReadOnlyList<string> Credited { get; init; }

    /// <summary>Days that do not count, by their reason.</summary>
    public required IReadOnlyList<UnseenLine> LeftOut { get; init; }

    /// <summary>Monday of the latest week, for the button; null when there is no day.</summary>
    public required string? LatestWeek { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }
}

/// <summary>One week of the quarter.</summary>
/// <param name="Span">Its days, <c>16–22 Nov</c>.</param>
/// <param name="Days">Number of counted days.</param>
/// <param name="Points">Their points.</param>
internal sealed record WeekLine(string Span, string Days, string Points);

/// <summary>What one signal brought.</summary>
/// <param name="Signal">Its name.</param>
/// <param name="Sum">Counted × weight = points.</param>
/// <param name="Capped">What was beyond the daily cap; null when nothing was.</param>
internal sealed record SignalLine(string Signal, string Sum, string? Capped);

/// <summary>What <c>cards/week.json</c> is given: one week in days.</summary>
internal sealed record WeekCard
{
    /// <summary>The week's days.</summary>
    public required string Span { get; init; }

    /// <summary>The quarter in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>The quarter for buttons.</summary>
    public required string QuarterId { get; init; }

    /// <summary>The day of the answer.</summary>
    public required string AsOf { get; init; }

    /// <summary>Points of the week's counted days.</summary>
    public required string Points { get; init; }

    /// <summary>Counted days of the week, in words.</summary>
    public required string CountedDays { get; init; }

    /// <summary>The days, in order.</summary>
    public required IReadOnlyList<DayLine> Days { get; init; }

    /// <summary>Monday of the week before, for the button; null at the quarter's beginning.</summary>
    public required string? Earlier { get; init; }

    /// <summary>Monday of the week after, for the button; null at the end.</summary>
    public required string? Later { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }
}

/// <summary>One day.</summary>
/// <param name="Day">Its date.</param>
/// <param name="Counts">Whether it counts.</param>
/// <param name="Points">Its points, in words.</param>
/// <param name="Why">For one that does not count: why.</param>
/// <param name="Declared">The reason that an operator declared; supplied text.</param>
/// <param name="Signals">What its points came from.</param>
/// <param name="Credited">For one that counts by a decision: as what.</param>
internal sealed record DayLine(
    string Day, bool Counts, string Points, string? Why, ChatBot.Cards.Supplied? Declared, IReadOnlyList<SignalLine> Signals, IReadOnlyList<string> Credited);
