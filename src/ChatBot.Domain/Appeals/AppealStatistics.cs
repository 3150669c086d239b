using ChatBot.Domain.Usage;

namespace ChatBot.Domain.Appeals;

/// <summary>An appeal as it is counted.</summary>
/// <param name="Appeal">The appeal.</param>
/// <param name="WorkArea">The person's work area when it was filed; empty where none is known.</param>
public sealed record CountedAppeal(Appeal Appeal, string WorkArea);

/// <summary>So many of so many. Made only where there are enough of them.</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
public readonly record struct Share(int Count, int Of)
{
    /// <summary>0–1, unrounded.</summary>
    public decimal Value => (decimal)Count / Of;
}

/// <summary>How one person's rulings of one level stand.</summary>
/// <param name="Reviewer">The reviewer; null for all of the level.</param>
/// <param name="Level">1 or 2.</param>
/// <param name="Overturning">Rulings that overturned what stood before: the verdict, or on the second level the first ruling if there was one.</param>
/// <param name="Overturned">First rulings that the second level overturned; null on the second.</param>
public sealed record RulingRate(Guid? Reviewer, int Level, Share Overturning, Share? Overturned);

/// <summary>A ground that is upheld so often that the rule itself is at fault.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Overturned">Appeals upheld in whole or in part, of those ruled on.</param>
public sealed record RuleNote(Ground Ground, Share Overturned);

/// <summary>
/// What the programme office is told of appeals. No number of fewer than 10 appeals, nor one that follows from the others; a share, a median and the missed
/// clocks only of 10 or more. What is not told is left away or null.
/// </summary>
public sealed record AppealStatistics
{
    /// <summary>Fewest appeals that a number is told of.</summary>
    public const int Fewest = 10;

    /// <summary>How many were received.</summary>
    public int? Received { get; private init; }

    /// <summary>Received, by ground.</summary>
    public IReadOnlyDictionary<Ground, int> ByGround { get; private init; } = new Dictionary<Ground, int>();

    /// <summary>Ruled on, by the outcome of the last ruling.</summary>
    public IReadOnlyDictionary<Outcome, int> ByOutcome { get; private init; } = new Dictionary<Outcome, int>();

    /// <summary>Received, by tool in dispute; one about two tools counts for both, one about days as such for none.</summary>
    public IReadOnlyDictionary<Tool, int> ByTool { get; private init; } = new Dictionary<Tool, int>();

