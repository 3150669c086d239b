using System.IO.Compression;
using ChatBot.Sources;
using ChatBot.Tests.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace ChatBot.Tests.Commands.Demo;

public class DemoReadersTests
{
    [Theory]
    [InlineData("copilot-usage")]
    [InlineData("copilot-seats")]
    [InlineData("claude-code")]
    [InlineData("usage-csv")]
    public async Task Every_row_is_accepted_by_the_reader_of_its_kind(string kind)
    {
        using var demo = new DemoFixture(300, 30);
        await using var services = new ServiceCollection().AddUsageReaders().BuildServiceProvider();
        var reader = services.GetServices<IFileReader>().Single(reader => reader.Kind == kind);
        var sink = new RecordingSink();
        foreach (var file in demo.Of(kind))
        {
            await using var bytes = File.OpenRead(file);
            await using var content = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(bytes, CompressionMode.Decompress) : (Stream)bytes;
            await reader.Read(content, sink, CancellationToken.None);
        }

        Assert.NotEqual(0, sink.Rows.Count + sink.Seats.Count);
        Assert.Empty(sink.Rejected);
        Assert.Empty(sink.DroppedFields);
        Assert.Equal(kind == "copilot-seats", sink.Ignored.Count > 0);
        Assert.All(sink.Ignored, ignored => Assert.Contains("second grant", ignored.Why, StringComparison.Ordinal));
        if (kind is "copilot-usage" or "claude-code")
        {
            Assert.Equal(demo.Of(kind).Count, sink.WholeDays.Select(day => day.Day).Distinct().Count());
        }
    }
}
