using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Scores;
using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Features.Scores;

/// <summary>What <c>cards/score.json</c> is given.</summary>
internal sealed record ScoreCard
{
    /// <summary>What is shown; its name decides which lines the card has.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>The verdict in words, as a sentence begins.</summary>
    public required string Title { get; init; }

    /// <summary>The day since which the verdict is under review; null where it is not.</summary>
    public required string? Since { get; init; }

    /// <summary>The last day of an exemption; null where there is none.</summary>
    public required string? Until { get; init; }

    /// <summary>The quarter in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>The quarter for buttons, <c>2026-Q4</c>.</summary>
    public required string QuarterId { get; init; }

    /// <summary>The day of the answer.</summary>
    public required string AsOf { get; init; }

    /// <summary>The last day that is settled and lies in the quarter.</summary>
    public required string SettledTo { get; init; }

    /// <summary>Whether days after <see cref="SettledTo"/> are still to come in this quarter.</summary>
    public required bool MoreToSettle { get; init; }

    /// <summary>The score with one decimal.</summary>
    public required string Score { get; init; }

    /// <summary>Whether at least one day counts, so that the score says anything.</summary>
    public required bool HasScore { get; init; }

    /// <summary>Number of eligible days with use.</summary>
    public required string ActiveDays { get; init; }

    /// <summary>Eligible days, counted.</summary>
    public required string CountedDays { get; init; }

    /// <summary>A hair's breadth from another tier.</summary>
    public required bool Borderline { get; init; }

    /// <summary>For light: the points are there, the share of days is not.</summary>
    public required bool OnlyDaysLacking { get; init; }

    /// <summary>Score from which a person is heavy.</summary>
    public required string HeavyFrom { get; init; }

    /// <summary>The share of days with use from which a person is heavy.</summary>
    public required string HeavyShare { get; init; }

    /// <summary>The last day with use known at all; null when none is.</summary>
    public required string? LastUse { get; init; }

    /// <summary>For what is not measurable: the reason and what mends it; null otherwise.</summary>
    public required ReasonWords? Reason { get; init; }

    /// <summary>The reason that an operator declared; supplied text.</summary>
    public required Supplied? Declared { get; init; }

    /// <summary>How many counted days a tier takes, in words.</summary>
    public required string Needed { get; init; }

    /// <summary>Whether there are fewer.</summary>
    public required bool TooFewDays { get; init; }

    /// <summary>Set while last quarter's sheet stands in.</summary>
    public required YoungQuarter? Young { get; init; }

    /// <summary>For somebody who left: their last day.</summary>
    public required string? LastDay { get; init; }

    /// <summary>What could not be seen, the most first; two at most.</summary>
    public required IReadOnlyList<UnseenLine> NotSeen { get; init; }

    /// <summary>Whether more could not be seen than is listed.</summary>
    public required bool MoreNotSeen { get; init; }

    /// <summary>Below, about or above the median; null where none may be told.</summary>
    public required StandingLine? Standing { get; init; }

    /// <summary>The person's use was in Claude Code, which reports no prompts.</summary>
    public required bool ClaudeReportsNoPrompts { get; init; }

    /// <summary>What a day of Claude Code alone can come to.</summary>
    public required string ClaudeMost { get; init; }

    /// <summary>The person asked by the word for a list: there is none.</summary>
    public required bool AskedForList { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }
}

/// <summary>A quarter that has too few days yet.</summary>
/// <param name="Quarter">The quarter in words.</param>
/// <param name="Days">Eligible days so far.</param>
/// <param name="Needed">How many it takes, in words.</param>
/// <param name="Why">Where it is not only for being young: why, in half a sentence.</param>
internal sealed record YoungQuarter(string Quarter, string Days, string Needed, string? Why);

/// <summary>Where a person stands.</summary>
/// <param name="Side">Below, about or above.</param>
/// <param name="People">Size of the group, rounded.</param>
/// <param name="Median">The median, where the group is large enough to tell it.</param>
internal sealed record StandingLine(Standing Side, string People, string? Median);
