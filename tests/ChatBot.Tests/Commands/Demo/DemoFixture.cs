using ChatBot.Commands.Demo;

namespace ChatBot.Tests.Commands.Demo;

/// <summary>A demo organisation in a folder of its own, gone afterwards.</summary>
internal sealed class DemoFixture : IDisposable
{
    /// <summary>The last day of the tests' organisations; the truth is as of the day after.</summary>
    public static readonly DateOnly Until = new(2026, 11, 21);

    public DemoFixture(int people, int days, ulong seed = 7, DateOnly? until = null)
    {
        Order = new DemoOrder(people, days, until ?? Until, seed);
        Folder = Directory.CreateTempSubdirectory("chatbot-demo-").FullName;
        Files = WriteDemo.Run(Order, Folder, progress: null, CancellationToken.None);
    }

    public DemoOrder Order { get; }

    public string Folder { get; }

    public DemoFiles Files { get; }

    /// <summary>The rows of a CSV file as columns by name; no field of ours but holiday names needs quotes.</summary>
    public IReadOnlyList<Dictionary<string, string>> Csv(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(field => field.First, field => field.Second, StringComparer.Ordinal))];
    }

    /// <summary>The files of one KIND.</summary>
    public IReadOnlyList<string> Of(string kind) => Files.Imports.Single(import => import.Kind == kind).Files;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
