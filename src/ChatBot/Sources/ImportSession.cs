using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;
using ChatBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>What one call of <c>import</c> has in common for all of its files: the context, who and when, the marks of stale sheets.</summary>
internal sealed class ImportSession : IDisposable
{
    /// <summary>An import may wait longer for the write lock than a turn does: nobody waits for its answer.</summary>
    private const int PatienceSeconds = 60;

    private readonly int patienceBefore;
    private readonly HashSet<(string Vendor, Quarter Quarter)> marked = [];

    public ImportSession(BotDb db, ImportRequest request, DateTimeOffset now)
    {
        Db = db;
        Request = request;
        Now = now;
        Today = DateOnly.FromDateTime(now.UtcDateTime);
        Stale = new StaleSheets(db, now);
        db.Database.OpenConnection();
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            patienceBefore = sqlite.DefaultTimeout;
            sqlite.DefaultTimeout = PatienceSeconds;
        }
    }

    public BotDb Db { get; }

    public ImportRequest Request { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The UTC day.</summary>
    public DateOnly Today { get; }

    public StaleSheets Stale { get; }

    /// <summary>
    /// Marks the sheets that look at a day of a source. Once a call for each quarter: at its end <see cref="MarkVendorsAgain"/> does for what a
    /// recomputation took up in between.
    /// </summary>
    public void MarkVendor(Source source, DateOnly day)
    {
        foreach (var quarter in Stale.Touched(day, day))
        {
            if (marked.Add((Vendors.Of(source), quarter)))
            {
                Stale.MarkVendor(Vendors.Of(source), quarter);
            }
        }
    }

    /// <summary>Marks once more what the call marked, after its last change.</summary>
    public void MarkVendorsAgain()
    {
        foreach (var (vendor, quarter) in marked)
        {
            Stale.MarkVendor(vendor, quarter);
        }
    }

    /// <summary>Whether a snapshot may replace one with so many rows; under half is held until somebody says that it is right.</summary>
    public bool Holds(int rows, int before) => !Request.Accept && rows * 2 < before;

    /// <summary>The row that remembers a file.</summary>
    public ImportRow Remember(FileReport file, string sha256) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Kind = Request.Kind,
        FileName = file.Name,
        Sha256 = sha256,
        Read = file.Counts.Read,
        Stored = file.Counts.Stored,
        Replaced = file.Counts.Replaced,
        Unchanged = file.Counts.Unchanged,
        Rejected = file.Counts.Rejected,
        Ignored = file.Counts.Ignored,
        Unmatched = file.Counts.Unmatched,
        SetBy = Request.SetBy,
        At = Now,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        if (Db.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            sqlite.DefaultTimeout = patienceBefore;
        }

        Db.Database.CloseConnection();
    }
}