    /// <summary>Received, by work area.</summary>
    public IReadOnlyDictionary<string, int> ByWorkArea { get; private init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Calendar days from filing to the first ruling, the mean of the middle two of an even number.</summary>
    public decimal? MedianDays { get; private init; }

    /// <summary>Calendar days within which nine of ten had their first ruling (nearest rank).</summary>
    public int? NinetiethDays { get; private init; }

    /// <summary>By level, and by reviewer and level.</summary>
    public IReadOnlyList<RulingRate> Rates { get; private init; } = [];

    /// <summary>Appeals that nobody took in time.</summary>
    public Share? TriageMissed { get; private init; }

    /// <summary>Appeals that the first level did not rule on in time.</summary>
    public Share? RulingMissed { get; private init; }

    /// <summary>Escalated appeals that the second level did not rule on in time.</summary>
    public Share? FinalMissed { get; private init; }

    /// <summary>Grounds upheld in more than one of five.</summary>
    public IReadOnlyList<RuleNote> Notes { get; private init; } = [];

    /// <summary>Counts.</summary>
    /// <param name="all">The appeals received in the time that is counted.</param>
    /// <param name="now">The moment of counting.</param>
    public static AppealStatistics Of(IReadOnlyCollection<CountedAppeal> all, DateTimeOffset now)
    {
        var appeals = all.Select(one => one.Appeal).ToList();
        var ruled = appeals.Where(one => one.Rulings.Count > 0).ToList();
        var days = ruled.Select(one => one.Calendar.Day(one.Rulings[0].At).DayNumber - one.Calendar.Day(one.FiledAt).DayNumber).Order().ToList();
        return new AppealStatistics
        {
            Received = appeals.Count < Fewest ? null : appeals.Count,
            ByGround = Cells(appeals.Select(one => one.Ground)),
            ByOutcome = Cells(ruled.Select(one => one.Rulings[^1].Outcome)),
            ByTool = Cells(appeals.SelectMany(one => one.Parts.Select(part => part.Tool).OfType<Tool>().Distinct())),
            ByWorkArea = Cells(all.Select(one => one.WorkArea)),
            MedianDays = days.Count < Fewest ? null : (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2m,
            NinetiethDays = days.Count < Fewest ? null : days[(((days.Count * 9) + 9) / 10) - 1],
            Rates = RatesOf(ruled),
            TriageMissed = Missed(appeals, one => First(one).TriageBy, one => one.FirstClaimedAt, now),
            RulingMissed = Missed(appeals, one => First(one).RuleBy, one => one.Rulings.FirstOrDefault(ruling => ruling.Level == 1)?.At, now),
            FinalMissed = Missed(appeals.Where(one => one.Level == 2), one => one.Clock.RuleBy, one => one.Rulings.FirstOrDefault(ruling => ruling.Level == 2)?.At, now),
            Notes =
            [
                .. ruled.GroupBy(one => one.Ground).OrderBy(one => one.Key)
                    .Select(one => (Ground: one.Key, Share: ShareOf(one, appeal => appeal.Rulings[^1].Outcome != Outcome.Declined)))
                    .Where(one => one.Share is { } share && share.Count * 5 > share.Of)
                    .Select(one => new RuleNote(one.Ground, one.Share!.Value)),
            ],
        };
    }

    private static CaseClock First(Appeal appeal) => CaseClock.Start(appeal.Calendar, appeal.Calendar.Day(appeal.FiledAt));

    /// <summary>Of those whose clock has come to an end, one way or the other; who withdrew stopped it.</summary>
    private static Share? Missed(IEnumerable<Appeal> appeals, Func<Appeal, DateOnly> by, Func<Appeal, DateTimeOffset?> at, DateTimeOffset now)
    {
        var over = appeals.Where(one => at(one) is not null || IsLate(one)).ToList();
        return ShareOf(over, IsLate);

        bool IsLate(Appeal one) => one.Calendar.Day(at(one) ?? one.EndedAt ?? now) > by(one);
    }

    private static List<RulingRate> RatesOf(List<Appeal> ruled)
    {
        var rulings = ruled.SelectMany(appeal => appeal.Rulings.Select(ruling => (Appeal: appeal, Ruling: ruling))).ToList();
        var groups = rulings.GroupBy(one => (Reviewer: (Guid?)null, one.Ruling.Level))
            .Concat(rulings.GroupBy(one => (Reviewer: (Guid?)one.Ruling.Reviewer, one.Ruling.Level)));
        var rates = new List<RulingRate>();
        foreach (var group in groups.OrderBy(one => one.Key.Level).ThenBy(one => one.Key.Reviewer))
        {
            if (ShareOf(group, one => Overturns(one.Appeal, one.Ruling)) is { } overturning)
            {
                var overturned = group.Key.Level == 1 ? ShareOf(group, one => one.Appeal.Rulings[^1] is { Level: 2 } last && Overturns(one.Appeal, last)) : null;
                rates.Add(new RulingRate(group.Key.Reviewer, group.Key.Level, overturning, overturned));
            }
        }

        return rates;
    }

    /// <summary>Whether a ruling says something else than what stood before it.</summary>
    private static bool Overturns(Appeal appeal, Ruling ruling) => ruling.Level == 2 && appeal.Rulings[0] is { Level: 1 } first
        ? !first.Parts.Select(part => part.Outcome).SequenceEqual(ruling.Parts.Select(part => part.Outcome))
        : ruling.Outcome != Outcome.Declined;

    private static Share? ShareOf<T>(IEnumerable<T> among, Func<T, bool> counts)
    {
        var all = among.Select(counts).ToList();
        return all.Count < Fewest ? null : new Share(all.Count(one => one), all.Count);
    }

    /// <summary>The cells that are told. Where those left away would be fewer than 10 together, the smallest told one goes with them, or the total would tell them.</summary>
    private static Dictionary<TKey, int> Cells<TKey>(IEnumerable<TKey> keys)
        where TKey : notnull
    {
        var told = keys.GroupBy(key => key).Select(one => (one.Key, Count: one.Count())).OrderByDescending(one => one.Count).ToList();
        var hidden = 0;
        while (told.Count > 0 && (told[^1].Count < Fewest || hidden is > 0 and < Fewest))
        {
            hidden += told[^1].Count;
            told.RemoveAt(told.Count - 1);
        }

        return told.ToDictionary(one => one.Key, one => one.Count);
    }
}
