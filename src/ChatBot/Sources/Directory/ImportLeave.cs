using ChatBot.Domain.Calendar;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary><c>leave</c>: <c>email,from,to</c>, both inclusive, an empty end is open. A snapshot: what it does not hold is no leave any more.</summary>
internal sealed class ImportLeave(ImportSession session) : IDirectoryImport
{
    private readonly PersonLookup people = new(session.Db);
    private readonly Dictionary<(Guid Person, DateOnly From), (LeaveRow Row, FileReport Report)> taken = [];

    /// <inheritdoc />
    public IReadOnlyList<string> Required => ["email", "from", "to"];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional => [];

    /// <inheritdoc />
    public bool IsSnapshot => true;

    /// <inheritdoc />
    public void Columns(IReadOnlySet<string> columns)
    {
        // All are required.
    }

    /// <inheritdoc />
    public void Take(CsvLine line, FileReport report)
    {
        var fields = new CsvFields(line);
        var email = fields.RequiredMail("email");
        var (from, to) = (fields.RequiredDay("from"), fields.OptionalDay("to"));
        var person = fields.Problem is null ? people.Find(email) : null;
        if (fields.Problem is null && person is null)
        {
            fields.Refuse($"nobody is known by {email}.");
        }

        if (to < from)
        {
            fields.Refuse("to lies before from.");
        }

        if (fields.Problem is { } problem)
        {
            report.Reject(line.Place, problem);
            return;
        }

        var row = new LeaveRow { Person = person!.Value, FromDay = from, ToDay = to, SetBy = session.Request.SetBy, SetAt = session.Now };
        if (taken.TryAdd((row.Person, from), (row, report)))
        {
            return;
        }

        report.Ignore("a second row from the same day; the longer holds");
        var first = taken[(row.Person, from)].Row;
        first.ToDay = first.ToDay is { } end && to is { } other ? (end > other ? end : other) : null;
    }

    /// <inheritdoc />
    public string? Write()
    {
        using var transaction = session.Db.BeginFilling();
        var before = session.Db.Leave.AsNoTracking().ToDictionary(x => (x.Person, x.FromDay));
        if (session.Holds(taken.Count, before.Count))
        {
            foreach (var (_, report) in taken.Values)
            {
                report.Ignore("held");
            }

            return $"The file has {taken.Count} rows of leave that can be used and the one before had {before.Count}: it is held. If that is right, import it with --accept.";
        }

        var changed = new List<LeaveRow>();
        var stale = new HashSet<(Guid, Quarter)>();
        foreach (var (key, (row, report)) in taken)
        {
            report.Counts.Read++;
            if (!before.Remove(key, out var was))
            {
                report.Counts.Stored++;
            }
            else if (was.ToDay == row.ToDay)
            {
                report.Counts.Unchanged++;
                continue;
            }
            else
            {
                report.Counts.Replaced++;
                Touch(stale, was);
            }

            Touch(stale, row);
            changed.Add(row);
        }

        foreach (var gone in before.Values)
        {
            Touch(stale, gone);
            session.Db.Leave.Where(x => x.Person == gone.Person && x.FromDay == gone.FromDay).ExecuteDelete();
        }

        session.Db.Upsert(changed);
        session.Stale.Mark(stale);
        transaction.Commit();
        return null;
    }

    private void Touch(HashSet<(Guid, Quarter)> stale, LeaveRow row) =>
        stale.UnionWith(session.Stale.Touched(row.FromDay, row.ToDay ?? session.Today).Select(quarter => (row.Person, quarter)));
}
