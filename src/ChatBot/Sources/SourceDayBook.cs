using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>
/// Keeps the source days of one file. While the file is being read its days stand as not complete where their count of accounts grew; at its end they are
/// whole. Coverage asks two things of a source day, its count and whether it can be relied on; when either changed, every sheet that looks at it is stale.
/// </summary>
internal sealed class SourceDayBook(ImportSession session)
{
    private readonly Dictionary<(ScopeGroup Group, int Day), int> grown = [];
    private readonly Dictionary<(ScopeGroup Group, int Day), bool> reliedOn = [];
    private readonly HashSet<(ScopeGroup Group, int Day)> whole = [];

    /// <summary>The day has an account more than before.</summary>
    public void Grow(ScopeGroup group, int day) => grown[(group, day)] = grown.GetValueOrDefault((group, day)) + 1;

    /// <summary>The file was read to its end and covers the day, even if it held no row of it.</summary>
    public void Whole(ScopeGroup group, int day) => whole.Add((group, day));

    /// <summary>Writes the counts of a batch, in its transaction.</summary>
    public void WriteCounts()
    {
        var stored = Stored(grown.Keys);
        var rows = new List<SourceDayRow>(grown.Count);
        foreach (var (key, more) in grown)
        {
            var row = stored.GetValueOrDefault(key) ?? New(key);
            reliedOn.TryAdd(key, CanBeReliedOn(row));
            (row.Rows, row.Complete, row.LastWritten) = (row.Rows + more, false, session.Now);
            rows.Add(row);
            session.MarkVendor(key.Group.Source, DateOnly.FromDayNumber(key.Day));
        }

        session.Db.Upsert(rows);
        grown.Clear();
    }

    /// <summary>Writes that the file's days are whole, in its last transaction.</summary>
    public void WriteWhole()
    {
        var stored = Stored(whole);
        var rows = new List<SourceDayRow>(whole.Count);
        foreach (var key in whole)
        {
            var row = stored.GetValueOrDefault(key) ?? New(key);
            var wasReliedOn = reliedOn.TryGetValue(key, out var before) ? before : CanBeReliedOn(row);
            (row.Complete, row.LastWritten) = (true, session.Now);
            rows.Add(row);
            if (wasReliedOn != CanBeReliedOn(row))
            {
                session.MarkVendor(key.Group.Source, DateOnly.FromDayNumber(key.Day));
            }
        }

        session.Db.Upsert(rows);
    }

    /// <summary>By rule 5 of coverage: complete, and written when the day had settled.</summary>
    private static bool CanBeReliedOn(SourceDayRow row) =>
        row.Complete && row.LastWritten >= new DateTimeOffset(DateOnly.FromDayNumber(row.Day).AddDays(4), TimeOnly.MinValue, TimeSpan.Zero);

    private static SourceDayRow New((ScopeGroup Group, int Day) key) => new()
    {
        Source = key.Group.Source,
        Tool = key.Group.Tool,
        Scope = key.Group.Name,
        Day = key.Day,
        Rows = 0,
        Complete = false,
        LastWritten = default,
    };

    private Dictionary<(ScopeGroup Group, int Day), SourceDayRow> Stored(IEnumerable<(ScopeGroup Group, int Day)> keys)
    {
        var stored = new Dictionary<(ScopeGroup Group, int Day), SourceDayRow>();
        foreach (var days in keys.GroupBy(x => x.Group, x => x.Day))
        {
            var (group, first, last) = (days.Key, days.Min(), days.Max());
            var rows = session.Db.SourceDays.AsNoTracking()
                .Where(x => x.Source == group.Source && x.Tool == group.Tool && x.Scope == group.Name && x.Day >= first && x.Day <= last);
            foreach (var row in rows)
            {
                stored[(group, row.Day)] = row;
            }
        }

        return stored;
    }
}
