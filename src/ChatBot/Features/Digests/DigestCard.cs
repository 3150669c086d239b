using ChatBot.Cards;
using ChatBot.Chat;
using ChatBot.Domain.Scores;

namespace ChatBot.Features.Digests;

/// <summary>What <c>cards/digest.json</c> is given: one week of a person beside the week before.</summary>
internal sealed record DigestCard
{
    /// <summary>The week: <c>16–22 Nov</c>.</summary>
    public required string Span { get; init; }

    /// <summary>The week for buttons: its Monday as <c>2026-11-16</c>.</summary>
    public required string WeekId { get; init; }

    /// <summary>The quarter whose sheet has the week's last counted day, for buttons.</summary>
    public required string QuarterId { get; init; }

    /// <summary>Set on the first digest that a person is sent: when they come, <c>Tuesdays at 11:00</c>.</summary>
    public required string? FirstOne { get; init; }

    /// <summary>The person asked for it and gets none unasked.</summary>
    public required bool Stopped { get; init; }

    /// <summary>What is shown over the sheet; its name decides which lines the card has.</summary>
    public required VerdictKind Verdict { get; init; }

    /// <summary>The verdict in words, as a sentence begins.</summary>
    public required string Title { get; init; }

    /// <summary>The day since which the verdict is under review; null where it is not.</summary>
    public required string? Since { get; init; }

    /// <summary>The last day of an exemption; null where there is none.</summary>
    public required string? Until { get; init; }

    /// <summary>The verdict of the last digest that was sent, in words, where it was another tier.</summary>
    public required string? LastSaid { get; init; }

    /// <summary>The quarter of the sheet that is told, in words.</summary>
    public required string Quarter { get; init; }

    /// <summary>The score with one decimal.</summary>
    public required string Score { get; init; }

    /// <summary>A hair's breadth from another tier.</summary>
    public required bool Borderline { get; init; }

    /// <summary>The last day that is settled and lies in the quarter.</summary>
    public required string SettledTo { get; init; }

    /// <summary>Set while last quarter's sheet stands in.</summary>
    public required YoungQuarterLine? Young { get; init; }

    /// <summary>For what is not measurable: the reason; null otherwise.</summary>
    public required ReasonWords? Reason { get; init; }

    /// <summary>The reason that an operator declared; supplied text.</summary>
    public required Supplied? Declared { get; init; }

    /// <summary>The week in numbers.</summary>
    public required WeekLine This { get; init; }

    /// <summary>The week before; null where nothing is known of it.</summary>
    public required WeekLine? Before { get; init; }

    /// <summary>The week before as a span, known or not.</summary>
    public required string BeforeSpan { get; init; }

    /// <summary>How the two weeks compare; null without a week before.</summary>
    public required Trend? Trend { get; init; }

    /// <summary>No use on any counted day of the week.</summary>
    public required bool Quiet { get; init; }

    /// <summary>Counted days of the week, in words.</summary>
    public required string CountedDays { get; init; }

    /// <summary>Points by signal; empty where there are none.</summary>
    public required IReadOnlyList<SignalBar> Signals { get; init; }

    /// <summary>Days of the week that can still change.</summary>
    public required IReadOnlyList<string> NotFinal { get; init; }

    /// <summary>What could not be seen of the week; two lines at most.</summary>
    public required IReadOnlyList<UnseenLine> NotSeen { get; init; }

    /// <summary>Whether more could not be seen than is listed.</summary>
    public required bool MoreNotSeen { get; init; }

    /// <summary>One thing that would help; null for none.</summary>
    public required TipLine? Tip { get; init; }

    /// <summary>The day of the digest.</summary>
    public required string AsOf { get; init; }

    /// <summary>Version of the rubric.</summary>
    public required string Rubric { get; init; }
}

/// <summary>One week in numbers.</summary>
/// <param name="Span"><c>16–22 Nov</c>.</param>
/// <param name="PerDay">Points per counted day, one decimal.</param>
/// <param name="Points">Its points, in words.</param>
/// <param name="ActiveDays">Counted days with use.</param>
/// <param name="CountedDays">Counted days, in words.</param>
internal sealed record WeekLine(string Span, string PerDay, string Points, string ActiveDays, string CountedDays);

/// <summary>How a week compares with the one before.</summary>
internal enum Trend
{
    /// <summary>Points per day differ by as little as makes a tier a close call.</summary>
    Same,

    /// <summary>More.</summary>
    More,

    /// <summary>Less.</summary>
    Less,
}

/// <summary>One bar of the chart.</summary>
/// <param name="Signal">The signal's name.</param>
/// <param name="Points">Its points: a number, because the chart is drawn from it.</param>
/// <param name="Words">The same in words.</param>
internal sealed record SignalBar(string Signal, int Points, string Words);

/// <summary>A quarter that has too few days yet.</summary>
/// <param name="Quarter">The quarter in words.</param>
/// <param name="Days">Eligible days so far.</param>
/// <param name="Needed">How many a tier takes, in words.</param>
internal sealed record YoungQuarterLine(string Quarter, string Days, string Needed);

/// <summary>One thing that would help.</summary>
/// <param name="Kind">What it is; decides the sentence.</param>
/// <param name="Fix">For something to mend: what mends it.</param>
/// <param name="Daily">For a step: what on each day, <c>6 prompts</c>.</param>
/// <param name="Days">For a step: on how many days.</param>
/// <param name="Of">For a step: of how many, in words.</param>
/// <param name="By">For a step: by when.</param>
/// <param name="PromptPoints">What a prompt is worth, in words.</param>
/// <param name="AcceptancePoints">What an accepted suggestion is worth, as a number.</param>
internal sealed record TipLine(
    TipKind Kind, string? Fix, IReadOnlyList<string> Daily, string Days, string Of, string By, string PromptPoints, string AcceptancePoints);

/// <summary>What would help.</summary>
internal enum TipKind
{
    /// <summary>Something that hides their days can be mended.</summary>
    Mend,

    /// <summary>An account is to be linked.</summary>
    Link,

    /// <summary>A small step reaches heavy.</summary>
    Reach,

    /// <summary>A step keeps heavy.</summary>
    Keep,

    /// <summary>Heavy comes by itself.</summary>
    OnItsWay,

    /// <summary>There is nothing to gain by more.</summary>
    NothingToGain,

    /// <summary>Prompts bring the points.</summary>
    AskingCounts,
}
