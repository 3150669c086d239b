using System.Text.Json;

namespace ChatBot.Simulator.Books;

/// <summary>
/// Every accepted message, in a file with one JSON object a line. A line is handed to the operating system before the sender hears anything, so that it
/// outlives this process however that ends; one that starts with an old file goes on in it.
/// </summary>
internal sealed class Ledger : IDisposable
{
    private readonly Lock entrance = new();
    private readonly List<LedgerEntry> entries = [];
    private readonly FileStream file;

    public Ledger(string path)
    {
        Path = path;
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        using var reader = new StreamReader(file, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            entries.Add(JsonSerializer.Deserialize<LedgerEntry>(line, Json.Web)!);
        }

        file.Seek(0, SeekOrigin.End);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What was accepted so far, in order.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (entrance)
            {
                return [.. entries];
            }
        }
    }

    /// <summary>How many they are.</summary>
    public int Count
    {
        get
        {
            lock (entrance)
            {
                return entries.Count;
            }
        }
    }

    /// <summary>Accepts a message; gives it its number.</summary>
    public LedgerEntry Append(LedgerEntry entry)
    {
        lock (entrance)
        {
            var numbered = entry with { Number = entries.Count + 1 };
            file.Write([.. JsonSerializer.SerializeToUtf8Bytes(numbered, Json.Web), (byte)'\n']);
            entries.Add(numbered);
            return numbered;
        }
    }

    /// <summary>Forgets everything, in the file too.</summary>
    public void Clear()
    {
        lock (entrance)
        {
            entries.Clear();
            file.SetLength(0);
        }
    }

    public void Dispose() => file.Dispose();
}

/// <summary>How everything here is written.</summary>
internal static class Json
{
    public static JsonSerializerOptions Web { get; } = new(JsonSerializerDefaults.Web);
}
