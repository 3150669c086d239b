using System.Text;
using ChatBot.Domain.Usage;
using ChatBot.Sources;

namespace ChatBot.Tests.Sources;

/// <summary>A sink that keeps in memory what a reader says.</summary>
internal sealed class RecordingSink(string? scope = null) : IReadingSink
{
    public string? ScopeName => scope;

    public List<UsageRow> Rows { get; } = [];

    public List<SeatListing> Seats { get; } = [];

    public List<(Source Source, Tool Tool, string Scope, DateOnly Day)> WholeDays { get; } = [];

    public List<(string Place, string Why)> Rejected { get; } = [];

    public List<(string Place, string Why)> Ignored { get; } = [];

    public List<string> DroppedFields { get; } = [];

    /// <summary>The only row.</summary>
    public UsageRow Row => Assert.Single(Rows);

    public void Usage(in UsageRow row) => Rows.Add(row);

    public void Seat(in SeatListing seat) => Seats.Add(seat);

    public void WholeDay(Source source, Tool tool, string scope, DateOnly day) => WholeDays.Add((source, tool, scope, day));

    public void Reject(string place, string why) => Rejected.Add((place, why));

    public void Ignore(string place, string why) => Ignored.Add((place, why));

    public void Dropped(string field) => DroppedFields.Add(field);

    public List<string> Notes { get; } = [];

    public void Note(string sentence) => Notes.Add(sentence);

    public void Progress(long bytes)
    {
    }

    /// <summary>Reads a text as a file.</summary>
    public static Task<RecordingSink> Of(IFileReader reader, string text, string? scope = null) => Of(reader, Encoding.UTF8.GetBytes(text), scope);

    /// <summary>Reads bytes as a file, handed out in blocks of odd sizes as a decompressing stream does.</summary>
    public static async Task<RecordingSink> Of(IFileReader reader, byte[] bytes, string? scope = null)
    {
        var sink = new RecordingSink(scope);
        await reader.Read(new MemoryStream(bytes), sink, CancellationToken.None);
        var inBlocks = new RecordingSink(scope);
        await reader.Read(new BlockStream(bytes), inBlocks, CancellationToken.None);
        Assert.Equal(sink.Rows, inBlocks.Rows);
        Assert.Equal(sink.Seats, inBlocks.Seats);
        Assert.Equal(sink.Rejected, inBlocks.Rejected);
        Assert.Equal(sink.WholeDays, inBlocks.WholeDays);
        return sink;
    }

    /// <summary>Reads a fixture of the tests.</summary>
    public static Task<RecordingSink> OfFixture(IFileReader reader, string name, string? scope = null) => Of(reader, Fixtures.Read(name), scope);

    private sealed class BlockStream(byte[] bytes) : MemoryStream(bytes)
    {
        private const int Block = 1021;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer.Length > Block && Length < 1_000_000 ? buffer[..Block] : buffer, cancellationToken);
    }
}

/// <summary>Files in the vendors' shapes, with invented values.</summary>
internal static class Fixtures
{
    /// <summary>The bytes of a fixture, which is embedded in the test assembly.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(Fixtures).Assembly.GetManifestResourceStream("ChatBot.Tests.Sources.Fixtures." + name)
            ?? throw new ArgumentException($"No fixture {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
