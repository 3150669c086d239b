using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Scores;

/// <summary>What the sheet itself concludes, before anything is laid over it. The numbers are stored.</summary>
public enum SheetVerdict
{
    /// <summary>Tier heavy.</summary>
    Heavy = 1,

    /// <summary>Tier light.</summary>
    Light = 2,

    /// <summary>No use seen; never "non-user".</summary>
    Non = 3,

    /// <summary>Fewer than 28 days with a licence.</summary>
    TooNew = 4,

    /// <summary>The data cannot say; with a reason.</summary>
    NotMeasurable = 5,
}

/// <summary>Why a day gives no points and costs none.</summary>
public enum LeftOut
{
    /// <summary>Nothing: the day counts.</summary>
    No = 0,

    /// <summary>Not settled yet.</summary>
    Pending,

    /// <summary>Not a working day of the person's pattern.</summary>
    DayOff,

    /// <summary>A holiday of the person's country.</summary>
    Holiday,

    /// <summary>Before the start or after the end of employment.</summary>
    NotEmployed,

    /// <summary>On leave.</summary>
    OnLeave,

    /// <summary>A correction excludes the day.</summary>
    Excluded,

    /// <summary>Not covered; the day's reason says why.</summary>
    NotCovered,
}

/// <summary>One line of a sheet: a signal's count on a day, over all tools.</summary>
/// <param name="Signal">The signal.</param>
/// <param name="Count">As measured.</param>
/// <param name="Counted">What counts: the count up to the rubric's cap.</param>
/// <param name="Points">Counted × weight.</param>
public sealed record ScoreLine(Signal Signal, int Count, int Counted, int Points);

/// <summary>One tool on one day of a sheet.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Coverage">What the data can say.</param>
/// <param name="Signals">What it said, joined over sources and accounts.</param>
/// <param name="Use">Whether there was use.</param>
public sealed record ToolDay(Tool Tool, Coverage Coverage, Signals Signals, bool Use);

/// <summary>One day of a sheet.</summary>
/// <param name="Day">UTC day.</param>
/// <param name="LeftOut">Why it does not count; <see cref="LeftOut.No"/> for an eligible day.</param>
/// <param name="Reason">For a day not covered: why.</param>
/// <param name="Use">Whether there was use, eligible or not.</param>
/// <param name="Points">Sum of the lines; 0 when left out.</param>
/// <param name="Lines">The lines, in the order of the signals; only those with a count.</param>
/// <param name="Tools">The person's tools on that day.</param>
public sealed record SheetDay(
    DateOnly Day, LeftOut LeftOut, Reason? Reason, bool Use, int Points, IReadOnlyList<ScoreLine> Lines, IReadOnlyList<ToolDay> Tools);

/// <summary>A person's score of one quarter as of a day, with everything it is made of. Points ÷ eligible days is the score.</summary>
public sealed record ScoreSheet
{
    /// <summary>The quarter.</summary>
    public required Quarter Quarter { get; init; }

    /// <summary>The as-of day.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Version of the rubric, e.g. <c>2026.1</c>.</summary>
    public required string Rubric { get; init; }

    /// <summary>The conclusion.</summary>
    public required SheetVerdict Verdict { get; init; }

    /// <summary>For <see cref="SheetVerdict.NotMeasurable"/>: why.</summary>
    public Reason? Reason { get; init; }

    /// <summary>Whether a hair's breadth more or less gives another answer (Heavy and Light only).</summary>
    public bool Borderline { get; init; }

    /// <summary>Points of the eligible days.</summary>
    public required int Points { get; init; }

    /// <summary>Number of eligible days.</summary>
    public required int EligibleDays { get; init; }

    /// <summary>Number of eligible days with use.</summary>
    public required int ActiveDays { get; init; }

    /// <summary>The last day with use known at all; null when none is.</summary>
    public DateOnly? LastUse { get; init; }

    /// <summary>The days of the quarter up to the as-of day, in order.</summary>
    public required IReadOnlyList<SheetDay> Days { get; init; }

    /// <summary>Points ÷ eligible days, 0–100, unrounded; 0 without eligible days.</summary>
    public decimal Score => EligibleDays == 0 ? 0 : (decimal)Points / EligibleDays;

    /// <summary>Active ÷ eligible days, 0–1, unrounded; 0 without eligible days.</summary>
    public decimal Rate => EligibleDays == 0 ? 0 : (decimal)ActiveDays / EligibleDays;
}
