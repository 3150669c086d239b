using ChatBot.Storage;

namespace ChatBot.Sources.Directory;

/// <summary>
/// <c>people</c>: adds and changes people, matched by Entra object id, else by e-mail. Who is not in the file stays; leaving needs an <c>end_date</c>.
/// Written in chunks, so that a stopped import leaves whole people and turns are not kept waiting.
/// </summary>
internal sealed class ImportPeople(ImportSession session) : IDirectoryImport
{
    private const int ChunkLines = 2000;

    private readonly List<PersonLine> taken = [];
    private IReadOnlySet<string> columns = new HashSet<string>(StringComparer.Ordinal);

    /// <inheritdoc />
    public IReadOnlyList<string> Required => [.. PersonLine.AllColumns.Take(2)];

    /// <inheritdoc />
    public IReadOnlyList<string> Optional => [.. PersonLine.AllColumns.Skip(2)];

    /// <inheritdoc />
    public bool IsSnapshot => false;

    /// <inheritdoc />
    public void Columns(IReadOnlySet<string> columns) => this.columns = columns;

    /// <inheritdoc />
    public void Take(CsvLine line, FileReport report)
    {
        if (PersonLine.Read(line, report, columns, out var problem) is { } person)
        {
            taken.Add(person);
        }
        else
        {
            report.Reject(line.Place, problem!);
        }
    }

    /// <inheritdoc />
    public string? Write()
    {
        var book = new PersonBook(session);
        foreach (var lines in taken.Chunk(ChunkLines))
        {
            using var transaction = session.Db.BeginFilling();
            foreach (var line in lines)
            {
                Count(line, book.Merge(line, out var refusal), refusal);
            }

            book.Write();
            transaction.Commit();
        }

        using var last = session.Db.BeginFilling();
        LinkAccounts.Run(session.Db, session.Stale);
        AcceptedDirectory.AcceptImported(session.Db, session.Today, session.Request.Accept);
        last.Commit();
        return null;
    }

    private static void Count(PersonLine line, Outcome outcome, string? refusal)
    {
        if (refusal is not null)
        {
            line.Report.Reject(line.Place, refusal);
            return;
        }

        line.Report.Counts.Read++;
        _ = outcome switch
        {
            Outcome.Stored => line.Report.Counts.Stored++,
            Outcome.Replaced => line.Report.Counts.Replaced++,
            _ => line.Report.Counts.Unchanged++,
        };
    }
}
