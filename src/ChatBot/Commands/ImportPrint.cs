using System.Globalization;
using System.Text.Json;
using ChatBot.Sources;

namespace ChatBot.Commands;

/// <summary>Says what an import did.</summary>
internal static class ImportPrint
{
    /// <summary>One line for each file, then what there is to say of it.</summary>
    public static void Write(ImportReport report, TextWriter output)
    {
        foreach (var file in report.Files)
        {
            output.WriteLine($"{file.Name}: {Counts(file.Counts)}");
            foreach (var line in Remarks(file))
            {
                output.WriteLine("  " + line);
            }
        }

        if (report.Files.Count > 1)
        {
            output.WriteLine($"{report.Files.Count} files: {Counts(report.Counts)}");
        }
    }

    /// <summary>The counts of all files, as one line.</summary>
    public static string Json(ImportReport report)
    {
        var counts = report.Counts;
        return JsonSerializer.Serialize(new
        {
            read = counts.Read,
            stored = counts.Stored,
            replaced = counts.Replaced,
            unchanged = counts.Unchanged,
            rejected = counts.Rejected,
            ignored = counts.Ignored,
            unmatched = counts.Unmatched,
        });
    }

    private static string Counts(RowCounts counts) => string.Create(
        CultureInfo.InvariantCulture,
        $"read {counts.Read}: stored {counts.Stored}, replaced {counts.Replaced}, unchanged {counts.Unchanged}, rejected {counts.Rejected}, ignored {counts.Ignored}; unmatched {counts.Unmatched}");

    private static IEnumerable<string> Remarks(FileReport file)
    {
        foreach (var note in file.Notes)
        {
            yield return note;
        }

        foreach (var (why, count) in file.Ignored)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"ignored {count}: {why}");
        }

        foreach (var (field, count) in file.Dropped)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"dropped {count} times the field {field}, which may carry text");
        }

        foreach (var rejected in file.Rejected)
        {
            yield return $"rejected {rejected}";
        }

        if (file.Counts.Rejected > file.Rejected.Count)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"and {file.Counts.Rejected - file.Rejected.Count} more; --rejects FILE names them all");
        }
    }
}
