namespace ChatBot.Tests.Layout;

/// <summary>The sources that these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>ChatBot.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The C# files under <c>src</c>, relative to the root and with forward slashes.</summary>
    public static IReadOnlyList<string> Sources { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "ChatBot.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException($"No ChatBot.sln above {AppContext.BaseDirectory}."));
}
