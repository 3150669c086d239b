using System.Globalization;

namespace ChatBot.Sources;

/// <summary>What became of the rows of a file: <c>read = stored + replaced + unchanged + rejected + ignored</c>; unmatched counts within stored.</summary>
internal sealed record RowCounts
{
    public int Read { get; set; }

    /// <summary>New to the store.</summary>
    public int Stored { get; set; }

    /// <summary>Known, and now otherwise.</summary>
    public int Replaced { get; set; }

    /// <summary>Known just so.</summary>
    public int Unchanged { get; set; }

    /// <summary>Not usable; each is named.</summary>
    public int Rejected { get; set; }

    /// <summary>Nobody's, or counting for nothing, by rule.</summary>
    public int Ignored { get; set; }

    /// <summary>Of the stored ones: of an account that nobody is known by.</summary>
    public int Unmatched { get; set; }

    /// <summary>The sum of both.</summary>
    public static RowCounts operator +(RowCounts left, RowCounts right) => new()
    {
        Read = left.Read + right.Read,
        Stored = left.Stored + right.Stored,
        Replaced = left.Replaced + right.Replaced,
        Unchanged = left.Unchanged + right.Unchanged,
        Rejected = left.Rejected + right.Rejected,
        Ignored = left.Ignored + right.Ignored,
        Unmatched = left.Unmatched + right.Unmatched,
    };
}

/// <summary>What an import has to say of one file.</summary>
/// <param name="path">As given.</param>
/// <param name="rejects">Where every rejected row is written to; null keeps only the first ones.</param>
internal sealed class FileReport(string path, TextWriter? rejects)
{
    /// <summary>More would drown what else is to be said; <c>--rejects</c> has them all.</summary>
    private const int MostNamed = 1000;

    private readonly List<string> named = [];
    private readonly SortedDictionary<string, int> ignored = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> dropped = new(StringComparer.Ordinal);
    private readonly List<string> notes = [];

    /// <summary>The file's name without its folder.</summary>
    public string Name { get; } = Path.GetFileName(path);

    /// <summary>The counts; an import changes them as it goes.</summary>
    public RowCounts Counts { get; set; } = new();

    /// <summary>Why the file could not be read to its end, as a sentence; null when it was.</summary>
    public string? Failure { get; set; }

    /// <summary>The first rejected rows, by place and reason.</summary>
    public IReadOnlyList<string> Rejected => named;

    /// <summary>Why rows were ignored, and how many each.</summary>
    public IReadOnlyDictionary<string, int> Ignored => ignored;

    /// <summary>Fields that were dropped because they carry prompts, code or chat text, and how many each.</summary>
    public IReadOnlyDictionary<string, int> Dropped => dropped;

    /// <summary>What else there is to say, e.g. unknown columns.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>A file without rows says something: e.g. that nobody is on leave.</summary>
    public bool MayBeEmpty { get; set; }

    /// <summary>Whether anything in the file could be used.</summary>
    public bool IsUsable => Failure is null && (Counts.Read > Counts.Rejected || (MayBeEmpty && Counts.Read == 0));

    /// <summary>Counts a rejected row that was not counted as read yet, and names it.</summary>
    public void Reject(string place, string why)
    {
        Counts.Read++;
        Counts.Rejected++;
        if (named.Count < MostNamed)
        {
            named.Add($"{place}: {why}");
        }

        rejects?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name}: {place}: {why}"));
    }

    /// <summary>Counts an ignored row that was not counted as read yet.</summary>
    public void Ignore(string why)
    {
        Counts.Read++;
        Counts.Ignored++;
        ignored[why] = ignored.GetValueOrDefault(why) + 1;
    }

    /// <summary>Counts a dropped field.</summary>
    public void Drop(string field) => dropped[field] = dropped.GetValueOrDefault(field) + 1;

    /// <summary>Adds something to say, once.</summary>
    public void Note(string sentence)
    {
        if (!notes.Contains(sentence))
        {
            notes.Add(sentence);
        }
    }
}
