using ChatBot.Domain.Usage;
using ChatBot.Storage;

namespace ChatBot.Sources;

/// <summary>What became of a row.</summary>
internal enum Outcome
{
    /// <summary>Known just so, or not better than what is known.</summary>
    Unchanged,

    /// <summary>New.</summary>
    Stored,

    /// <summary>Known, and now otherwise.</summary>
    Replaced,
}

/// <summary>
/// Merges a batch of readings into what the store holds of the same accounts and days. The later of two rows of one key wins; a row of a 28-day report
/// never wins over one of a 1-day report. Offer all rows first, then take each.
/// </summary>
internal sealed class MergeReadings(IReadOnlyCollection<ReadingRow> stored, ScopeBook scopes)
{
    private readonly Dictionary<(int Account, int Day, int Scope), ReadingRow> before = stored.ToDictionary(Key);
    private readonly Dictionary<(int Account, int Day, int Scope), ReadingRow> after = stored.ToDictionary(Key);
    private readonly Dictionary<(int Account, int Day, int Scope), ReadingRow> taken = [];
    private readonly HashSet<(int Account, int Day, ScopeGroup Group)> counted = [.. stored.Select(x => (x.Account, x.Day, scopes.Group(x.Scope)))];

    /// <summary>Lets the row compete for its key.</summary>
    public void Offer(ReadingRow row)
    {
        var key = Key(row);
        if (!after.TryGetValue(key, out var last) || MayReplace(row, last))
        {
            after[key] = row;
        }
    }

    /// <summary>
    /// What became of an offered row, asked in the order of the file. Nothing happened to a key that ends as it was, even where a file holds it twice.
    /// <paramref name="isNewOfDay"/>: the account had no row of that day in the source's scope before.
    /// </summary>
    public Outcome Take(ReadingRow row, out bool isNewOfDay)
    {
        var key = Key(row);
        isNewOfDay = counted.Add((row.Account, row.Day, scopes.Group(row.Scope)));
        var was = before.GetValueOrDefault(key);
        if (was is not null && AreEqual(was, after[key]))
        {
            return Outcome.Unchanged;
        }

        var last = taken.GetValueOrDefault(key) ?? was;
        if (last is not null && (AreEqual(last, row) || !MayReplace(row, last)))
        {
            return Outcome.Unchanged;
        }

        taken[key] = row;
        return last is null ? Outcome.Stored : Outcome.Replaced;
    }

    /// <summary>The rows to write, in the order of their keys, so that neighbours on disk are written together.</summary>
    public IReadOnlyCollection<ReadingRow> Changed() =>
        [.. taken.OrderBy(x => x.Key).Select(x => x.Value)];

    private static (int Account, int Day, int Scope) Key(ReadingRow row) => (row.Account, row.Day, row.Scope);

    private static bool MayReplace(ReadingRow row, ReadingRow last) => !row.Marks.HasFlag(Marks.From28DayReport) || last.Marks.HasFlag(Marks.From28DayReport);

    private static bool AreEqual(ReadingRow left, ReadingRow right) =>
        left.Prompts == right.Prompts && left.AgentSessions == right.AgentSessions && left.ReviewRequests == right.ReviewRequests
        && left.Acceptances == right.Acceptances && left.Generations == right.Generations && left.Marks == right.Marks
        && left.Cost == right.Cost && left.Currency == right.Currency;
}
