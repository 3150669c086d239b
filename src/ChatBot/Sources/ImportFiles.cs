using ChatBot.Sources.Directory;
using ChatBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace ChatBot.Sources;

/// <summary>
/// <c>import KIND FILE…</c>: reads files once, whatever their size, and merges what they say into the store. Running it twice changes nothing; killed at
/// any moment, running it again completes it.
/// </summary>
internal sealed class ImportFiles(IDbContextFactory<BotDb> databases, IEnumerable<IFileReader> readers, TimeProvider clock)
{
    private static readonly Dictionary<string, Func<ImportSession, IDirectoryImport>> DirectoryKinds = new(StringComparer.Ordinal)
    {
        ["people"] = session => new ImportPeople(session),
        ["leave"] = session => new ImportLeave(session),
        ["delegates"] = session => new ImportDelegates(session),
        ["holidays"] = session => new ImportHolidays(session),
        ["gaps"] = session => new ImportGaps(session),
    };

    /// <summary>Every KIND there is.</summary>
    public IReadOnlyList<string> Kinds => [.. DirectoryKinds.Keys, .. readers.Select(x => x.Kind)];

    /// <summary>Imports the files. What is wrong with one of them stands in its report; the others are still imported.</summary>
    public async Task<ImportReport> Run(ImportRequest request, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        using var session = new ImportSession(db, request, clock.GetUtcNow());
        var files = request.Files.Select(path => new FileToImport(path, new FileReport(path, request.Rejects))).ToArray();
        var held = DirectoryKinds.TryGetValue(request.Kind, out var directory)
            ? await ImportDirectory(session, directory(session), files, progress, cancel)
            : await ImportUsage(session, readers.Single(x => x.Kind == request.Kind), files, progress, cancel);
        return new ImportReport([.. files.Select(x => x.Report)], held);
    }

    private static async Task<string?> ImportDirectory(
        ImportSession session, IDirectoryImport import, FileToImport[] files, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        foreach (var file in files)
        {
            await file.Read(Progress(files, file, progress), opened =>
            {
                using var table = CsvTable.Open(opened.Content, session.Request.Kind, import.Required, import.Optional);
                foreach (var column in table.Unknown)
                {
                    file.Report.Note($"The column {column} is not known and was ignored.");
                }

                file.Report.MayBeEmpty = import.IsSnapshot;
                import.Columns(table.Columns);
                foreach (var line in table.Lines())
                {
                    cancel.ThrowIfCancellationRequested();
                    if (line.Problem is { } problem)
                    {
                        file.Report.Reject(line.Place, problem);
                    }
                    else
                    {
                        import.Take(line, file.Report);
                    }
                }

                return Task.CompletedTask;
            });
        }

        var held = import.IsSnapshot && Array.Exists(files, x => !x.Report.IsUsable && x.Report.Failure is not null)
            ? "A file of the snapshot could not be read, so nothing of it is written."
            : import.Write();
        Remember(session, files);
        return held;
    }

    private static async Task<string?> ImportUsage(
        ImportSession session, IFileReader reader, FileToImport[] files, IProgress<ImportProgress> progress, CancellationToken cancel)
    {
        var (accounts, scopes) = (new AccountBook(session.Db), new ScopeBook(session.Db));
        var seats = new SeatSnapshot(session, accounts);
        foreach (var file in files)
        {
            await using var sink = new ReadingSink(session, accounts, scopes, seats, file.Report, cancel);
            await file.Read(Progress(files, file, progress), opened => reader.Read(opened.Content, sink, cancel));
            sink.Complete(seats.HasSeats ? null : file.Sha256);
        }

        using var transaction = session.Db.BeginFilling();
        string? held = null;
        if (seats.HasSeats)
        {
            if (Array.Exists(files, x => x.Report.Failure is not null))
            {
                held = "A page of the snapshot could not be read, so nothing of it is written.";
                seats.Drop("held");
            }
            else
            {
                held = seats.Write();
            }

            session.Db.InsertMissing([.. files.Where(x => x.Sha256 is not null).Select(x => session.Remember(x.Report, x.Sha256!))]);
        }

        session.MarkVendorsAgain();
        transaction.Commit();
        return held;
    }

    private static void Remember(ImportSession session, FileToImport[] files)
    {
        using var transaction = session.Db.BeginFilling();
        session.Db.InsertMissing([.. files.Where(x => x.Sha256 is not null).Select(x => session.Remember(x.Report, x.Sha256!))]);
        transaction.Commit();
    }

    private static Action<long> Progress(FileToImport[] files, FileToImport current, IProgress<ImportProgress> progress)
    {
        var before = files.TakeWhile(x => x != current).Sum(x => x.Length);
        var all = files.Sum(x => x.Length);
        return read => progress.Report(new ImportProgress(current.Report.Name, before + read, all));
    }

    /// <summary>One file of the call.</summary>
    private sealed class FileToImport(string path, FileReport report)
    {
        public FileReport Report { get; } = report;

        /// <summary>Bytes on disk; 0 when there is no such file.</summary>
        public long Length { get; } = new FileInfo(path) is { Exists: true } file ? file.Length : 0;

        /// <summary>Set when the file was read.</summary>
        public string? Sha256 { get; private set; }

        /// <summary>Opens and reads it; what is wrong with the file becomes its report's failure.</summary>
        public async Task Read(Action<long> progress, Func<ImportedFile, Task> read)
        {
            try
            {
                using var opened = ImportedFile.Open(path, progress);
                await read(opened);
                Sha256 = opened.Finish();
            }
            catch (NotThisKindException exception)
            {
                Report.Failure = exception.Message;
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                Report.Failure = "There is no such file.";
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                Report.Failure = $"It could not be read to its end: {exception.Message}";
            }
        }
    }
}
