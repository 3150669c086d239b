namespace ChatBot.Cards.Tests;

/// <summary>Files of the repository, found from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Cards => Path.Combine(Root, "cards");

    /// <summary>The names of the templates under cards/, such as <c>score</c>. <c>words.json</c> is the one file that is none.</summary>
    public static IReadOnlyList<string> Templates =>
        [.. Directory.GetFiles(Cards, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "words" && !n.EndsWith(".sample", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public static string Template(string name) => File.ReadAllText(Path.Combine(Cards, name + ".json"));

    public static string Sample(string name) => File.ReadAllText(Path.Combine(Cards, name + ".sample.json"));

    private static string Find()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "ChatBot.sln")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return at.FullName;
    }
}
