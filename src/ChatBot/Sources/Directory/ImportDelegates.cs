using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources.Directory;

/// <summary>
/// <c>delegates</c>: <c>email,for,from,to</c>, both days inclusive, an empty end is open: who stands in for whom, and has that person's conflicts for it. A
/// snapshot: whom it does not hold stands in for nobody any more.
/// </summary>
internal sealed class ImportDelegates(ImportSession session) : IDirectoryImport
{
    private readonly PersonLookup people = new(session.Db);
    private readonly Dictionary<(Guid Person, Guid For, DateOnly From), (StandInRow Row, FileReport Report)> taken = [];

    /// <inheritdoc />
    public IReadOnlyList<string> Required => ["email", "for", "from", "to"];

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
        var (email, other) = (fields.RequiredMail("email"), fields.RequiredMail("for"));
        var (from, to) = (fields.RequiredDay("from"), fields.OptionalDay("to"));
        var (person, of) = fields.Problem is null ? (people.Find(email), people.Find(other)) : default;
        if (fields.Problem is null && (person is null || of is null))
        {
            fields.Refuse($"nobody is known by {(person is null ? email : other)}.");
        }

        if (fields.Problem is null && person == of)
        {
            fields.Refuse("nobody stands in for themselves.");
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

        var row = new StandInRow { Person = person!.Value, ForPerson = of!.Value, FromDay = from, ToDay = to, SetBy = session.Request.SetBy, SetAt = session.Now };
        if (taken.TryAdd((row.Person, row.ForPerson, from), (row, report)))
        {
            return;
        }

        report.Ignore("a second row of the same two from the same day; the longer holds");
        var first = taken[(row.Person, row.ForPerson, from)].Row;
        first.ToDay = first.ToDay is { } end && to is { } last ? (end > last ? end : last) : null;
    }

    /// <inheritdoc />
    public string? Write()
    {
        using var transaction = session.Db.BeginFilling();
        var before = session.Db.StandIns.AsNoTracking().ToDictionary(x => (x.Person, x.ForPerson, x.FromDay));
        if (session.Holds(taken.Count, before.Count))
        {
            foreach (var (_, report) in taken.Values)
            {
                report.Ignore("held");
            }

            return $"The file has {taken.Count} rows of delegates that can be used and the one before had {before.Count}: it is held. If that is right, import it with --accept.";
        }

        var changed = new List<StandInRow>();
        foreach (var (key, (row, report)) in taken)
        {
            report.Counts.Read++;
            var isKnown = before.Remove(key, out var was);
            if (isKnown && was!.ToDay == row.ToDay)
            {
                report.Counts.Unchanged++;
                continue;
            }

            _ = isKnown ? report.Counts.Replaced++ : report.Counts.Stored++;
            changed.Add(row);
        }

        foreach (var gone in before.Values)
        {
            session.Db.StandIns.Where(x => x.Person == gone.Person && x.ForPerson == gone.ForPerson && x.FromDay == gone.FromDay).ExecuteDelete();
        }

        session.Db.Upsert(changed);
        transaction.Commit();
        return null;
    }
}
