using ChatBot.Domain.Calendar;
using ChatBot.Domain.Usage;
using ChatBot.Sources.Directory;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>
/// Stores what a reader reads of one file, in whole batches: an import that is killed leaves some of them and running it again completes the rest.
/// Memory does not grow with the file. One batch is stored while the next is read.
/// </summary>
internal sealed class ReadingSink(
    ImportSession session, AccountBook accounts, ScopeBook scopes, SeatSnapshot seats, FileReport report, CancellationToken cancel) : IReadingSink, IAsyncDisposable
{
    /// <summary>Keeps the write lock for some 0.1 s, and a durable commit's cost small beside its rows.</summary>
    public const int BatchRows = 5000;

    private List<UsageRow> batch = new(BatchRows);
    private List<UsageRow> spare = new(BatchRows);
    private Task<RowCounts> storing = Task.FromResult(new RowCounts());
    private readonly SourceDayBook sourceDays = new(session);

    /// <inheritdoc />
    public string? ScopeName => session.Request.Scope;

    /// <inheritdoc />
    public void Usage(in UsageRow row)
    {
        batch.Add(row);
        if (batch.Count == BatchRows)
        {
            HandOver();
        }
    }

    /// <inheritdoc />
    public void Seat(in SeatListing seat) => seats.Add(seat, report);

    /// <inheritdoc />
    public void WholeDay(Source source, Tool tool, string scope, DateOnly day) => sourceDays.Whole(new ScopeGroup(source, tool.Id, scope), day.DayNumber);

    /// <inheritdoc />
    public void Reject(string place, string why) => report.Reject(place, why);

    /// <inheritdoc />
    public void Ignore(string place, string why) => report.Ignore(why);

    /// <inheritdoc />
    public void Dropped(string field) => report.Drop(field);

    /// <inheritdoc />
    public void Note(string sentence) => report.Note(sentence);

    /// <inheritdoc />
    public void Progress(long bytes)
    {
        // The file counts its own bytes.
    }

    /// <summary>
    /// Nothing more comes of the file: its last rows are stored, the days that it covers are whole, its names are known, accounts are linked, and it is
    /// remembered, in one transaction. <paramref name="sha256"/> is null for one that is not to be remembered, e.g. because it broke off.
    /// </summary>
    public void Complete(string? sha256)
    {
        HandOver();
        Join();
        using var transaction = session.Db.BeginFilling();
        accounts.WriteNames();
        sourceDays.WriteWhole();
        if (accounts.LinksMayHaveChanged)
        {
            accounts.Relink(LinkAccounts.Run(session.Db, session.Stale));
        }

        report.Counts.Unmatched += accounts.TakeUnmatched();
        if (sha256 is not null)
        {
            session.Db.InsertMissing([session.Remember(report, sha256)]);
        }

        transaction.Commit();
    }

    /// <summary>Waits for the batch that is being stored; what became of it stays in the store.</summary>
    public async ValueTask DisposeAsync() => await ((Task)storing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private void HandOver()
    {
        cancel.ThrowIfCancellationRequested();
        Join();
        (batch, spare) = (spare, batch);
        batch.Clear();
        var rows = spare;
        storing = rows.Count == 0 ? storing : Task.Run(() => Store(rows), CancellationToken.None);
    }

    /// <summary>Waits for the batch before and counts it: the report belongs to the thread that reads.</summary>
    private void Join()
    {
        report.Counts += storing.GetAwaiter().GetResult();
        storing = Task.FromResult(new RowCounts());
    }

    private RowCounts Store(List<UsageRow> rows)
    {
        using var transaction = session.Db.BeginFilling();
        var candidates = rows.ConvertAll(row => Reading(row, accounts.Of(row.Vendor, row.AccountKey, row.IsMachine)));
        var stored = StoredReadings.Of(session.Db, [.. candidates.Select(x => (x.Row.Account, x.Row.Day)).Distinct().Order()]).ToList();
        var merge = new MergeReadings(stored, scopes);
        candidates.ForEach(x => merge.Offer(x.Row));
        var (counts, stale) = (new RowCounts(), new HashSet<(Guid, Quarter)>());
        foreach (var (row, account) in candidates)
        {
            Count(merge, row, account, counts, stale);
        }

        accounts.WriteAccounts();
        session.Db.Upsert(merge.Changed());
        sourceDays.WriteCounts();
        session.Stale.Mark(stale);
        transaction.Commit();
        return counts;
    }

    private (ReadingRow Row, KnownAccount Account) Reading(in UsageRow row, KnownAccount account)
    {
        if (row.AccountName is { Length: > 0 } name)
        {
            accounts.Seen(row.Vendor, name, account, row.Day);
        }

        var reading = new ReadingRow
        {
            Account = account.Id,
            Day = row.Day.DayNumber,
            Scope = scopes.Of(new ScopeGroup(row.Source, row.Tool.Id, row.Scope), row.Part),
            Prompts = row.Signals.Prompts,
            AgentSessions = row.Signals.AgentSessions,
            ReviewRequests = row.Signals.ReviewRequests,
            Acceptances = row.Signals.Acceptances,
            Generations = row.Signals.Generations,
            Marks = row.Marks,
            Cost = row.Cost,
            Currency = row.Currency,
        };
        return (reading, account);
    }

    private void Count(MergeReadings merge, ReadingRow row, KnownAccount account, RowCounts counts, HashSet<(Guid, Quarter)> stale)
    {
        counts.Read++;
        var day = DateOnly.FromDayNumber(row.Day);
        var outcome = merge.Take(row, out var isNewOfDay);
        if (isNewOfDay)
        {
            sourceDays.Grow(scopes.Group(row.Scope), row.Day);
        }

        var movesBeginning = accounts.Read(account, day);
        switch (outcome)
        {
            case Outcome.Stored:
                counts.Stored++;
                account.StoredInFile++;
                break;
            case Outcome.Replaced:
                counts.Replaced++;
                break;
            default:
                counts.Unchanged++;
                return;
        }

        if (account.Person is { } person)
        {
            stale.UnionWith(session.Stale.Touched(day, movesBeginning ? session.Today : day).Select(quarter => (person, quarter)));
        }
    }
}
