namespace ChatBot.Sources.Directory;

/// <summary>
/// Imports one KIND of comma-separated file about people. Made for one call of <c>import</c>: takes the lines of all its files, then writes.
/// </summary>
internal interface IDirectoryImport
{
    /// <summary>Columns that a file must have.</summary>
    IReadOnlyList<string> Required { get; }

    /// <summary>Columns that a file may have.</summary>
    IReadOnlyList<string> Optional { get; }

    /// <summary>Whether the files of the call are the whole truth, so that none is written when one of them could not be read.</summary>
    bool IsSnapshot { get; }

    /// <summary>Which of the columns a file has, told before its lines.</summary>
    void Columns(IReadOnlySet<string> columns);

    /// <summary>Takes a line without a problem. Rejects it at the report, or keeps it to be counted by <see cref="Write"/>.</summary>
    void Take(CsvLine line, FileReport report);

    /// <summary>Writes and counts what was taken, in filling transactions of its own. Gives why a snapshot is held, as a sentence, or null.</summary>
    string? Write();
}
