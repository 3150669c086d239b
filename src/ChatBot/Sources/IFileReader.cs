using ChatBot.Domain.Usage;

namespace ChatBot.Sources;

/// <summary>Reads the files of one KIND and hands what they say to a sink, row by row, without keeping the file in memory.</summary>
internal interface IFileReader
{
    /// <summary>The KIND of <c>import KIND FILE…</c>.</summary>
    string Kind { get; }

    /// <summary>
    /// Reads one file to its end. <paramref name="content"/> is already decompressed and may begin with a byte order mark. A row that cannot be used is
    /// rejected at the sink, with its place; an envelope or a file of another KIND throws <see cref="NotThisKindException"/>.
    /// </summary>
    Task Read(Stream content, IReadingSink sink, CancellationToken cancel);
}

/// <summary>One usage row as a source said it.</summary>
/// <param name="Vendor">The account's id space: <c>github</c>, <c>anthropic</c>, <c>openai</c>, <c>email</c>.</param>
/// <param name="AccountKey">The vendor's stable key (GitHub's numeric id as text, a lower-case e-mail, an API key's name).</param>
/// <param name="AccountName">The name the account went by in this row (a login, lower-case), where it differs from the key.</param>
/// <param name="IsMachine">True for an API key or other machine: nobody's.</param>
/// <param name="Source">The source.</param>
/// <param name="Tool">The tool.</param>
/// <param name="Scope">The scope's name.</param>
/// <param name="Part">The part within account and day; empty where there is one row a day.</param>
/// <param name="Day">UTC day.</param>
/// <param name="Signals">Counts by <c>scoring.md</c> §1.</param>
/// <param name="Marks">Use and what coverage needs.</param>
/// <param name="Cost">Money in minor units × 10⁴, or null.</param>
/// <param name="Currency">ISO currency of the money.</param>
internal readonly record struct UsageRow(
    string Vendor, string AccountKey, string? AccountName, bool IsMachine, Source Source, Tool Tool, string Scope, string Part, DateOnly Day,
    Signals Signals, Marks Marks, long? Cost, string? Currency);

/// <summary>One seat as a vendor lists it.</summary>
internal readonly record struct SeatListing(
    string AccountKey, string AccountName, DateTimeOffset CreatedAt, DateOnly? CancelledOn, DateTimeOffset? LastActivityAt, string? Plan);

/// <summary>Takes what a reader reads. Counts it, batches it, stores it.</summary>
internal interface IReadingSink
{
    /// <summary>The scope named at import (<c>--scope</c>); null lets the row say it.</summary>
    string? ScopeName { get; }

    /// <summary>A usage row. Counted as read; ends as stored, replaced or unchanged.</summary>
    void Usage(in UsageRow row);

    /// <summary>A seat. Counted as read; a second one of the same account in the same snapshot is ignored.</summary>
    void Seat(in SeatListing seat);

    /// <summary>
    /// A source day of which every part is in this file. Written with the rows that the store then holds for the day, also when that is 0.
    /// </summary>
    void WholeDay(Source source, Tool tool, string scope, DateOnly day);

    /// <summary>A row that cannot be used. <paramref name="place"/> is <c>line 12</c> or <c>data[17]</c>.</summary>
    void Reject(string place, string why);

    /// <summary>A row that is nobody's or counts for nothing, by rule.</summary>
    void Ignore(string place, string why);

    /// <summary>A field that carries prompts, code or chat text was dropped; the row is kept.</summary>
    void Dropped(string field);

    /// <summary>Something to say once of the file as a whole, as a sentence; it counts no row.</summary>
    void Note(string sentence)
    {
    }

    /// <summary>Bytes read so far of the file's bytes on disk, for progress. Optional to call.</summary>
    void Progress(long bytes);
}

/// <summary>The file is something else than the KIND it was given as; the message says what it is.</summary>
internal sealed class NotThisKindException(string message) : Exception(message);
