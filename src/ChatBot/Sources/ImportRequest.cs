namespace ChatBot.Sources;

/// <summary>What <c>import KIND FILE…</c> is asked to do.</summary>
/// <param name="Kind">The KIND.</param>
/// <param name="Files">Paths of the files.</param>
internal sealed record ImportRequest(string Kind, IReadOnlyList<string> Files)
{
    /// <summary>Who does it: an e-mail, or <c>operator</c>.</summary>
    public string SetBy { get; init; } = "operator";

    /// <summary>The scope of rows that name none.</summary>
    public string? Scope { get; init; }

    /// <summary>The day from which changed facts of people hold; null is today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>When a snapshot was taken; null is now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>Takes a snapshot with under half the rows of the one before; a changed directory, however much it changed.</summary>
    public bool Accept { get; init; }

    /// <summary>Where every rejected row is written to; null keeps only the first of each file.</summary>
    public TextWriter? Rejects { get; init; }
}

/// <summary>How far an import is.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Read">Bytes read of all files.</param>
/// <param name="Of">Bytes of all files.</param>
internal readonly record struct ImportProgress(string File, long Read, long Of);

/// <summary>What an import did.</summary>
/// <param name="Files">One report for each file, in the order given.</param>
/// <param name="Held">Why a snapshot was held, as a sentence; null when it was not.</param>
internal sealed record ImportReport(IReadOnlyList<FileReport> Files, string? Held)
{
    /// <summary>The counts of all files.</summary>
    public RowCounts Counts => Files.Aggregate(new RowCounts(), (sum, file) => sum + file.Counts);

    /// <summary>Why the import did not do what it said, as a sentence; null when it did.</summary>
    public string? Problem =>
        Held ?? Files.Where(x => x.Failure is not null).Select(x => $"{x.Name}: {x.Failure}").FirstOrDefault()
        ?? Files.Where(x => !x.IsUsable).Select(x => $"{x.Name}: {(x.Counts.Read == 0 ? "holds no rows." : "holds no row that can be used.")}").FirstOrDefault();
}
