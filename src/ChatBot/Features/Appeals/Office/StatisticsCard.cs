using ChatBot.Cards;

namespace ChatBot.Features.Appeals;

/// <summary>What <c>cards/appealstats.json</c> is given. A number that is not told is null or left away.</summary>
internal sealed record StatisticsCard
{
    /// <summary>The service runs in private mode: nothing is told.</summary>
    public required bool PrivateMode { get; init; }

    /// <summary>The first day that is counted.</summary>
    public required string Since { get; init; }

    /// <summary>How many were received.</summary>
    public required string? Received { get; init; }

    /// <summary>Received by ground, ruled on by outcome, received by tool: each with its heading, only those that have a cell.</summary>
    public required IReadOnlyList<StatisticsTable> Tables { get; init; }

    /// <summary>Received, by work area.</summary>
    public required IReadOnlyList<AreaCount> Areas { get; init; }

    /// <summary>Whether work areas are left away.</summary>
    public required bool AreasHidden { get; init; }

    /// <summary>Days from filing to the first ruling: the median.</summary>
    public required string? Median { get; init; }

    /// <summary>Within how many days nine of ten were ruled on.</summary>
    public required string? Ninetieth { get; init; }

    /// <summary>Missed clocks, as sentences.</summary>
    public required IReadOnlyList<string> Missed { get; init; }

    /// <summary>How often rulings changed what stood before, by level and by reviewer.</summary>
    public required IReadOnlyList<RateLine> Rates { get; init; }

    /// <summary>Grounds that are upheld so often that the rule itself may be at fault.</summary>
    public required IReadOnlyList<NoteLine> Notes { get; init; }
}

/// <summary>Counts by something that we name.</summary>
/// <param name="Title">What they are counted by.</param>
/// <param name="Cells">The cells, the largest first; those of fewer than 10 are left away.</param>
/// <param name="Hidden">Whether any are.</param>
internal sealed record StatisticsTable(string Title, IReadOnlyList<StatisticsCell> Cells, bool Hidden);

/// <summary>One cell.</summary>
internal sealed record StatisticsCell(string Name, string Count);

/// <summary>How many of a work area; its name is supplied.</summary>
internal sealed record AreaCount(Supplied Area, string Count);

/// <summary>How often the rulings of one reviewer, or of all, changed what stood before.</summary>
/// <param name="Reviewer">The reviewer; null for all of the level.</param>
/// <param name="Level">The level, in words.</param>
/// <param name="Overturning"><c>14 of 20 (70%)</c>.</param>
/// <param name="Overturned">Of first rulings, how many the second level changed; null where that is not told.</param>
internal sealed record RateLine(Supplied? Reviewer, string Level, string Overturning, string? Overturned);

/// <summary>A ground that is often upheld.</summary>
internal sealed record NoteLine(string Ground, string Upheld);
