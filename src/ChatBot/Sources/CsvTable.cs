using System.Globalization;
using CsvHelper;

namespace ChatBot.Sources;

/// <summary>One line of a <see cref="CsvTable"/>.</summary>
/// <param name="Place"><c>line 12</c>: where it begins in the file, the header being line 1.</param>
/// <param name="Problem">Why it cannot be used, as a sentence; null when it can.</param>
/// <param name="Fields">The fields, trimmed, by column; empty where the file has no such column.</param>
internal sealed record CsvLine(string Place, string? Problem, IReadOnlyDictionary<string, string> Fields);

/// <summary>
/// A comma-separated file with a header, in whichever order its columns are. A hostile or broken line is a line with a problem; a file that is something
/// else is refused when opened.
/// </summary>
internal sealed class CsvTable : IDisposable
{
    /// <summary>No field of a directory is longer; a whole book in a name is a mistake.</summary>
    private const int LongestField = 1000;

    /// <summary>In bytes. A quote that is opened and never closed would otherwise take the rest of the file into memory.</summary>
    private const int LongestRecord = 4 << 20;

    private readonly CsvReader reader;
    private readonly Queue<CsvMalformedRecord> malformed = new();
    private readonly string[] header;
    private readonly IReadOnlyList<string> known;

    private CsvTable(Stream content, string kind, IReadOnlyList<string> required, IReadOnlyList<string> optional)
    {
        known = [.. required, .. optional];
        reader = CsvReader.Create(content, Options(malformed.Enqueue), leaveOpen: true);
        header = Header(kind, required);
    }

    /// <summary>Columns that the KIND does not have.</summary>
    public IReadOnlyList<string> Unknown => [.. header.Where(x => !known.Contains(x, StringComparer.Ordinal)).Select(Shown)];

    /// <summary>The columns that the file has.</summary>
    public IReadOnlySet<string> Columns => header.ToHashSet(StringComparer.Ordinal);

    /// <summary>Opens a table. Throws <see cref="NotThisKindException"/> for what has not got the required columns.</summary>
    public static CsvTable Open(Stream content, string kind, IReadOnlyList<string> required, IReadOnlyList<string> optional) =>
        new(content, kind, required, optional);

    /// <summary>The lines after the header. Throws <see cref="InvalidDataException"/> where the file cannot be read on.</summary>
    public IEnumerable<CsvLine> Lines()
    {
        bool isAtRecord;
        do
        {
            isAtRecord = Read();
            while (malformed.TryDequeue(out var record))
            {
                foreach (var line in Broken(record))
                {
                    yield return line;
                }
            }

            if (isAtRecord)
            {
                yield return Line(reader.LineNumber, Fields(reader));
            }
        }
        while (isAtRecord);
    }

    /// <inheritdoc />
    public void Dispose() => reader.Dispose();

    private static CsvReaderOptions Options(Action<CsvMalformedRecord> onMalformed) => new()
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        MaxRecordSize = LongestRecord,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = onMalformed,
    };

    private static string[] Fields(CsvReader at) => [.. Enumerable.Range(0, at.FieldCount).Select(at.GetString)];

    private static string Shown(string name) => new([.. name.Take(40).Where(x => !char.IsControl(x))]);

    private bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException exception)
        {
            throw new InvalidDataException(
                string.Create(CultureInfo.InvariantCulture, $"after line {reader.LineNumber} a quote is opened that is not closed within {LongestRecord >> 20} MB."),
                exception);
        }
    }

    /// <summary>
    /// A quote that is not closed takes the lines after it into its record; those are lines of their own. A well-formed field with line breaks never comes
    /// here, so nobody can write lines into the file from inside a field.
    /// </summary>
    private IEnumerable<CsvLine> Broken(CsvMalformedRecord record)
    {
        var number = record.LineNumber;
        foreach (var text in record.RawRecord.ReplaceLineEndings("\n").Split('\n'))
        {
            var isBroken = false;
            using var alone = CsvReader.FromText(text, Options(_ => isBroken = true));
            if (alone.Read() && !isBroken)
            {
                yield return Line(number, Fields(alone));
            }
            else if (isBroken)
            {
                yield return new CsvLine(Place(number), "it has a quote that is not closed, or one in the middle of a field.", Nothing());
            }

            number++;
        }
    }

    private string[] Header(string kind, IReadOnlyList<string> required)
    {
        string[] names = Read() ? [.. Fields(reader).Select(x => x.ToLowerInvariant())] : [];
        var isBroken = malformed.TryPeek(out var broken);
        var first = isBroken ? broken.RawRecord.TrimStart('\uFEFF', ' ') : names.Length == 0 ? string.Empty : names[0];
        if (first.StartsWith('{') || first.StartsWith('['))
        {
            throw new NotThisKindException($"This is JSON; a file of {kind} is comma-separated.");
        }

        if (first.Length == 0 || isBroken)
        {
            throw new NotThisKindException($"This is empty, or its first line is broken; a file of {kind} begins with the names of its columns.");
        }

        if (names.Length == 1 && first.IndexOfAny([';', '\t']) is >= 0 and var at)
        {
            throw new NotThisKindException($"The columns are separated by {(first[at] == ';' ? "semicolons" : "tabs")}; a file of {kind} is separated by commas.");
        }

        if (names.GroupBy(x => x).FirstOrDefault(x => x.Count() > 1) is { } twice)
        {
            throw new NotThisKindException($"The column {Shown(twice.Key)} stands twice in the first line.");
        }

        return required.Where(x => !names.Contains(x, StringComparer.Ordinal)).ToArray() is { Length: > 0 } missing
            ? throw new NotThisKindException(
                $"There is no column {string.Join(" and none ", missing)}, so this is no file of {kind}; its columns are {string.Join(", ", names.Take(20).Select(Shown))}.")
            : names;
    }

    private CsvLine Line(long number, string[] fields)
    {
        var problem = fields.Length != header.Length
            ? string.Create(CultureInfo.InvariantCulture, $"it has {fields.Length} fields where the header has {header.Length}.")
            : header.Zip(fields, Problem).FirstOrDefault(x => x is not null);
        var byName = Nothing();
        for (var index = 0; problem is null && index < header.Length; index++)
        {
            if (byName.ContainsKey(header[index]))
            {
                byName[header[index]] = fields[index];
            }
        }

        return new CsvLine(Place(number), problem, byName);
    }

    private static string Place(long number) => string.Create(CultureInfo.InvariantCulture, $"line {number}");

    private Dictionary<string, string> Nothing() => known.ToDictionary(x => x, _ => string.Empty, StringComparer.Ordinal);

    private string? Problem(string column, string field) =>
        !known.Contains(column, StringComparer.Ordinal) ? null
        : field.Length > LongestField ? string.Create(CultureInfo.InvariantCulture, $"{column} is longer than {LongestField} characters.")
        : field.Contains('\uFFFD', StringComparison.Ordinal) ? $"{column} is not in UTF-8."
        : field.Any(char.IsControl) ? $"{column} holds a line break or another control character."
        : null;
}
