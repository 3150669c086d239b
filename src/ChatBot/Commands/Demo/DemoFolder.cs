namespace ChatBot.Commands.Demo;

/// <summary>The folder that a demo organisation is written to. Old files would be imported with the new ones, so none may stay.</summary>
internal static class DemoFolder
{
    private static readonly string[] Patterns =
    [
        "people.csv", "leave.csv", "holidays.csv", "gaps.csv", "usage-csv.csv", "copilot-seats*.json", "copilot-usage-????-??-??.ndjson.gz", "claude-code-????-??-??*.json",
        "truth.csv",
    ];

    /// <summary>
    /// Empties a folder that holds a demo organisation and nothing else; a sentence when it holds anything else, and then nothing is touched.
    /// </summary>
    public static string? Refuse(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var ours = Patterns.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern)).ToHashSet(StringComparer.Ordinal);
        var other = Directory.EnumerateFileSystemEntries(folder).FirstOrDefault(entry => !ours.Contains(entry));
        if (other is not null || (ours.Count > 0 && !File.Exists(Path.Combine(folder, "truth.csv"))))
        {
            return $"{folder} holds files that are no demo organisation ({Path.GetFileName(other ?? ours.First())}): name an empty or a new folder.";
        }

        foreach (var file in ours)
        {
            File.Delete(file);
        }

        return null;
    }
}
